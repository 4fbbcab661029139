import { customerWeights } from "../../analysis/bootstrap/customer-weights.ts";
import type { Paths } from "../../analysis/attribution/paths.ts";
import type { Weigh } from "../../analysis/attribution/resampled-sums.ts";
import { poisson } from "../../analysis/random/poisson.ts";
import { random } from "../../analysis/random/random.ts";

/**
 * Weights of whole customers: all paths of one are drawn together.
 *
 * @param replicates The data as they are included.
 * @param nameOf A customer's identity, so that the order of rows changes nothing.
 */
export function byCustomer(paths: Paths, replicates: number, seed: number, nameOf: (customer: number) => string): Weigh {
  const drawn = new Uint8Array(replicates - 1);
  let of = -1;
  return (path, converted, ended) => {
    const customer = paths.customer[path]!;
    if (customer !== of && replicates > 1) customerWeights(nameOf(customer), seed, drawn);
    of = customer;
    converted[0] = paths.conversions[path]!;
    ended[0] = paths.nulls[path]!;
    for (let replicate = 1; replicate < replicates; replicate++) {
      converted[replicate] = drawn[replicate - 1]! * converted[0];
      ended[replicate] = drawn[replicate - 1]! * ended[0];
    }
  };
}

/** Weights of paths of a table: each of the conversions and ends it counts is drawn by itself, as if it were a customer. */
export function byCount(paths: Paths, replicates: number, seed: number): Weigh {
  return (path, converted, ended) => {
    const draw = random(seed, path + 1);
    converted[0] = paths.conversions[path]!;
    ended[0] = paths.nulls[path]!;
    for (let replicate = 1; replicate < replicates; replicate++) {
      converted[replicate] = poisson(converted[0], draw);
      ended[replicate] = poisson(ended[0], draw);
    }
  };
}

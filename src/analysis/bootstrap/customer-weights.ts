import { hash32 } from "../random/hash32.ts";
import { poisson1 } from "../random/poisson1.ts";
import { random } from "../random/random.ts";

/**
 * How often one customer counts in each replicate of a customer bootstrap, without copying any event.
 *
 * Weights belong to the customer's identity: neither the order of rows nor the way work is divided changes a result. The number of customers
 * in a replicate varies a little around the true one, so use it for sums and ratios of sums.
 *
 * @param customer The customer's id.
 * @param seed A whole number.
 * @param weights Filled with one Poisson(1) weight per replicate.
 * @example customerWeights("4711", 1, new Uint8Array(200));
 * @see Chamandy et al. (2012), Estimating uncertainty for massive data streams
 */
export function customerWeights(customer: string, seed: number, weights: Uint8Array): void {
  const next = random(seed, hash32(customer));
  for (let replicate = 0; replicate < weights.length; replicate++) weights[replicate] = poisson1(next);
}

import { poisson1 } from "../analysis/random/poisson1.ts";
import { random } from "../analysis/random/random.ts";
import type { Journey } from "./journey.ts";

/**
 * One bootstrap replicate: the same journey, each customer counted as often as a Poisson variable with mean 1 says.
 *
 * Whole customers are drawn, so events of one customer stay together; nothing is copied. The number of customers varies a little between
 * replicates, unlike with a draw of exactly as many.
 *
 * @param seed The notebook's or the cell's seed.
 * @param replicate 0, 1, 2, …: each an independent draw.
 * @see Chamandy et al. (2012), Estimating uncertainty for massive data streams
 */
export function resample(journey: Journey, seed: number, replicate: number): Journey {
  const draw = random(seed, replicate);
  const weights = new Uint32Array(journey.customers);
  for (let customer = 0; customer < weights.length; customer++) weights[customer] = poisson1(draw);
  return Object.create(journey, { weights: { value: weights } }) as Journey;
}

import { hash32 } from "../random/hash32.ts";
import { poisson1OfBits } from "../random/poisson1.ts";
import { xoshiroState } from "../random/xoshiro-state.ts";

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
  let [a, b, c, d] = xoshiroState(seed, hash32(customer));
  // The step of xoshiro128** stands here once more: a call per number would take longer than everything else.
  for (let replicate = 0; replicate < weights.length; replicate++) {
    const product = Math.imul(b, 5);
    weights[replicate] = poisson1OfBits(Math.imul((product << 7) | (product >>> 25), 9) >>> 0);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
  }
}

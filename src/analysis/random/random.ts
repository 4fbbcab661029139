import { xoshiro128 } from "./xoshiro128.ts";
import { xoshiroState } from "./xoshiro-state.ts";

/**
 * A stream of numbers from 0 (included) to 1 (not included), the same for the same seed everywhere.
 *
 * Numbers are multiples of 2⁻³²: rare events below one in four thousand million never happen. Not for secrets.
 *
 * @param seed A whole number; its lower 32 bits count.
 * @param stream A whole number: streams of one seed are independent, so that results do not depend on how work is divided.
 * @returns A function that gives the next number.
 * @example random(1)() === random(1)() // true
 * @see Blackman and Vigna (2021), Scrambled linear pseudorandom number generators
 */
export function random(seed: number, stream = 0): () => number {
  const draw = xoshiro128(...xoshiroState(seed, stream));
  return () => draw() / 4_294_967_296;
}

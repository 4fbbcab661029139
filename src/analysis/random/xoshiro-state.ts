import { splitmix32 } from "./splitmix32.ts";

/**
 * The four words that a stream of a seed starts from; never four zeros.
 *
 * @param seed A whole number; its lower 32 bits count.
 * @param stream A whole number: streams of one seed are independent.
 * @example xoshiroState(1, 0) // what random(1) starts from
 */
export function xoshiroState(seed: number, stream: number): [number, number, number, number] {
  // The stream is mixed before it meets the seed: plain `seed ^ stream` would make (1, 2) and (2, 1) the same stream.
  const next = splitmix32(seed ^ splitmix32(stream)());
  return [next() | 0, next() | 0, next() | 0, next() | 0];
}

/**
 * A stream of whole numbers from 0 to 2³² − 1, good for spreading a seed over the state of a better generator and for little else.
 *
 * Its period is only 2³²; draw from `random` instead.
 *
 * @param seed Any whole number; its lower 32 bits count.
 * @returns A function that gives the next number.
 * @example splitmix32(0)() // 1684164658
 * @see Steele, Lea and Flood (2014), Fast splittable pseudorandom number generators; the 32-bit mixing constants are from
 * https://github.com/skeeto/hash-prospector
 */
export function splitmix32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
}

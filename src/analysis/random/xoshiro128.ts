/**
 * xoshiro128**: a stream of whole numbers from 0 to 2³² − 1 with period 2¹²⁸ − 1.
 *
 * A state of four zeros gives zeros for ever; `random` never starts from one.
 *
 * @param a @param b @param c @param d The state, 32 bits each.
 * @returns A function that gives the next number.
 * @example xoshiro128(1, 2, 3, 4)() // 11520
 * @see Blackman and Vigna (2021), Scrambled linear pseudorandom number generators, https://prng.di.unimi.it/xoshiro128starstar.c
 */
export function xoshiro128(a: number, b: number, c: number, d: number): () => number {
  return () => {
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  };
}

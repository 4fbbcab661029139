/** P(X ≤ k) of a Poisson variable with mean 1, for k = 0, 1, … until the rest is below 2⁻⁵³. */
const cumulative: readonly number[] = (() => {
  const sums: number[] = [];
  let term = Math.exp(-1);
  let sum = term;
  for (let k = 1; k <= 18; k++) {
    sums.push(sum);
    term /= k;
    sum += term;
  }
  return sums;
})();

/** Where the search begins for each 256th of the draws, so that it nearly always ends at once. */
const begin = Uint8Array.from({ length: 256 }, (_, part) => cumulative.findIndex((sum) => sum > part / 256));

/** The same bounds for 32 random bits. */
const cumulativeBits = Float64Array.from(cumulative, (sum) => Math.ceil(sum * 2 ** 32));

/**
 * A Poisson variable with mean 1 out of 32 random bits: what `poisson1` gives for the number that is `bits / 2³²`.
 *
 * @param bits A whole number from 0 to 2³² − 1.
 * @example poisson1OfBits(2 ** 31) // 1
 */
export function poisson1OfBits(bits: number): number {
  let k = begin[bits >>> 24]!;
  while (k < cumulativeBits.length && bits >= cumulativeBits[k]!) k++;
  return k;
}

/**
 * A Poisson variable with mean 1: how often a customer is drawn in one bootstrap replicate.
 *
 * @param random Numbers from 0 to 1, one of which is used.
 * @returns A whole number from 0 to 18.
 * @example poisson1(() => 0.5) // 1
 * @see Hanley and MacGibbon (2006), Creating non-parametric bootstrap samples using Poisson frequencies
 */
export function poisson1(random: () => number): number {
  const draw = random();
  let k = begin[Math.floor(draw * 256)]!;
  while (k < cumulative.length && draw >= cumulative[k]!) k++;
  return k;
}

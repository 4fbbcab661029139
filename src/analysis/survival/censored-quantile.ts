/**
 * A quantile of durations of which some were not observed to their end, by Kaplan and Meier's estimate: the first time at which at most
 * 1 − probability still last.
 *
 * It takes what ended the observation for unrelated to how long it would have lasted.
 *
 * @param ended Durations observed to their end, in increasing order.
 * @param censored Durations that lasted at least so long, in increasing order. One as long as an ended duration lasted longer.
 * @param probability Above 0 and below 1; 0.5 is the median.
 * @returns NaN where so many were never observed to end.
 * @example censoredQuantile([1, 3], [2], 0.5) // 3
 * @see Kaplan and Meier (1958), Nonparametric estimation from incomplete observations
 */
export function censoredQuantile(ended: ArrayLike<number>, censored: ArrayLike<number>, probability: number): number {
  const all = ended.length + censored.length;
  let lasting = 1;
  let gone = 0;
  let at = 0;
  while (at < ended.length) {
    const time = ended[at]!;
    let deaths = 0;
    while (at + deaths < ended.length && ended[at + deaths] === time) deaths++;
    while (gone < censored.length && censored[gone]! < time) gone++;
    lasting *= 1 - deaths / (all - at - gone);
    // 0.5 of two is 0.5, and of a product of fractions it may miss it by the last digit.
    if (lasting <= 1 - probability + 1e-12) return time;
    at += deaths;
  }
  return Number.NaN;
}

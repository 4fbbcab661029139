/** A whole number as people write it. */
export const whole = (count: number): string => count.toLocaleString("en-US");

/** "12 rows", "1 row". */
export const several = (count: number, word: string): string => `${whole(count)} ${word}${count === 1 ? "" : "s"}`;

/** A share in per cent, small ones with what tells them from nothing. */
export const percent = (share: number): string =>
  share > 0 && share < 0.001 ? "under 0.1%" : `${(share * 100).toFixed(share > 0 && share < 0.1 ? 1 : 0)}%`;

/** The first few of a list, and how many more. */
export function someOf(words: readonly string[], most = 3): string {
  return words.length <= most ? words.join(", ") : `${words.slice(0, most).join(", ")} and ${whole(words.length - most)} more`;
}

/** A local day as text. */
export const dayName = (day: number): string => {
  const date = new Date(day * 86_400_000);
  return Number.isNaN(date.getTime()) ? "a day no calendar has" : date.toISOString().slice(0, 10);
};

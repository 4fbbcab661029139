/** A whole number as people write it. */
export function whole(count: number): string {
  return Math.round(count).toLocaleString("en-US");
}

/** "12 channels", "1 channel". */
export function several(count: number, word: string): string {
  return `${whole(count)} ${word}${Math.round(count) === 1 ? "" : "s"}`;
}

/** A share in per cent, with a decimal below one per cent. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(Math.abs(share) < 0.01 && share !== 0 ? 1 : 0).replace("-", "−")}%`;
}

/** Names as a list in a sentence, the first few of many. */
export function listed(names: readonly string[], most = 6): string {
  const quoted = names.slice(0, most).map((name) => `"${name}"`);
  if (names.length > most) return `${quoted.join(", ")} and ${names.length - most} more`;
  return quoted.length < 2 ? (quoted[0] ?? "") : `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)!}`;
}

/** "2 to 21%", of shares. */
export function between(least: number, most: number): string {
  const [low, high] = [percent(least), percent(most)];
  return low === high ? high : `${low.slice(0, -1)} to ${high}`;
}

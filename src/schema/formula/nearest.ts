/** How many single-character changes lead from one text to the other (a swap of neighbours counts as two). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row.at(-1)!;
}

/** A name without what people do not remember of it. */
const plain = (name: string) =>
  name
    .toLowerCase()
    .replaceAll(/[\s_-]/g, "")
    .slice(0, 64);

/**
 * The name someone probably meant, or null when none is near: at most a third of its letters differ. Case and separators do not count.
 *
 * @example nearest("Quantiy", ["quantity", "price"]) // "quantity"
 */
export function nearest(typed: string, names: Iterable<string>): string | null {
  const wanted = plain(typed);
  let best: string | null = null;
  let least = Infinity;
  for (const name of names) {
    const candidate = plain(name);
    const apart = distance(wanted, candidate);
    if (apart < least && apart <= Math.max(wanted.length, candidate.length) / 3) {
      least = apart;
      best = name;
    }
  }
  return best;
}

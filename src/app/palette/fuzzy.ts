/** How a text has what was typed in it. */
export interface Match {
  /** Higher is better; comparable between texts for the same query. */
  score: number;
  /** Where the letters typed stand in the text. */
  places: readonly number[];
}

const points = { letter: 1, next: 10, word: 8, start: 6, skip: 0.05 };

const isLetter = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);
const isUpper = (char: string): boolean => char !== char.toLowerCase();

function beginsWord(text: string, at: number): boolean {
  return !isLetter(text[at - 1]) || (isUpper(text[at]!) && !isUpper(text[at - 1]!));
}

/**
 * Looks for what was typed as a subsequence of a text, in any case; blanks in what was typed may stand for anything.
 *
 * Of all ways to find it the best counts: letters at the beginning of words and next to each other are worth more than scattered ones, and
 * a match early in a short text more than a late one.
 *
 * @returns The best match, or null where a letter is not there in its order.
 * @example fuzzy("cb", "come back")?.places // [0, 5]
 */
export function fuzzy(query: string, text: string): Match | null {
  const wanted = query.toLowerCase().replaceAll(/\s+/g, "");
  const lower = text.toLowerCase();
  if (wanted.length === 0) return { score: 0, places: [] };
  if (wanted.length > lower.length || lower.length !== text.length) return null;
  // best[i][at]: the best score with the i-th letter at that place; from[i][at]: where the letter before it then stands.
  const best = Array.from(wanted, () => new Float64Array(lower.length).fill(Number.NEGATIVE_INFINITY));
  const from = Array.from(wanted, () => new Int32Array(lower.length).fill(-1));
  for (let i = 0; i < wanted.length; i++) {
    let running = Number.NEGATIVE_INFINITY;
    let place = -1;
    for (let at = i; at < lower.length; at++) {
      const apart = at - 2;
      if (i > 0 && apart >= 0 && best[i - 1]![apart]! > running) {
        running = best[i - 1]![apart]!;
        place = apart;
      }
      if (lower[at] !== wanted[i]) continue;
      const own = points.letter + (beginsWord(text, at) ? points.word : 0) + (at === 0 ? points.start : 0);
      if (i === 0) {
        best[0]![at] = own - points.skip * at;
        continue;
      }
      const beside = at > 0 ? best[i - 1]![at - 1]! + points.next : Number.NEGATIVE_INFINITY;
      best[i]![at] = own + Math.max(beside, running);
      from[i]![at] = beside >= running ? at - 1 : place;
    }
  }
  const ends = best.at(-1)!;
  let end = 0;
  for (let at = 1; at < ends.length; at++) if (ends[at]! > ends[end]!) end = at;
  if (ends[end] === Number.NEGATIVE_INFINITY) return null;
  const places = [end];
  for (let i = wanted.length - 1; i > 0; i--) places.unshift(from[i]![places[0]!]!);
  return { score: ends[end]! - points.skip * text.length, places };
}

import { longestIncreasing } from "./longest-increasing.ts";

/** A run of words that stayed, went or came, with the blanks behind them. */
export interface WordRun {
  readonly type: "same" | "gone" | "come";
  readonly text: string;
}

/** Above so many pairs of equal words nothing is looked for word by word: the whole text then went and came. */
const most = 200_000;

const wordsOf = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? [];

/**
 * How one text became another, word by word: as many words as can be are said to have stayed. Blanks alone are no change.
 *
 * @example wordChanges("a b c", "a x c") // [{ type: "same", text: "a " }, { type: "gone", text: "b " }, { type: "come", text: "x " }, { type: "same", text: "c" }]
 */
export function wordChanges(before: string, after: string): WordRun[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const places = new Map<string, number[]>();
  // Latest first, so that a word of the old text stays in one place at most.
  for (let at = now.length - 1; at >= 0; at--) {
    const word = now[at]!.trim();
    places.set(word, [...(places.get(word) ?? []), at]);
  }
  const found = old.map((word) => places.get(word.trim()) ?? []);
  const isLong = found.reduce((sum, list) => sum + list.length, 0) > most;
  const pairs = isLong ? [] : found.flatMap((list, from) => list.map((to) => [from, to] as const));
  const kept = longestIncreasing(pairs.map(([, to]) => to));
  const runs: { type: WordRun["type"]; text: string }[] = [];
  const add = (type: WordRun["type"], words: readonly string[]): void => {
    if (words.length === 0) return;
    const last = runs.at(-1);
    if (last?.type === type) last.text += words.join("");
    else runs.push({ type, text: words.join("") });
  };
  let [from, to] = [0, 0];
  for (const [nextFrom, nextTo] of pairs.filter((_pair, at) => kept.has(at))) {
    add("gone", old.slice(from, nextFrom));
    add("come", now.slice(to, nextTo));
    add("same", [now[nextTo]!]);
    [from, to] = [nextFrom + 1, nextTo + 1];
  }
  add("gone", old.slice(from));
  add("come", now.slice(to));
  return runs;
}

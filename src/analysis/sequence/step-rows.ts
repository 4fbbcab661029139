import type { ChainRows, ChainRules } from "./chain-rules.ts";

let can = new Uint8Array(0);

/**
 * The row of each step of a chain whose first and last rows are known: the earliest from which the rest can still be done in time.
 *
 * The search for a chain overwrites its steps with later rows, so their times would be the latest; here rows are first looked at from the
 * last to the first, to know which of them lead to the end, and then the earliest is taken step by step.
 *
 * @param rows The customer's.
 * @param entry @param done The first row and the last.
 * @param depth How many steps the chain has.
 * @param places Filled from `at`: one row per step.
 */
export function stepRows(rows: ChainRows, rules: ChainRules, entry: number, done: number, depth: number, places: Int32Array, at: number): void {
  places[at] = entry;
  places[at + depth - 1] = done;
  if (depth <= 2) return;
  const { time, kind } = rows;
  const { within, strict } = rules;
  const { stepFrom, step, breakFrom, breakAfter } = rules.classes;
  const length = (done - entry + 1) * depth;
  if (can.length < length) can = new Uint8Array(length * 2);
  can.fill(0, 0, length);
  // When the nearest later row comes that is the next step and leads to the end; Infinity where there is none.
  const next = new Float64Array(depth).fill(Infinity);
  next[depth - 2] = time[done]!;
  for (let row = done - 1; row > entry; row--) {
    const now = time[row]!;
    const is = kind[row]!;
    const first = stepFrom[is]!;
    let matched = stepFrom[is + 1]! - 1;
    for (let level = 0; level < depth - 1; level++) {
      while (matched >= first && step[matched]! < level) matched--;
      const isStep = matched >= first && step[matched] === level;
      const leads = isStep && level > 0 && next[level]! < Infinity && next[level]! - now <= within[level + 1]!;
      // A row that is not the step a chain stands on ends it, unless it is its next step.
      if (strict && !isStep) next[level] = Infinity;
      if (!leads) continue;
      can[(row - entry) * depth + level] = 1;
      next[level - 1] = now;
    }
    for (let broken = breakFrom[is]!; broken < breakFrom[is + 1]!; broken++) if (breakAfter[broken]! < depth) next[breakAfter[broken]!] = Infinity;
  }
  let from = entry;
  for (let level = 1; level < depth - 1; level++) {
    let row = from + 1;
    while (row < done && can[(row - entry) * depth + level] === 0) row++;
    places[at + level] = row;
    from = row;
  }
}

import type { ChainRows, ChainRules } from "../../../src/analysis/sequence/chain-rules.ts";
import { rowClasses } from "../../../src/analysis/sequence/row-classes.ts";

/** A row of a test: when it was, the steps it is, and the steps after which it breaks a chain; both counted from 0. */
export interface Row {
  at: number;
  is: readonly number[];
  breaks?: readonly number[];
}

/** Rows as a search takes them, with the rules around them. */
export function prepared(
  rows: readonly Row[],
  steps: number,
  rules: Partial<ChainRules> = {},
): { rows: ChainRows; rules: ChainRules; count: number } {
  const mask = (meets: (row: Row) => boolean) => Uint8Array.from(rows, (row) => (meets(row) ? 1 : 0));
  const each = Array.from({ length: steps }, (_, step) => step);
  const masks = [
    ...each.map((step) => mask(({ is }) => is.includes(step))),
    ...each.map((step) => mask(({ breaks }) => breaks?.includes(step) === true)),
  ];
  const { of, classes } = rowClasses(masks, steps, rows.length);
  return {
    rows: { time: Float64Array.from(rows, ({ at }) => at), kind: of },
    rules: {
      steps,
      classes,
      window: Infinity,
      within: new Float64Array(steps).fill(Infinity),
      entry: "best",
      strict: false,
      remove: false,
      ...rules,
    },
    count: rows.length,
  };
}

/** A customer as letters: each is the step of its place in `steps`, any other letter is none; times count from 0. */
export function letters(text: string, steps = "abc"): Row[] {
  return Array.from(text).map((letter, at) => ({ at, is: steps.includes(letter) ? [steps.indexOf(letter)] : [] }));
}

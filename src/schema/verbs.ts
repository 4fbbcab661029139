/** How two tables meet. */
export const joinKinds = ["left", "inner", "full", "semi", "anti"] as const;

/** A join's other table, the columns that must be equal (same name, or left name to right name), and which rows stay. */
export interface JoinVerb {
  from: string;
  on: string[] | Record<string, string>;
  how?: (typeof joinKinds)[number];
}

/** Some columns as two: the name of each, and its value. One row becomes as many as there are columns. */
export interface FoldVerb {
  columns: string[];
  /** What the two columns are called. */
  key: string;
  value: string;
}

/** A column for each value of one, holding an aggregate of each group. */
export interface PivotVerb {
  column: string;
  value: string;
}

/** A text that holds several values as one row for each of them. */
export interface UnrollVerb {
  column: string;
  by: string;
}

/** So many rows, drawn by chance; the same seed draws the same ones. */
export interface SampleVerb {
  rows: number;
  seed: number;
}

/** What a row is told of the rows around it. */
export const windowKinds = ["row_number", "rank", "lag", "lead", "cumulative_sum", "cumulative_mean"] as const;

/** One column of a window: what it is, of which column, and of `lag` and `lead` how many rows away. */
export interface WindowColumn {
  is: (typeof windowKinds)[number];
  of?: string;
  by?: number;
}

/** Columns made from the rows before and after in an order, within the groups of a groupby. */
export interface WindowVerb {
  orderby: (string | { desc: string })[];
  columns: Record<string, WindowColumn>;
}

/** One step of a table cell. Texts to the right of a name are formulas. */
export type Verb =
  | { filter: string }
  | { derive: Record<string, string> }
  | { select: string[] }
  | { rename: Record<string, string> }
  | { groupby: string[] }
  | { rollup: Record<string, string> }
  | { orderby: (string | { desc: string })[] }
  | { join: JoinVerb }
  | { window: WindowVerb }
  | { dedupe: string[] }
  | { sample: SampleVerb }
  | { fold: FoldVerb }
  | { pivot: PivotVerb }
  | { unroll: UnrollVerb }
  | { concat: string[] };

/** The names of the verbs, in the order they are offered. */
export const verbNames = [
  "filter",
  "derive",
  "select",
  "rename",
  "groupby",
  "rollup",
  "orderby",
  "join",
  "window",
  "dedupe",
  "sample",
  "fold",
  "pivot",
  "unroll",
  "concat",
] as const;

export type VerbName = (typeof verbNames)[number];

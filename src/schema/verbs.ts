/** How two tables meet. */
export const joinKinds = ["left", "inner", "full", "semi", "anti"] as const;

/** A join's other table, the columns that must be equal (same name, or left name to right name), and which rows stay. */
export interface JoinVerb {
  from: string;
  on: string[] | Record<string, string>;
  how?: (typeof joinKinds)[number];
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
  | { join: JoinVerb };

/** The names of the verbs, in the order they are offered. */
export const verbNames = ["filter", "derive", "select", "rename", "groupby", "rollup", "orderby", "join"] as const;

export type VerbName = (typeof verbNames)[number];

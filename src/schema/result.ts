import type { Fix, Problem } from "./errors.ts";
import type { Table } from "./table.ts";

/** One thing a result says. Only a fact that holds, that is, one its interval supports, may be a title. */
export interface Fact {
  code: string;
  text: string;
  values: Record<string, number>;
  holds: boolean;
}

/** Something the reader should know before believing the figure. `text` is a whole sentence; `lead` is its first words, set in bold. */
export interface Warning {
  code: string;
  text: string;
  lead?: string;
  remedy?: string;
  /** Changes of parameters that settle it, offered as buttons. */
  fixes?: Fix[];
}

/** What a cell found, as plain data that crosses to the page. */
export interface CellResult {
  /** By name; `main` is the one other cells read by the cell's name alone. */
  tables: Record<string, Table>;
  /** In order of importance. */
  facts: Fact[];
  warnings: Warning[];
  /** Changes of parameters that follow from the result, offered as buttons under the figures. */
  actions?: Fix[];
  /** The number the rates are of: customers, or rows where the unit is a row. */
  n: number;
  /** What `n` counts, in the plural, where it is neither: "conversions". */
  counts?: string;
  /** How many were left out, by reason in words ("no customer", "before the window"). */
  excluded: Record<string, number>;
  /** The observation window [start, end) in UTC milliseconds. */
  window?: [number, number];
  /** The seed, where chance was used. */
  seed?: number;
  /** Why cells that read this one by its name must not run on it. Its tables may still be read. */
  blocks?: Problem;
}

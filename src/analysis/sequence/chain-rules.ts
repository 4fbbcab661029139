import type { RowClasses } from "./row-classes.ts";

/** Rows of one customer in order: when each was, and its class. */
export interface ChainRows {
  time: Float64Array;
  kind: Int32Array;
}

/** What makes rows a chain of steps. Times are in the unit of the rows. */
export interface ChainRules {
  /** How many steps. */
  steps: number;
  classes: RowClasses;
  /** The longest time from the first step to the last, both ends included. */
  window: number;
  /** The longest time from the step before, per step; Infinity is no limit. */
  within: Float64Array;
  /** Whether only the first entry counts, or whichever gets furthest. */
  entry: "first" | "best";
  /** Whether a row that is not the next step ends the chain. */
  strict: boolean;
  /** Whether a breaking row takes the customer out altogether, not only back. */
  remove: boolean;
}

/** What a search found. Rows are places in the customer's rows. */
export interface FoundChain {
  /** The row the chain that got furthest begins with, or −1. */
  entry: number;
  /** How many steps it has. */
  depth: number;
  /** The row of its last step. */
  done: number;
  /** Where the search stopped: the first row it has nothing to do with. */
  end: number;
  /** A breaking row took the customer out. */
  removed: boolean;
}

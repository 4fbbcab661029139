/** Rows that were left out as repeats, and what they would have brought. */
export interface Removed {
  rows: number;
  value: number;
}

/** What of a line's rows was said twice. */
export interface LineDuplicates {
  from: string;
  /** What the line's id names; null where it has none, or none is repeated. */
  idNames: "event" | "order" | null;
  /** Events with the id of another. */
  ids: Removed;
  /** Rows equal to another. */
  equal: Removed;
  /** Events just after one like them. */
  near: Removed;
  /** Different orders of different customers; null where the id does not name orders. */
  orders: number | null;
  /** Events with a negative value, and their sum. */
  refunds: Removed;
}

/** Which repeats are left out. */
export interface DuplicateRules {
  /** "ids": rows that repeat an event's id. "rows": those, and rows equal in every column. "keep": none. */
  exact: "ids" | "rows" | "keep";
  /** Events like one no longer before than this, in milliseconds; 0 leaves none out. */
  nearMs: number;
}

/** What counts where a notebook says nothing. */
export const usualDuplicates: DuplicateRules = { exact: "ids", nearMs: 0 };

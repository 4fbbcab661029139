import type { CheckName } from "./check-names.ts";

/** How bad it is: an error makes numbers wrong, a warning may, a note is good to know. */
export type Severity = "error" | "warning" | "note" | "passed";

/** One thing that was looked for, and what was found. */
export interface Check {
  check: CheckName;
  severity: Severity;
  /** How many were found of how many: days, rows, customers or columns. */
  found: number;
  of: number;
  counts: "days" | "rows" | "customers" | "columns" | "channels";
  /** Rows concerned. */
  rows: number;
  /** Which customers are concerned: 1 or 0 each; null where none are known. */
  who: Uint8Array | null;
  detail: string;
}

/** A check that found nothing, to be filled with what it finds. */
export function passed(check: CheckName, counts: Check["counts"], of: number, detail: string): Check {
  return { check, severity: "passed", found: 0, of, counts, rows: 0, who: null, detail };
}

/** The share that was found. */
export const shareOf = ({ found, of }: Check): number => (of === 0 ? 0 : found / of);

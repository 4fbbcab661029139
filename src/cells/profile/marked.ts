import { passed, type Check } from "./check.ts";
import type { CheckName } from "./check-names.ts";
import type { Observed } from "./observed.ts";

/** A check of every row by itself: which are concerned, and whose they are. */
export function marked(check: CheckName, { rows, who, customers }: Observed, isConcerned: (row: number) => boolean): Check {
  const whose = who === null ? null : new Uint8Array(customers);
  let found = 0;
  for (let row = 0; row < rows; row++) {
    if (!isConcerned(row)) continue;
    found++;
    if (whose !== null && who![row]! >= 0) whose[who![row]!] = 1;
  }
  return { ...passed(check, "rows", rows, ""), found, rows: found, who: whose };
}

import { valueClass } from "./value-class.ts";

/** Whether the first record holds names, and how sure that is, from 0 to 1. */
export interface SniffedHeader {
  header: boolean;
  confidence: number;
}

/**
 * Tells a header by columns whose first value is text above values that are not; a first record with a number in it is data.
 *
 * Where all is text, the first record is names when its values are all different and none comes again below.
 */
export function sniffHeader(records: readonly string[][]): SniffedHeader {
  const [first = [], ...rest] = records;
  const classes = first.map(valueClass);
  let votes = 0;
  let against = 0;
  for (const [column, kind] of classes.entries()) {
    if (kind === "missing") continue;
    if (kind !== "text") {
      against++;
      continue;
    }
    const below = rest.map((record) => valueClass(record[column] ?? "")).filter((found) => found !== "missing");
    if (below.length > 0 && below.filter((found) => found !== "text").length >= 0.9 * below.length) votes++;
  }
  if (votes !== against) return { header: votes > against, confidence: Math.max(votes, against) / (votes + against) };
  const names = first.filter((name) => name.trim() !== "");
  const again = first.some((name, column) => name.trim() !== "" && rest.some((record) => record[column] === name));
  const header = against === 0 && names.length > 0 && new Set(names).size === names.length && !again;
  return { header, confidence: 0.6 };
}

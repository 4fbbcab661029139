import { intervalDifference, type Estimate } from "../../analysis/intervals/interval-difference.ts";
import type { Interval } from "../../analysis/intervals/interval.ts";
import type { Column } from "../../schema/column.ts";
import { isPresent } from "../../schema/missing.ts";
import type { CellResult, Fact } from "../../schema/result.ts";
import { columnOf, type Table } from "../../schema/table.ts";

/** One number then and now. */
export interface Compared {
  /** What it is of: the row it stands in, or nothing for the finding itself. */
  of: string;
  /** The column or value it is. */
  what: string;
  before: Estimate;
  after: Estimate;
  /** After minus before. */
  difference: Interval & { difference: number };
  /** Whether the interval of the difference leaves zero out. */
  clear: boolean;
  isShare: boolean;
}

/** What a cell found then and now. */
export interface Comparison {
  /** The first finding both have, or null where they say different things. */
  headline: Compared | null;
  /** Every row of the main table that is in both and has intervals. */
  rows: Compared[];
}

function compared(of: string, what: string, before: Estimate, after: Estimate, isShare: boolean): Compared {
  const difference = intervalDifference(after, before);
  return { of, what, before, after, difference, clear: difference.lower > 0 || difference.upper < 0, isShare };
}

const isEstimate = ({ value, lower, upper }: Estimate): boolean => [value, lower, upper].every(Number.isFinite) && lower <= value && value <= upper;

/** What a fact is about: its words without the estimates in it, so that "after 3 months" is not compared with "after 6 months". */
const subject = ({ code, text }: Fact): string =>
  `${code} ${text
    .replaceAll(/\([^)]*\)/g, "")
    .replaceAll(/[\d.,]+\s?%/g, "%")
    .replaceAll(/\d+\.\d+/g, "")}`;

function estimateOf({ values }: Fact): { what: string; estimate: Estimate } | null {
  const what = Object.keys(values).find((key) => `${key}_lower` in values && `${key}_upper` in values);
  if (what === undefined) return null;
  const estimate = { value: values[what]!, lower: values[`${what}_lower`]!, upper: values[`${what}_upper`]! };
  return isEstimate(estimate) ? { what, estimate } : null;
}

function headline(before: CellResult, after: CellResult): Compared | null {
  for (const fact of after.facts) {
    const own = estimateOf(fact);
    const same = before.facts.find((other) => subject(other) === subject(fact));
    const other = same === undefined ? null : estimateOf(same);
    if (own === null || other === null || own.what !== other.what) continue;
    const isShare = fact.text.includes("%") && [own.estimate, other.estimate].every(({ lower, upper }) => lower >= 0 && upper <= 1);
    return compared("", own.what, other.estimate, own.estimate, isShare);
  }
  return null;
}

const cellText = (column: Column, row: number): string =>
  !isPresent(column, row) ? "–" : column.type === "text" ? column.dictionary![column.values[row]!]! : String(column.values[row]!);

/** A table's rows by the dimensions that tell them apart, and its numbers that have intervals. */
function estimates(table: Table): Map<string, { what: string; estimate: Estimate; isShare: boolean }[]> {
  const dimensions = table.columns.filter(({ role, type }) => role === "dimension" && type !== "time");
  const found = new Map<string, { what: string; estimate: Estimate; isShare: boolean }[]>();
  for (let row = 0; row < table.rows; row++) {
    const key = dimensions.map((column) => cellText(column, row)).join(", ");
    const own = table.columns.flatMap((column) => {
      const bounds = [columnOf(table, `${column.name}_lower`), columnOf(table, `${column.name}_upper`)];
      if (![column, ...bounds].every((one) => one !== undefined && isPresent(one, row))) return [];
      const estimate = { value: column.values[row]!, lower: bounds[0]!.values[row]!, upper: bounds[1]!.values[row]! };
      return isEstimate(estimate) ? [{ what: column.name, estimate, isShare: column.role === "rate" }] : [];
    });
    // Rows that the dimensions do not tell apart cannot be matched.
    found.set(key, found.has(key) ? [] : own);
  }
  return found;
}

/**
 * What a cell found in other data, with intervals for the differences. They are made from the intervals shown (for rates, Newcombe's) and take
 * the two sets of data to be independent: where the newer data holds the older they are too wide. Of many rows, one in twenty or so is clear by
 * chance at 95%.
 */
export function comparison(before: CellResult, after: CellResult): Comparison {
  const [old, now] = [before.tables["main"], after.tables["main"]];
  const known = old === undefined ? null : estimates(old);
  const rows =
    now === undefined || known === null || now.unit !== "group"
      ? []
      : [...estimates(now)].flatMap(([of, list]) =>
          list.flatMap(({ what, estimate, isShare }) => {
            const then = known.get(of)?.find((other) => other.what === what);
            return then === undefined ? [] : [compared(of, what, then.estimate, estimate, isShare)];
          }),
        );
  return { headline: headline(before, after), rows };
}

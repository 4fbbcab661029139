import type { Column } from "../../schema/column.ts";
import type { Operator } from "../../schema/conditions.ts";
import type { Json } from "../../schema/json.ts";
import { localInstant, type Instant } from "../calendar/local-instant.ts";
import { listed, unsuited } from "./operand.ts";

/** Which numbers pass: those in one of the ranges, or in none of them. Range `i` is `low[i]` to `high[i]`, with both ends where `closed`. */
export interface Ranges {
  low: Float64Array;
  high: Float64Array;
  /** Whether the ends belong to the ranges: `[low, high]`, `(low, high)` or `[low, high)`. */
  ends: "both" | "neither" | "low";
  negated: boolean;
}

function instant(column: Column, operator: Operator, value: Json, timezone: string): Instant {
  const read = typeof value === "string" ? localInstant(value, timezone) : null;
  if (read === null) throw unsuited(column, operator, value, 'Write a date such as "2025-01-31" or a time such as "2025-01-31T18:00".');
  return read;
}

function number(column: Column, operator: Operator, value: Json): number {
  const read = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof read !== "number" || Number.isNaN(read)) throw unsuited(column, operator, value, "Write a number, such as 10 or 2.5.");
  return read;
}

function truth(column: Column, operator: Operator, value: Json): number {
  if (value === true || value === "true" || value === 1) return 1;
  if (value === false || value === "false" || value === 0) return 0;
  throw unsuited(column, operator, value, "Write true or false.");
}

/**
 * What a comparison with a number, time, or true and false lets pass.
 *
 * A time is compared to local ISO text: by "is" and "in", a date means that whole local day; by "above", "atLeast", "below" and "atMost", its
 * midnight.
 *
 * @param timezone IANA name, for times.
 * @throws {UserError} If the value is not of the column's type, or the operator does not suit it.
 */
export function ranges(column: Column, operator: Operator, value: Json, timezone: string): Ranges {
  if (operator === "contains" || operator === "matches") throw unsuited(column, operator, value, 'Use "is", "in", "atLeast" or "atMost".');
  const among = operator === "is" || operator === "isNot" || operator === "in" || operator === "notIn";
  const negated = operator === "isNot" || operator === "notIn";
  if (among && column.type === "time") {
    const days = listed(value).map((item) => instant(column, operator, item, timezone));
    // A moment is the range up to the next number after it, so that one kind of range serves moments and days.
    const until = days.map(({ from, until: end }) => (end === from ? from + Math.max(1e-3, Math.abs(from) * 2 ** -52) : end));
    return { low: Float64Array.from(days, ({ from }) => from), high: Float64Array.from(until), ends: "low", negated };
  }
  const read = (item: Json) => (column.type === "boolean" ? truth(column, operator, item) : number(column, operator, item));
  if (among) {
    const points = Float64Array.from(listed(value), read);
    return { low: points, high: points, ends: "both", negated };
  }
  const bound = column.type === "time" ? instant(column, operator, value, timezone).from : read(value);
  const upward = operator === "atLeast" || operator === "above";
  return {
    low: Float64Array.of(upward ? bound : -Infinity),
    high: Float64Array.of(upward ? Infinity : bound),
    ends: operator === "atLeast" || operator === "atMost" ? "both" : "neither",
    negated,
  };
}

import type { Column } from "../../../schema/column.ts";
import { numbersOf, type GroupTable } from "./group-table.ts";

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-6 + 1e-9 * Math.abs(value);

const isRate = ({ role }: Column): boolean => role === "rate";

/** Per row the other number that a rate tells beside the customers; null where the rate is not of customers. */
function partner(rates: readonly number[], customers: readonly number[], of: (rate: number, customers: number) => number): number[] | null {
  const found = rates.map((rate, row) => (Number.isNaN(rate) || customers[row] === 0 ? Number.NaN : of(rate, customers[row]!)));
  const known = found.filter((value) => !Number.isNaN(value));
  return known.length > 0 && known.every((value) => Number.isFinite(value) && isWhole(value)) ? found.map(Math.round) : null;
}

/** Names of the counts that are parts of a table's customers, as a rate of it says: those of a bin who left. */
export function partsOfCustomers({ table, customers }: GroupTable): string[] {
  const rates = table.columns.filter(isRate).map((column) => numbersOf(column, table.rows));
  return table.columns
    .filter(({ role }) => role === "count")
    .filter((column) => {
      const counts = numbersOf(column, table.rows);
      return rates.some(
        (rate) =>
          rate.some((value) => value > 0 && value < 1) &&
          rate.every((value, row) => Number.isNaN(value) || Math.abs(value * customers[row]! - counts[row]!) < 1e-6),
      );
    })
    .map(({ name }) => name);
}

/**
 * The rows that must not be told: about fewer than `k` customers, or of so many customers that fewer than `k` are left over, or with fewer
 * than `k` on one side of a rate.
 *
 * What a rate is of is read off the numbers: a whole number of customers in every row is taken for one. Nobody is no group: a count of 0 can stand, and so
 * can a rest of 0.
 *
 * @param parts Names of counts that are parts of the customers.
 */
export function smallRows({ table, customers }: GroupTable, parts: ReadonlySet<string>, k: number): Uint8Array {
  const small = new Uint8Array(customers.length);
  const mark = (counts: readonly number[]) => {
    counts.forEach((count, row) => {
      if (count > 0 && count < k) small[row] = 1;
    });
  };
  mark(customers);
  const others = (all: readonly number[]) => all.map((count, row) => Math.abs(count - customers[row]!));
  for (const column of table.columns) {
    if (isRate(column)) {
      const rates = numbersOf(column, table.rows);
      const whole = rates.every((rate) => Number.isNaN(rate) || rate <= 1) ? partner(rates, customers, (rate, count) => count / rate) : null;
      if (whole !== null) mark(others(whole));
      const part = rates.some((rate) => rate > 0 && rate < 1) ? partner(rates, customers, (rate, count) => count * rate) : null;
      if (part !== null) {
        mark(part);
        mark(others(part));
      }
    } else if (column.role === "count" && parts.has(column.name)) {
      const counts = numbersOf(column, table.rows);
      mark(counts);
      mark(others(counts));
    }
  }
  return small;
}

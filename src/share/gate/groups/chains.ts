import type { Column } from "../../../schema/column.ts";
import { linesAlong, numbersOf, type GroupTable } from "./group-table.ts";

/** A chain of nested groups in a table, and the columns that tell its differences. */
export interface Chains {
  /** Rows, from the largest group to the smallest. */
  lines: number[][];
  /** Columns of a row that say something of the row before it in the table. */
  before: string[];
  /** The same of the row after it. */
  after: string[];
}

const close = (one: number, other: number): boolean => Math.abs(one - other) <= 1e-6 * Math.max(1, Math.abs(one), Math.abs(other));

/** Whether something holds of every two rows that follow each other, and is told of at least one pair. */
function holdsAlong(lines: readonly (readonly number[])[], test: (row: number, next: number) => boolean | null): boolean {
  let told = false;
  for (const line of lines) {
    for (let place = 1; place < line.length; place++) {
      const holds = test(line[place - 1]!, line[place]!);
      if (holds === false) return false;
      told ||= holds === true;
    }
  }
  return told;
}

/** The chains along one dimension: a count that says who dropped out between two rows, or a rate from one row to the next, shows them. */
function chainsAlong(source: GroupTable, along: Column): Chains | null {
  const { table, customers } = source;
  const lines = linesAlong(source, along);
  if (holdsAlong(lines, (row, next) => customers[next]! <= customers[row]!)) {
    const [before, after]: [string[], string[]] = [[], []];
    for (const column of table.columns) {
      if (column.role !== "count" && column.role !== "rate") continue;
      const own = numbersOf(column, table.rows);
      const test = (mine: (row: number, next: number) => number, said: (row: number, next: number) => number) =>
        holdsAlong(lines, (row, next) => (Number.isNaN(mine(row, next)) || said(row, next) === 0 ? null : close(mine(row, next), said(row, next))));
      if (column.role === "rate") {
        if (
          test(
            (row, next) => own[next]! * customers[row]!,
            (_, next) => customers[next]!,
          )
        )
          before.push(column.name);
        continue;
      }
      const lost = (row: number, next: number) => customers[row]! - customers[next]!;
      if (test((_, next) => own[next]!, lost)) before.push(column.name);
      if (test((row) => own[row]!, lost)) after.push(column.name);
    }
    return before.length + after.length > 0 ? { lines, before, after } : null;
  }
  if (along.type !== "number") return null;
  // The share of the customers taken from the top: each row holds the one before it.
  const shares = numbersOf(along, table.rows);
  const isShare = lines.every((line) => {
    const last = line.at(-1)!;
    return line.every((row) => Math.abs(customers[row]! - (shares[row]! * customers[last]!) / shares[last]!) <= 1);
  });
  return lines.length > 0 && isShare ? { lines: lines.map((line) => line.toReversed()), before: [], after: [] } : null;
}

/** All chains of a table. */
export function chainsOf(source: GroupTable): Chains[] {
  return source.dimensions.flatMap((along) => chainsAlong(source, along) ?? []);
}

/**
 * The columns that add up along a dimension: by their names, or because each row is the one before plus another column. What lies behind a
 * missing row is known from the rows around it.
 */
export function runningColumns(source: GroupTable, along: Column): string[] {
  const { table } = source;
  const lines = linesAlong(source, along);
  const measures = table.columns.filter(({ role, type }) => type !== "text" && ["value", "count", "rate", "customers"].includes(role ?? ""));
  const numbers = new Map(measures.map((column) => [column.name, numbersOf(column, table.rows)]));
  return measures
    .filter(({ name, role }) => {
      if (/(^|_)(cumulative|running|coverage|to_date)(_|$)/.test(name)) return true;
      if (role === "customers") return false;
      const sum = numbers.get(name)!;
      return measures.some(({ name: other }) => {
        const part = numbers.get(other)!;
        return (
          other !== name &&
          holdsAlong(lines, (row, next) => {
            const step = sum[next]! - sum[row]!;
            return Number.isNaN(step) || Number.isNaN(part[next]!) || (step === 0 && part[next] === 0) ? null : close(step, part[next]!);
          })
        );
      });
    })
    .map(({ name }) => name);
}

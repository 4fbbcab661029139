import { isPresent } from "../../../schema/missing.ts";
import { columnOf, type Table } from "../../../schema/table.ts";
import { chainsOf, runningColumns } from "./chains.ts";
import { linesAlong, numbersOf, type GroupTable } from "./group-table.ts";

/** Single values that go from rows which stay. */
export interface Mask {
  column: string;
  rows: Set<number>;
  why: string;
}

/** Where no top customer's share is told, the part of a sum its lower bound must reach. */
const steady = 0.25;
/** The most of a sum that one customer may have, of the (1, k) rule. */
const dominant = 0.85;

const extreme = /^(min|max|minimum|maximum|least|greatest|smallest|largest|from|to)$|^(min|max|smallest|largest)_|_(min|max)$/;

/** How many customers lie beyond a percentile, as a share of all; null where the column is none. */
function beyond(name: string): number | null {
  if (/(^|_)median(_|$)/.test(name)) return 0.5;
  const found = /(?:^|_)p(\d\d?)(?:_|$)/.exec(name)?.[1];
  return found === undefined ? null : Math.min(Number(found), 100 - Number(found)) / 100;
}

/** What a missing row would be told by: differences and rates next to it, and running sums behind it. */
function aroundHidden(source: GroupTable, hidden: Uint8Array): Mask[] {
  const masks: Mask[] = [];
  const note = (column: string, row: number, why: string) => {
    if (hidden[row] === 1) return;
    const known = masks.find((mask) => mask.column === column && mask.why === why);
    if (known === undefined) masks.push({ column, rows: new Set([row]), why });
    else known.rows.add(row);
  };
  for (const { lines, before, after } of chainsOf(source)) {
    for (const line of lines) {
      line.forEach((row, place) => {
        if (place > 0 && hidden[line[place - 1]!] === 1) for (const name of before) note(name, row, "It is of a row beside it that was left out.");
        if (place + 1 < line.length && hidden[line[place + 1]!] === 1)
          for (const name of after) note(name, row, "It is of a row beside it that was left out.");
      });
    }
  }
  for (const along of source.dimensions) {
    const running = runningColumns(source, along);
    for (const line of linesAlong(source, along)) {
      const gap = line.findIndex((row) => hidden[row] === 1);
      if (gap < 0) continue;
      for (const row of line.slice(gap)) for (const name of running) note(name, row, "It adds up rows of which some were left out.");
    }
  }
  return masks;
}

/** Values that are one customer's own, or nearly: extremes, far percentiles, sums that one customer may dominate. */
function ofFew({ table, customers }: GroupTable, hidden: Uint8Array, k: number): Mask[] {
  return table.columns.flatMap((column): Mask[] => {
    if (column.type === "text" || column.type === "boolean" || (column.role !== "value" && column.role !== "rate")) return [];
    const keep = (why: string, test: (row: number) => boolean): Mask[] => {
      const rows = new Set([...customers.keys()].filter((row) => hidden[row] === 0 && isPresent(column, row) && test(row)));
      return rows.size === 0 ? [] : [{ column: column.name, rows, why }];
    };
    if (column.role === "value" && extreme.test(column.name)) return keep("It is the least or the greatest, and so one customer's own.", () => true);
    const far = beyond(column.name);
    if (far !== null) return keep(`Fewer than ${k} customers lie beyond it.`, (row) => customers[row]! * far < k);
    if (column.role !== "value") return [];
    const values = numbersOf(column, table.rows);
    const told = columnOf(table, `${column.name}_top_share`);
    if (told !== undefined) {
      const shares = numbersOf(told, table.rows);
      return keep("One customer has nearly all of it.", (row) => shares[row]! > dominant);
    }
    const bound = columnOf(table, `${column.name}_lower`);
    if (bound === undefined || !/revenue|value|amount|spend|profit|sum/.test(column.name)) return [];
    const lower = numbersOf(bound, table.rows);
    return keep(
      "One customer may have nearly all of it: its interval is that wide.",
      (row) => values[row]! > 0 && lower[row]! < steady * values[row]!,
    );
  });
}

/** The single values to take out of the rows that stay, with the bounds of each. */
export function masksOf(source: GroupTable, hidden: Uint8Array, k: number): Mask[] {
  return [...aroundHidden(source, hidden), ...ofFew(source, hidden, k)];
}

/** The columns a mask is about: the one named, and its bounds. */
export function maskedColumns(table: Table, { column }: Mask): string[] {
  return [column, `${column}_lower`, `${column}_upper`].filter((name) => columnOf(table, name) !== undefined);
}

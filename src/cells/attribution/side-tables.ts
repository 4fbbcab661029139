import { transitionCounts } from "../../analysis/attribution/transition-counts.ts";
import type { Paths } from "../../analysis/attribution/paths.ts";
import type { Column } from "../../schema/column.ts";
import type { Table } from "../../schema/table.ts";
import { integers, numbers, texts } from "./columns.ts";
import { groupColumn, type TableSource } from "./main-table.ts";
import { countCustomers, type Marks } from "./marks.ts";
import type { Part } from "./part.ts";

/** A row of a table, by the key of its marks. */
interface Row {
  part: Part;
  key: number;
  customers: number;
}

/** The rows of a table that occur, per part. */
function rowsOf(source: TableSource, name: string, occurs: (part: Part, key: number, customers: number) => boolean): Row[] {
  const marks: Marks = source.marks[name]!;
  return source.parts.flatMap((part) => {
    const customers = countCustomers(part.paths, marks, source.known);
    return Array.from(customers, (count, key) => ({ part, key, customers: count })).filter(({ key, customers }) => occurs(part, key, customers));
  });
}

function table(source: TableSource, rows: readonly Row[], keys: Column[], measures: Column[]): Table {
  return {
    rows: rows.length,
    unit: "group",
    columns: [
      ...groupColumn(
        source,
        rows.map((row) => row.part.group),
      ),
      ...keys,
      integers(
        "customers",
        rows.map((row) => row.customers),
        "customers",
      ),
      ...measures,
    ],
  };
}

const some = (_part: Part, _key: number, customers: number) => customers > 0;

/** Conversions per key of marks. */
function conversionsPer(source: TableSource, name: string): Map<Part, Float64Array> {
  const marks = source.marks[name]!;
  return new Map(
    source.parts.map((part) => {
      const sums = new Float64Array(marks.size);
      for (let path = 0; path < part.paths.count; path++) marks.visit(part.paths, path, (key) => (sums[key]! += part.paths.conversions[path]!));
      return [part, sums];
    }),
  );
}

/** Removal effects by order and channel. */
export function removalTable(source: TableSource): Table {
  const rows = rowsOf(source, "removal", (_part, key) => key < source.channels.length).flatMap((row) =>
    [1, 2, 3].map((order) => ({ ...row, order, removal: row.part.credits?.removals[order - 1] ?? null })),
  );
  const told = rows.filter((row) => row.removal !== null).sort((left, right) => left.order - right.order);
  return table(
    source,
    told,
    [
      {
        ...integers(
          "order",
          told.map((row) => row.order),
          "dimension",
        ),
      },
      texts(
        "channel",
        told.map((row) => source.channels[row.key]!),
        "dimension",
      ),
    ],
    [
      numbers(
        "removal_effect",
        told.map((row) => row.removal!.effect[row.key]!),
        "rate",
      ),
      numbers(
        "removal_effect_value",
        told.map((row) => (source.valued ? row.removal!.valueEffect[row.key]! : Number.NaN)),
        "rate",
      ),
    ],
  );
}

/** How often one channel follows another. */
export function transitionsTable(source: TableSource): Table {
  const { channels } = source;
  const width = channels.length + 2;
  const counts = new Map(source.parts.map((part) => [part, transitionCounts(part.paths)]));
  const rows = rowsOf(source, "transitions", some);
  const times = ({ part, key }: Row) => counts.get(part)![key]!;
  const leaving = ({ part, key }: Row) => {
    const from = Math.floor(key / width) * width;
    return counts
      .get(part)!
      .subarray(from, from + width)
      .reduce((sum, count) => sum + count, 0);
  };
  const fromName = ({ key }: Row) => channels[Math.floor(key / width)] ?? "(start)";
  const toName = ({ key }: Row) => channels[key % width] ?? (key % width === channels.length ? "(conversion)" : "(nothing)");
  return table(
    source,
    rows,
    [texts("from", rows.map(fromName), "dimension"), texts("to", rows.map(toName), "dimension")],
    [
      numbers("transitions", rows.map(times), "count"),
      numbers(
        "probability",
        rows.map((row) => times(row) / leaving(row)),
        "rate",
      ),
    ],
  );
}

function histogram(source: TableSource, name: string, key: string): Table {
  const sums = conversionsPer(source, name);
  const rows = rowsOf(source, name, some);
  const of = ({ part, key }: Row) => sums.get(part)![key]!;
  const all = (part: Part) => sums.get(part)!.reduce((sum, count) => sum + count, 0);
  return table(
    source,
    rows,
    [
      integers(
        key,
        rows.map((row) => row.key),
        "dimension",
      ),
    ],
    [
      numbers("conversions", rows.map(of), "count"),
      numbers(
        "share",
        rows.map((row) => of(row) / all(row.part)),
        "rate",
      ),
    ],
  );
}

/** Conversions by how many touches came before them; the longest together. */
export const lengthsTable = (source: TableSource): Table => histogram(source, "lengths", "touches");

/** Conversions by whole days since the first touch; the latest together. */
export const lagsTable = (source: TableSource): Table => histogram(source, "lags", "days");

/** Conversions with both of two channels on their path. */
export function overlapTable(source: TableSource): Table {
  const count = source.channels.length;
  const sums = conversionsPer(source, "overlap");
  const rows = rowsOf(source, "overlap", some);
  const of = ({ part }: Row, key: number) => sums.get(part)![key]!;
  const channel = ({ key }: Row) => Math.floor(key / count);
  return table(
    source,
    rows,
    [
      texts(
        "channel",
        rows.map((row) => source.channels[channel(row)]!),
        "dimension",
      ),
      texts(
        "other",
        rows.map((row) => source.channels[row.key % count]!),
        "dimension",
      ),
    ],
    [
      numbers(
        "conversions",
        rows.map((row) => of(row, row.key)),
        "count",
      ),
      numbers(
        "share",
        rows.map((row) => of(row, row.key) / of(row, channel(row) * count + channel(row))),
        "rate",
      ),
    ],
  );
}

/** What each channel earns by ordered Shapley, by the place at which it first stood on the path. */
export function positionsTable(source: TableSource, places: number): Table {
  const earned = (paths: Paths): Float64Array => {
    const sums = new Float64Array(source.channels.length * places);
    for (let path = 0; path < paths.count; path++) {
      const held = new Set(paths.channel.subarray(paths.starts[path], paths.ends[path]));
      let at = 0;
      for (const channel of held) sums[channel * places + Math.min(places - 1, at++)]! += paths.conversions[path]! / held.size;
    }
    return sums;
  };
  const sums = new Map(source.parts.map((part) => [part, earned(part.paths)]));
  const rows = rowsOf(source, "positions", some);
  return table(
    source,
    rows,
    [
      texts(
        "channel",
        rows.map((row) => source.channels[Math.floor(row.key / places)]!),
        "dimension",
      ),
      integers(
        "place",
        rows.map((row) => (row.key % places) + 1),
        "dimension",
      ),
    ],
    [
      numbers(
        "conversions",
        rows.map((row) => sums.get(row.part)![row.key]!),
        "count",
      ),
    ],
  );
}

/** How well chains of each order foretell paths they have not seen. */
export function ordersTable(source: TableSource): Table {
  const rows = rowsOf(source, "orders", (part) => part.credits !== null).flatMap((row) => [1, 2, 3].map((order) => ({ ...row, order })));
  return table(
    source,
    rows,
    [
      integers(
        "order",
        rows.map((row) => row.order),
        "dimension",
      ),
    ],
    [
      integers(
        "states",
        rows.map((row) => row.part.credits!.orders[row.order - 1]!.states),
        "count",
      ),
      numbers(
        "held_out_likelihood",
        rows.map((row) => row.part.credits!.orders[row.order - 1]!.likelihood),
      ),
    ],
  );
}

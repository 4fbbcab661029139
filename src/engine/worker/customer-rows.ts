import type { Journey } from "../../journey/journey.ts";
import type { Segments } from "../../journey/segments.ts";
import { has } from "../../schema/bitset.ts";
import type { Column } from "../../schema/column.ts";
import { textColumn } from "../../schema/made-columns.ts";
import { scalarAt } from "../../schema/scalar.ts";
import type { Table } from "../../schema/table.ts";
import { isSegments, type Value } from "./store.ts";
import { take } from "./take.ts";

/** A cell and its output, which counts where it is sets of customers. */
interface Membership {
  name: string;
  segments: Value | undefined;
}

/** The names of the segments each customer is in, with semicolons between them; empty of one who is in none. */
function segmentColumn(name: string, { names, sets, customers }: Segments, ids: readonly string[]): Column {
  const places = new Map(customers.map((id, place) => [id, place]));
  const words = ids.map((id) => {
    const place = places.get(id);
    return place === undefined ? "" : names.filter((_, set) => has(sets[set]!, place)).join("; ");
  });
  return textColumn(name, words);
}

/** A row for each of some customers: who they are, the attributes named, and the segments they are in, a column for each cell. */
export function customerRows(journey: Journey, places: Uint32Array, attributes: readonly string[], cells: readonly Membership[]): Table {
  const columns = ["customer", ...attributes].map((name): Column => ({ ...journey.attribute(name), name }));
  const rows = take({ rows: journey.customers, unit: "customer", columns }, places);
  const ids = Array.from(places, (_, row) => String(scalarAt(rows.columns[0]!, row)));
  const segments = cells.flatMap(({ name, segments: value }) => (isSegments(value) ? [segmentColumn(name, value, ids)] : []));
  return { ...rows, columns: [...rows.columns, ...segments] };
}

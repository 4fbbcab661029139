import type { DataTable } from "../../data/data-table.ts";
import { UserError } from "../../schema/errors.ts";
import { columnOf, type Table } from "../../schema/table.ts";
import type { RowsQuery } from "../protocol.ts";
import { rowMask } from "../../journey/predicates/row-mask.ts";
import { columnSummaries } from "../../data/shape/column-summaries.ts";
import { rowsHolding } from "../../data/shape/rows-holding.ts";
import { order } from "./order.ts";
import { tableOf, type Kept } from "./store.ts";
import { range, take } from "./take.ts";

const isNarrowed = ({ search = "", where = [] }: RowsQuery): boolean => search !== "" || where.length > 0;

/** Hands out pages of tables that stay in the worker, and remembers the last order, since pages are asked for one after another. */
export class Pages {
  private last: { table: DataTable; by: string; places: Uint32Array } | null = null;
  private hits: { table: DataTable; by: string; places: Uint32Array } | null = null;

  /** @throws {UserError} If there is no such table or column. */
  page(kept: Kept, query: RowsQuery): Table {
    const table = this.table(kept, query);
    if (query.summary) return columnSummaries(table);
    const { from, to, orderBy } = query;
    if (isNarrowed(query)) {
      const found = this.found(table, query);
      return { ...take(table, found.slice(Math.max(0, from), Math.max(0, to))), truncatedFrom: found.length };
    }
    const places = range(table.rows, from, to);
    return take(table, orderBy === undefined ? places : places.map((place) => this.order(table, orderBy)[place]!));
  }

  /** Lets go of the last order, so that it does not hold on to a table nobody needs. */
  forget(): void {
    this.last = null;
    this.hits = null;
  }

  private table(kept: Kept, { table: name }: RowsQuery): DataTable {
    const table = tableOf(kept, name);
    if (table === undefined) throw new UserError(`There is no table "${name}" here.`, "Choose another table.");
    return table;
  }

  /** The places of the rows that hold a text and meet the conditions, in the wanted order. */
  private found(table: DataTable, { table: name, search = "", where = [], timezone = "UTC", orderBy }: RowsQuery): Uint32Array {
    const by = JSON.stringify([orderBy, search, where, timezone]);
    if (this.hits?.table === table && this.hits.by === by) return this.hits.places;
    const holds = search === "" ? null : rowsHolding(table, search);
    const meets = rowMask(table, where, name, timezone);
    const all = orderBy === undefined ? range(table.rows, 0, table.rows) : this.order(table, orderBy);
    const places = all.filter((place) => meets[place] === 1 && (holds === null || holds[place] === 1));
    this.hits = { table, by, places };
    return places;
  }

  private order(table: DataTable, { column: name, descending }: NonNullable<RowsQuery["orderBy"]>): Uint32Array {
    const by = `${descending} ${name}`;
    if (this.last?.table === table && this.last.by === by) return this.last.places;
    const column = columnOf({ columns: table.columns }, name);
    if (column === undefined) throw new UserError(`There is no column "${name}" to order by.`, "Choose another column.");
    this.last = { table, by, places: order(table, column, descending) };
    return this.last.places;
  }
}

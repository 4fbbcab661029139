import type { DataTable } from "../../data/data-table.ts";
import { UserError } from "../../schema/errors.ts";
import { columnOf, type Table } from "../../schema/table.ts";
import type { RowsQuery } from "../protocol.ts";
import { columnSummaries } from "../../data/shape/column-summaries.ts";
import { rowsHolding } from "../../data/shape/rows-holding.ts";
import { order } from "./order.ts";
import { tableOf, type Kept } from "./store.ts";
import { range, take } from "./take.ts";

/** Hands out pages of tables that stay in the worker, and remembers the last order, since pages are asked for one after another. */
export class Pages {
  private last: { table: DataTable; by: string; places: Uint32Array } | null = null;
  private hits: { table: DataTable; by: string; places: Uint32Array } | null = null;

  /** @throws {UserError} If there is no such table or column. */
  page(kept: Kept, { table: name, from, to, orderBy, search, summary }: RowsQuery): Table {
    const table = tableOf(kept, name);
    if (table === undefined) throw new UserError(`There is no table "${name}" here.`, "Choose another table.");
    if (summary) return columnSummaries(table);
    if (search !== undefined && search !== "") {
      const found = this.found(table, search, orderBy);
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

  /** The places of the rows that hold a text, in the wanted order. */
  private found(table: DataTable, search: string, orderBy: RowsQuery["orderBy"]): Uint32Array {
    const by = `${orderBy === undefined ? "" : `${orderBy.descending} ${orderBy.column}`}\n${search}`;
    if (this.hits?.table === table && this.hits.by === by) return this.hits.places;
    const holds = rowsHolding(table, search);
    const places = (orderBy === undefined ? range(table.rows, 0, table.rows) : this.order(table, orderBy)).filter((place) => holds[place] === 1);
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

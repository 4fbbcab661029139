import { UserError } from "../../../schema/errors.ts";
import type { CsvOptions } from "../../csv/csv-options.ts";
import type { Finished, Guessing } from "../../csv/finish-texts.ts";
import type { TableReading } from "../table-reading.ts";
import { finishValues } from "./finish-values.ts";
import { ValueColumn, type Value } from "./value-column.ts";

/** Most columns a table may have. */
export const mostColumns = 4096;

/** A table that grows row by row; a column begins where its name first comes. */
export class ValueTable {
  rows = 0;
  readonly #columns = new Map<string, ValueColumn>();

  /** @param file The file's name, for messages. */
  constructor(readonly file: string) {}

  /** Adds a value to the row that is being written. Of a name that comes twice in a row, the first value counts. */
  put(name: string, value: Value): void {
    let column = this.#columns.get(name);
    if (column === undefined) {
      if (this.#columns.size === mostColumns) {
        throw new UserError(
          `"${this.file}" has more than ${mostColumns.toLocaleString("en-US")} different names for its values, such as "${name.slice(0, 40)}".`,
          "Write it as a table first, with one column for the names and one for the values.",
        );
      }
      column = new ValueColumn(name);
      this.#columns.set(name, column);
    }
    if (column.rows > this.rows) return;
    column.fillTo(this.rows);
    column.push(value);
  }

  /** Ends the row that is being written. */
  endRow(): void {
    this.rows++;
  }

  /** The columns, all of one length. */
  columns(): ValueColumn[] {
    const columns = [...this.#columns.values()];
    for (const column of columns) column.fillTo(this.rows);
    return columns;
  }

  /** The finished table. */
  finish(format: string, guessing: Guessing, options: CsvOptions): TableReading {
    const finished = this.columns().map((column) => finishValues(column, guessing, options));
    return finishedTable(this.rows, finished, format);
  }
}

/** Finished columns as a table and what was found of it. */
export function finishedTable(rows: number, finished: readonly Finished[], format: string): TableReading {
  return {
    table: { rows, unit: "event", columns: finished.map(({ column }) => column) },
    format,
    columns: finished.map(({ report }) => report),
    bad: [],
  };
}

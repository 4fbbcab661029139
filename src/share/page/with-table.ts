import type { ReadFile } from "../../data/read/read-file.ts";
import type { Table } from "../../schema/table.ts";

/** Stands where a line or a value of the file stood as an example. */
const leftOut = "(left out)";

/**
 * A file's reading with another table in the place of its own: what was found of columns that are gone goes with them, and of the file's own
 * words nothing stays.
 */
export function withTable(reading: ReadFile, table: Table): ReadFile {
  const { columns, bad, leftOut: left, ...rest } = reading;
  const types = new Map(table.columns.map(({ name, type }) => [name, type]));
  const lines = (found: { count: number; example: string }) => ({ ...found, example: leftOut });
  return {
    ...rest,
    table,
    columns: columns.flatMap((column) => {
      const type = types.get(column.name);
      if (type === undefined) return [];
      const { unreadable, ...kept } = column;
      return [{ ...kept, type, ...(unreadable === undefined ? {} : { unreadable: { ...unreadable, example: leftOut } }) }];
    }),
    bad: bad.map((records) => ({ ...records, example: leftOut })),
    ...(left === undefined
      ? {}
      : {
          leftOut: {
            ...(left.above === undefined ? {} : { above: lines(left.above) }),
            ...(left.explained === undefined ? {} : { explained: lines(left.explained) }),
            ...(left.below === undefined ? {} : { below: lines(left.below) }),
          },
        }),
  };
}

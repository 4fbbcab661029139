import type { DataTable } from "../../data/data-table.ts";
import type { Column } from "../../schema/column.ts";
import { UserError } from "../../schema/errors.ts";
import { isPresent } from "../../schema/missing.ts";
import { columnOf } from "../../schema/table.ts";
import type { Inputs } from "../cell.ts";
import { directChannels, rulesOf, type AttributionParams } from "./presets.ts";
import type { Ways } from "./ways.ts";

function named(table: DataTable, name: string, param: string, isText: boolean): Column {
  const column = columnOf(table, name);
  const names = table.columns.map((column) => `"${column.name}"`).join(", ");
  if (column === undefined) throw new UserError(`The table has no column "${name}".`, `Choose one of ${names}.`, { param });
  const fits = isText ? column.type === "text" : column.type === "number" || column.type === "integer";
  if (fits) return column;
  throw new UserError(`"${name}" holds ${column.type} values, where ${isText ? "texts" : "numbers"} are needed.`, "Choose another column.", {
    param,
  });
}

/** A count or an amount per row; missing is 0. */
function amounts(table: DataTable, name: string | null, param: string, otherwise: number, mayBeNegative: boolean): Float64Array {
  const found = new Float64Array(table.rows).fill(otherwise);
  if (name === null) return found;
  const column = named(table, name, param, false);
  for (let row = 0; row < table.rows; row++) {
    const place = table.selection?.[row] ?? row;
    const amount = isPresent(column, place) ? column.values[place]! : 0;
    if (amount < 0 && !mayBeNegative)
      throw new UserError(`"${name}" is ${amount} in row ${row + 1}.`, "Counts of paths must be 0 or more.", { param });
    found[row] = amount;
  }
  return found;
}

/**
 * The paths of a table with one row per path: its channels in order, and how often it led to a conversion and to nothing.
 *
 * @throws {UserError} If a column does not suit.
 */
export function waysOfTable(inputs: Inputs, params: AttributionParams & { path: string }): Ways {
  const table = inputs.table(params.from);
  const rules = rulesOf(params);
  if (params.separator === "")
    throw new UserError('"separator" is empty.', 'Write what stands between channels, such as ">".', { param: "separator" });
  if (params.by !== null)
    throw new UserError('"by" needs customers, and a table of paths has none.', "Take the breakdown out, or read a journey.", { param: "by" });
  const path = named(table, params.path, "path", true);
  const conversions = amounts(table, params.conversions, "conversions", 1, false);
  const nulls = params.null_paths ? amounts(table, params.nulls, "nulls", 0, false) : new Float64Array(table.rows);
  const values = amounts(table, params.value, "value", 0, true);
  const split = path.dictionary!.map((text) =>
    text
      .split(params.separator)
      .map((step) => step.trim())
      .filter((step) => step !== ""),
  );
  const rows = Uint32Array.from({ length: table.rows }, (_, row) => row);
  const stepsOf = (row: number): string[] => {
    const place = table.selection?.[row] ?? row;
    return isPresent(path, place) ? split[path.values[place]!]! : [];
  };
  const channels = [...new Set(Array.from(rows, stepsOf).flat())].sort();
  const code = new Map(channels.map((name, place) => [name, place]));
  const steps: number[] = [];
  const ends = rows.map((row) => {
    for (const step of stepsOf(row)) steps.push(code.get(step)!);
    return steps.length;
  });
  return {
    paths: {
      count: table.rows,
      channels: channels.length,
      starts: ends.map((_, row) => (row === 0 ? 0 : ends[row - 1]!)),
      ends,
      channel: Int32Array.from(steps),
      time: null,
      at: null,
      customer: rows,
      conversions,
      nulls,
      values,
    },
    channels,
    direct: directChannels(params, channels),
    journey: null,
    customers: table.rows,
    excluded: {},
    groups: [""],
    group: null,
    valued: params.value !== null,
    lookback: rules.lookback,
  };
}

import { UserError } from "../../schema/errors.ts";
import { isPresent } from "../../schema/missing.ts";
import type { UnrollVerb } from "../../schema/verbs.ts";
import type { DataTable } from "../data-table.ts";
import { findColumn } from "./find-column.ts";
import { gather } from "./gather.ts";
import { mostRows } from "./most-rows.ts";
import { bufferRows } from "./working-table.ts";

/** The parts of a text between separators, without spaces around them; brackets and quotes of a written list are left out. */
function partsOf(text: string, by: string): string[] {
  const bare = /^\s*\[.*\]\s*$/s.test(text) ? text.trim().slice(1, -1) : text;
  return bare
    .split(by)
    .map((part) => part.trim().replace(/^(["'])(.*)\1$/s, "$2"))
    .filter((part) => part !== "");
}

/**
 * Makes a row of each part of a text; a row whose text is missing, or has no part, stays one row without a value.
 *
 * @throws {UserError} If the column is not text, or there would be more than 20 million rows, before any of them is made.
 */
export function unrollTexts(table: DataTable, { column: name, by }: UnrollVerb): DataTable {
  const column = findColumn(table.columns, name);
  if (column.type !== "text") throw new UserError(`"${name}" is ${column.type}, and only texts can be split.`, "Choose a column of texts.");
  const dictionary: string[] = [];
  const known = new Map<string, number>();
  const codeOf = (part: string): number => {
    let code = known.get(part);
    if (code === undefined) known.set(part, (code = dictionary.push(part) - 1));
    return code;
  };
  const parts = column.dictionary!.map((text) => Int32Array.from(partsOf(text, by), codeOf));
  const rows = bufferRows(table);
  const nothing = new Int32Array(0);
  const partsAt = (row: number) => (isPresent(column, row) ? parts[column.values[row]!]! : nothing);
  let size = 0;
  for (const row of rows) size += Math.max(1, partsAt(row).length);
  if (size > mostRows)
    throw new UserError(
      `Unrolling "${name}" would make ${size.toLocaleString("en-US")} rows.`,
      "Filter or roll up the rows first, or choose another separator.",
    );
  const places = new Uint32Array(size);
  // The parts are places in a column that holds each of them once; −1 is missing.
  const picks = new Int32Array(size).fill(-1);
  let at = 0;
  for (const row of rows) {
    const found = partsAt(row);
    for (const code of found) {
      places[at] = row;
      picks[at++] = code;
    }
    if (found.length === 0) places[at++] = row;
  }
  const { valid: _valid, ...about } = column;
  const each = { ...about, values: Int32Array.from(dictionary, (_, code) => code), dictionary };
  return { rows: size, unit: table.unit, columns: table.columns.map((one) => (one === column ? gather(each, picks) : gather(one, places))) };
}

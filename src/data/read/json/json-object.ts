import { UserError } from "../../../schema/errors.ts";
import { flatten } from "../values/flatten.ts";
import { ValueTable } from "../values/value-table.ts";
import type { Chosen } from "../table-reading.ts";

/** A list of records inside an object, and where it stands. */
interface Found {
  path: string;
  list: unknown[];
}

/** Objects are looked into this deep. */
const deepest = 4;

function listsIn(value: unknown, path: string, depth: number): Found[] {
  if (typeof value !== "object" || value === null || depth > deepest) return [];
  if (Array.isArray(value)) {
    const records = value.length > 0 && value.every((item) => typeof item === "object" && item !== null && !Array.isArray(item));
    return records ? [{ path, list: value }] : [];
  }
  return Object.entries(value).flatMap(([key, inner]) => listsIn(inner, path === "" ? key : `${path}.${key}`, depth + 1));
}

/**
 * The table in a JSON object: its one list of records, the one that is asked for, or the object itself as one row.
 *
 * @throws {UserError} If it has several lists and none is asked for, or not the one that is.
 */
export function jsonObject(value: unknown, file: string, wanted: string | undefined): { table: ValueTable; chosen?: Chosen } {
  const table = new ValueTable(file);
  const lists = listsIn(value, "", 0);
  const found = wanted === undefined ? lists[0] : lists.find(({ path }) => path === wanted);
  const fixes = lists.slice(0, 3).map(({ path }) => ({ label: `Read ${path}`, params: { member: path } }));
  if (wanted !== undefined && found === undefined) {
    throw new UserError(`There is no list of records "${wanted}" in "${file}".`, "Choose another list, or none.", { param: "member", fixes });
  }
  if (wanted === undefined && lists.length > 1) {
    const names = lists.slice(0, 5).map(({ path }) => `"${path}"`);
    throw new UserError(`"${file}" holds ${lists.length} lists of records: ${names.join(", ")}.`, "Choose which one to read.", {
      param: "member",
      fixes,
    });
  }
  for (const record of found === undefined ? [value] : found.list) {
    flatten(table, "", record);
    table.endRow();
  }
  if (found === undefined || found.path === "") return { table };
  return { table, chosen: { what: "list", name: found.path, others: lists.filter((list) => list !== found).map(({ path }) => path) } };
}

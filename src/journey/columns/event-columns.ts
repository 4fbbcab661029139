import type { Column } from "../../schema/column.ts";
import { UserError } from "../../schema/errors.ts";
import type { Role } from "../../schema/mapping.ts";
import { columnOf } from "../../schema/table.ts";
import type { Codes, Numbers } from "../journey.ts";
import type { MappedLine } from "../mapped.ts";
import type { EventIndex } from "../order/event-index.ts";
import { gatherCodes, gatherNumbers, pickRows, presence } from "./gather.ts";
import { roleColumns } from "./role-columns.ts";
import { textCodes } from "./text-codes.ts";
import { unify } from "./unify.ts";

/** Leaves out the texts that no event has. */
function used({ codes, dictionary }: Codes): Codes {
  const seen = new Uint8Array(dictionary.length);
  for (let event = 0; event < codes.length; event++) if (codes[event]! >= 0) seen[codes[event]!] = 1;
  if (seen.every((one) => one === 1)) return { codes, dictionary };
  let next = 0;
  const translation = Int32Array.from(seen, (one) => (one === 1 ? next++ : -1));
  for (let event = 0; event < codes.length; event++) if (codes[event]! >= 0) codes[event] = translation[codes[event]!]!;
  return { codes, dictionary: dictionary.filter((_, code) => seen[code] === 1) };
}

/**
 * A role's texts per event, over all lines, with one sorted dictionary of the texts that occur.
 *
 * @throws {UserError} If a line's column for the role holds times.
 */
export function roleCodes(index: EventIndex, lines: readonly MappedLine[], role: Role): Codes {
  const codes = new Int32Array(index.rows).fill(-1);
  const everyRow = new Map<number, Int32Array>();
  const sources = lines.flatMap(({ line, table }, number) => {
    const value = line[role];
    if (value === undefined) return [];
    const found = roleColumns(value, table, line.from);
    if ("columns" in found) return found.columns.map((column) => ({ number, table, ...textCodes(column) }));
    const length = table.columns[0]?.values.length ?? table.rows;
    if (!everyRow.has(length)) everyRow.set(length, new Int32Array(length));
    return [{ number, table, codes: everyRow.get(length)!, dictionary: [found.constant] }];
  });
  const { dictionary, translations } = unify(sources.map((source) => source.dictionary));
  for (const [place, { number, table, codes: own }] of sources.entries())
    gatherCodes(index, number, own, translations[place]!, dictionary.length, table.selection, codes);
  return used({ codes, dictionary });
}

/**
 * A role's numbers per event, over all lines; a constant such as "=1" counts for every event of its line.
 *
 * @throws {UserError} If a line gives the role a column or a constant that is not a number.
 */
export function roleNumbers(index: EventIndex, lines: readonly MappedLine[], role: Role): Numbers {
  const values = new Float64Array(index.rows).fill(NaN);
  for (const [number, { line, table }] of lines.entries()) {
    const value = line[role];
    if (value === undefined) continue;
    const found = roleColumns(value, table, line.from);
    if ("constant" in found) {
      const amount = Number(found.constant);
      if (found.constant.trim() === "" || Number.isNaN(amount))
        throw new UserError(
          `The ${role} of "${line.from}" is the constant "${found.constant}", which is not a number.`,
          'Write a number, such as "=1", or choose a column.',
        );
      for (let event = 0; event < values.length; event++) if (index.table[event] === number) values[event] = amount;
      continue;
    }
    for (const column of found.columns) {
      if (column.type === "text" || column.type === "time")
        throw new UserError(
          `"${column.name}" in "${line.from}" holds ${column.type === "text" ? "text" : "times"}, so it cannot be the ${role}.`,
          `Choose a column with numbers, or change the type of "${column.name}" to number in its source.`,
        );
      gatherNumbers(index, number, column, table.selection, values);
    }
  }
  const valid = presence(values, Number.isNaN);
  return valid === undefined ? { values } : { values, valid };
}

/** A column of one of the mapped tables per event; missing for events of other tables. */
export function tableColumn(index: EventIndex, lines: readonly MappedLine[], from: string, name: string): Column {
  const mapped = lines.map(({ line, table }) => (line.from === from ? table : null));
  const column = columnOf(
    mapped.find((table) => table !== null)!,
    name,
  )!;
  const places = new Int32Array(index.rows).fill(-1);
  for (const [number, table] of mapped.entries()) {
    if (table === null) continue;
    const { selection } = table;
    for (let event = 0; event < places.length; event++) {
      if (index.table[event] !== number) continue;
      const row = index.row[event]!;
      places[event] = selection === undefined ? row : selection[row]!;
    }
  }
  return pickRows(column, places, name);
}

import type { Column } from "../../schema/column.ts";
import { allPresent, isPresent, setMissing } from "../../schema/missing.ts";
import type { EventIndex } from "../order/event-index.ts";

/**
 * A column's codes in the common dictionary plus one, as small as they fit: reading them in the order of events misses the processor's cache
 * less, which is most of the cost.
 */
function narrow(codes: Int32Array, translation: Int32Array, size: number): Uint8Array | Uint16Array | Int32Array {
  const narrowed = size < 255 ? new Uint8Array(codes.length) : size < 65_535 ? new Uint16Array(codes.length) : new Int32Array(codes.length);
  for (let row = 0; row < codes.length; row++) narrowed[row] = codes[row]! < 0 ? 0 : translation[codes[row]!]! + 1;
  return narrowed;
}

/**
 * Gives the events of one line their codes, where they have none yet.
 *
 * @param codes Per row of the column's buffer.
 * @param translation From the column's codes to the common ones.
 * @param size How many common codes there are.
 * @param selection The table's rows in the buffer.
 * @param into Per event; −1 is none.
 */
export function gatherCodes(
  { table, row }: EventIndex,
  line: number,
  codes: Int32Array,
  translation: Int32Array,
  size: number,
  selection: Uint32Array | undefined,
  into: Int32Array,
): void {
  const narrowed = narrow(codes, translation, size);
  for (let event = 0; event < into.length; event++) {
    if (table[event] !== line || into[event]! >= 0) continue;
    const at = row[event]!;
    into[event] = narrowed[selection === undefined ? at : selection[at]!]! - 1;
  }
}

/** Gives the events of one line their numbers, where they have none yet (NaN). */
export function gatherNumbers(
  { table, row }: EventIndex,
  line: number,
  column: Column,
  selection: Uint32Array | undefined,
  into: Float64Array,
): void {
  const { values, valid } = column;
  for (let event = 0; event < into.length; event++) {
    if (table[event] !== line || !Number.isNaN(into[event]!)) continue;
    const at = selection === undefined ? row[event]! : selection[row[event]!]!;
    if (valid === undefined || isPresent(column, at)) into[event] = values[at]!;
  }
}

/** The validity bitmap of gathered numbers, or undefined when none is missing. */
export function presence(values: Float64Array | Int32Array, isMissing: (value: number) => boolean): Uint8Array | undefined {
  let valid: Uint8Array | undefined;
  for (let event = 0; event < values.length; event++) {
    if (!isMissing(values[event]!)) continue;
    valid ??= allPresent(values.length);
    setMissing(valid, event);
  }
  return valid;
}

/**
 * One column's values at given places, −1 being nowhere: missing.
 *
 * @param places Rows of the column's buffer.
 */
export function pickRows(column: Column, places: Int32Array, name: string): Column {
  const values =
    column.values.constructor === Float64Array
      ? new Float64Array(places.length).fill(NaN)
      : new (column.values.constructor as Int32ArrayConstructor)(places.length);
  if (column.type === "text") values.fill(-1);
  let valid: Uint8Array | undefined;
  for (let place = 0; place < places.length; place++) {
    const row = places[place]!;
    if (row >= 0 && isPresent(column, row)) values[place] = column.values[row]!;
    else setMissing((valid ??= allPresent(places.length)), place);
  }
  const { valid: _, ...rest } = column;
  return { ...rest, name, values, ...(valid === undefined ? {} : { valid }) };
}

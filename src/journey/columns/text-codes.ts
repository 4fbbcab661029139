import type { Column } from "../../schema/column.ts";
import { UserError } from "../../schema/errors.ts";
import { isPresent } from "../../schema/missing.ts";
import type { Codes } from "../journey.ts";

/** A range of whole numbers at most this many times the rows is looked up in an array. */
const roomy = 8;
const least = 1_000_000;

const known = new WeakMap<Column, Codes>();

function wholeRange(values: Column["values"]): { low: number; span: number } | null {
  let low = Infinity;
  let high = -Infinity;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value < low) low = value;
    if (value > high) high = value;
    if (value % 1 !== 0 && !Number.isNaN(value)) return null;
  }
  const span = high - low + 1;
  return span > 0 && span <= Math.max(least, roomy * values.length) ? { low, span } : null;
}

function fromNumbers(column: Column): Codes {
  const { values, valid } = column;
  const codes = new Int32Array(values.length).fill(-1);
  const dictionary: string[] = [];
  const text = (value: number) => (column.type === "boolean" ? String(value === 1) : String(value));
  const range = wholeRange(values);
  const places = range === null ? null : new Int32Array(range.span);
  const found = new Map<number, number>();
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value) || (valid !== undefined && !isPresent(column, row))) continue;
    if (places !== null) {
      const place = value - range!.low;
      if (places[place] === 0) places[place] = dictionary.push(text(value));
      codes[row] = places[place]! - 1;
      continue;
    }
    let code = found.get(value);
    if (code === undefined) found.set(value, (code = dictionary.push(text(value)) - 1));
    codes[row] = code;
  }
  return { codes, dictionary };
}

/**
 * Any column as text with a dictionary, so that the same customer or channel is recognised in every table: the number 17850 and the text
 * "17850" are one.
 *
 * @returns Codes for every row of the column's buffer, −1 where missing; the same object for the same column.
 * @throws {UserError} If the column holds times, which have too many values to be names.
 */
export function textCodes(column: Column): Codes {
  if (column.type === "text") return { codes: column.values as Int32Array, dictionary: column.dictionary! };
  if (column.type === "time") {
    throw new UserError(`"${column.name}" holds times, so it cannot serve as a name or a group.`, "Choose a column with text or with whole numbers.");
  }
  let codes = known.get(column);
  if (codes === undefined) known.set(column, (codes = fromNumbers(column)));
  return codes;
}

import { Type, type Data, type Field, type Table } from "apache-arrow";
import type { Column } from "../../../schema/column.ts";
import { UserError } from "../../../schema/errors.ts";
import type { Json } from "../../../schema/json.ts";
import { isPresent } from "../../../schema/missing.ts";
import { isRecord } from "../../../schema/parameters/say.ts";
import type { TableReading } from "../table-reading.ts";
import { noteKey, type ColumnNote } from "./kept-column.ts";
import { unpackNumbers, type PackedNumbers } from "./pack-numbers.ts";
import { readingKey, type ReadingNote } from "./reading-note.ts";

const types = new Set(["number", "integer", "boolean", "time", "text"]);

function parsed(text: string | undefined): Json {
  try {
    return text === undefined ? null : (JSON.parse(text) as Json);
  } catch {
    return null;
  }
}

const columnNote = (note: Json): ColumnNote | null => (isRecord(note) && types.has(note["type"] as string) ? (note as unknown as ColumnNote) : null);

function readingNote(note: Json): ReadingNote | null {
  if (!isRecord(note) || !Array.isArray(note["columns"]) || !Array.isArray(note["bad"]) || typeof note["format"] !== "string") return null;
  const first = note["first"];
  const isWhole = isRecord(first) && isRecord(first["options"]) && typeof first["bytes"] === "number" && typeof first["content"] === "string";
  return isWhole ? (note as unknown as ReadingNote) : null;
}

function textsOf(data: Data | undefined): string[] {
  const { valueOffsets, values } = data as unknown as { valueOffsets: Int32Array; values: Uint8Array };
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  return Array.from({ length: data?.length ?? 0 }, (_, row) => decoder.decode(values.subarray(valueOffsets[row], valueOffsets[row + 1])));
}

/** Text codes as they were: −1 where nothing stands. @throws {RangeError} If a code has no word. */
function codesOf(column: Column, codes: ArrayLike<number>, words: number): Int32Array {
  return Int32Array.from(codes, (code, row) => {
    if (!isPresent(column, row)) return -1;
    if (code < 0 || code >= words) throw new RangeError("a code without a word");
    return code;
  });
}

function columnOf(field: Field, data: Data, note: ColumnNote): Column {
  const rows = data.length;
  const { step, differences, wide, ...about } = note;
  const valid = data.nullCount > 0 ? { valid: data.nullBitmap!.slice(0, (rows + 7) >> 3) } : {};
  const base = { name: field.name, ...about, ...valid };
  if (note.type === "text") {
    if (data.typeId === Type.Utf8) return { ...base, values: Int32Array.from({ length: rows }, (_, row) => row), dictionary: textsOf(data) };
    const dictionary = textsOf(data.dictionary?.data[0]);
    const column: Column = { ...base, values: new Int32Array(0) };
    return { ...column, values: codesOf(column, (data.values as Int32Array).subarray(0, rows), dictionary.length), dictionary };
  }
  if (note.type === "boolean") {
    const bits = data.values as Uint8Array;
    return { ...base, values: Uint8Array.from({ length: rows }, (_, row) => (bits[row >> 3]! >> (row & 7)) & 1) };
  }
  const values = note.type === "integer" && wide !== true ? new Int32Array(rows) : new Float64Array(rows);
  const column: Column = { ...base, values };
  if (step === undefined) values.set((data.values as Float64Array).subarray(0, rows));
  else unpackNumbers({ values: (data.values as PackedNumbers["values"]).subarray(0, rows), step, differences: differences === true }, values);
  const nothing = values instanceof Int32Array ? 0 : NaN;
  if (column.valid !== undefined) for (let row = 0; row < rows; row++) if (!isPresent(column, row)) values[row] = nothing;
  return column;
}

/**
 * What `writeReading` wrote, exactly as it was; null for an Arrow file from elsewhere.
 *
 * @throws {UserError} If the file says it is one and is damaged.
 */
export function keptReading(table: Table, name: string): TableReading | null {
  const note = readingNote(parsed(table.schema.metadata.get(readingKey)));
  if (note === null) return null;
  try {
    const columns = table.schema.fields.map((field, index) => {
      const about = columnNote(parsed(field.metadata.get(noteKey)));
      const data = table.getChildAt(index)!.data;
      if (about === null || data.length !== 1) throw new RangeError(`the column "${field.name}"`);
      return columnOf(field, data[0]!, about);
    });
    return { ...note, table: { rows: table.numRows, unit: "event", columns } };
  } catch (error) {
    const why = error instanceof Error ? error.message : "";
    throw new UserError(`The data of "${name}" in this page is damaged (${why.slice(0, 80)}).`, "Ask for the page again, or drop the file itself.");
  }
}

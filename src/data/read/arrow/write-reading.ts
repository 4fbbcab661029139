import { makeData, RecordBatch, Schema, Struct, Table, tableToIPC } from "apache-arrow";
import type { ReadFile } from "../read-file.ts";
import { keptColumn } from "./kept-column.ts";
import { readingKey, type ReadingNote } from "./reading-note.ts";

/**
 * A file's table with how it was read, as an Arrow file from which `keptReading` brings back exactly the same; equal readings give equal bytes.
 *
 * Other tools open it too. Numbers kept as multiples of a step, or as differences, say so in their field's metadata.
 *
 * @param reading Its table has no selection.
 */
export function writeReading({
  table,
  options,
  name: _name,
  bytes,
  memory,
  content,
  sha256,
  rows,
  first,
  ...found
}: ReadFile): Uint8Array<ArrayBuffer> {
  const note: ReadingNote = {
    ...found,
    first: first ?? { bytes, content, memory, ...(rows !== undefined && { rows }), ...(sha256 !== undefined && { sha256 }), options },
  };
  const columns = table.columns.map(keptColumn);
  const schema = new Schema(
    columns.map(({ field }) => field),
    new Map([[readingKey, JSON.stringify(note)]]),
  );
  const batch = makeData({ type: new Struct(schema.fields), length: table.rows, nullCount: 0, children: columns.map(({ data }) => data) });
  return new Uint8Array(tableToIPC(new Table([new RecordBatch(schema, batch)]), "file"));
}

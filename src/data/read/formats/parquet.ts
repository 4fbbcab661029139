import { parquetMetadataAsync, parquetRead, parquetSchema, type AsyncBuffer, type FileMetaData, type SchemaTree } from "hyparquet";
import { decompressBrotli, decompressGzip, decompressLz4, decompressLz4Raw, decompressSnappy, decompressZstd } from "hyparquet-compressors";
import { UserError } from "../../../schema/errors.ts";
import type { ByteSource } from "../byte-source.ts";
import { damagedFile } from "../damaged-file.ts";
import type { Format } from "../format.ts";
import { isTime, parsers } from "../parquet/parquet-values.ts";
import { finishValues } from "../values/finish-values.ts";
import { flatten } from "../values/flatten.ts";
import { ValueColumn, type Value } from "../values/value-column.ts";
import { finishedTable, ValueTable } from "../values/value-table.ts";

type Unpack = (bytes: Uint8Array, length: number) => Uint8Array;

/** LZ4 of nothing is one byte, which its reader does not know. */
const orNothing =
  (unpack: Unpack): Unpack =>
  (bytes, length) =>
    length === 0 ? new Uint8Array(0) : unpack(bytes, length);

const compressors = {
  SNAPPY: decompressSnappy,
  GZIP: decompressGzip,
  BROTLI: decompressBrotli,
  LZ4: orNothing(decompressLz4),
  LZ4_RAW: orNothing(decompressLz4Raw),
  ZSTD: (bytes: Uint8Array) => decompressZstd(bytes),
};

/** Row groups that say they unpack to more than this are refused. */
const largestChunk = 2 ** 31;

/** Parquet files, with columns packed by Snappy, Zstandard, gzip, Brotli or LZ4. Nested records become columns named with dots, lists text. */
export const parquet: Format = {
  memory: 5,
  suits: (head) => new TextDecoder("windows-1252").decode(head.subarray(0, 4)) === "PAR1",
  async read(source, _head, options) {
    const blob = await source.whole();
    const file: AsyncBuffer = { byteLength: blob.size, slice: (start, end) => blob.slice(start, end).arrayBuffer() };
    const metadata = await readable(source, () => parquetMetadataAsync(file, { parsers }));
    const fields = checked(metadata, source.name);
    const columns = fields.map((field) => (field.children.length > 0 ? new ValueTable(source.name) : new ValueColumn(field.element.name)));
    let from = 0;
    for (const [index, group] of metadata.row_groups.entries()) {
      const rows = Number(group.num_rows);
      for (const [place, field] of fields.entries()) {
        await readable(source, () => readColumn(file, metadata, field, columns[place]!, from, from + rows));
        const pause = source.tellWork((index + (place + 1) / fields.length) / metadata.row_groups.length);
        if (pause !== undefined) await pause;
      }
      from += rows;
    }
    const all = columns.flatMap((column) => (column instanceof ValueColumn ? [column] : column.columns()));
    return finishedTable(
      from,
      all.map((column) => finishValues(column, "times", options, false)),
      "Parquet",
    );
  },
};

/** The columns of a file that can be read. */
function checked(metadata: FileMetaData, name: string): SchemaTree[] {
  for (const group of metadata.row_groups) {
    for (const { meta_data: chunk } of group.columns) {
      if (chunk === undefined || Number(chunk.total_uncompressed_size) < largestChunk) continue;
      throw new UserError(`"${name}" has a block of more than 2 GB, which a browser cannot unpack.`, "Write it with smaller row groups.");
    }
  }
  return parquetSchema(metadata).children;
}

async function readable<T>(source: ByteSource, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw damagedFile(source.name, "Parquet file", error, "Write or download the file again.");
  }
}

/** Reads the rows of one group of one column, and adds them to what it is so far. */
async function readColumn(
  file: AsyncBuffer,
  metadata: FileMetaData,
  field: SchemaTree,
  column: ValueColumn | ValueTable,
  rowStart: number,
  rowEnd: number,
): Promise<void> {
  const time = isTime(field);
  const { name } = field.element;
  let next = rowStart;
  await parquetRead({
    file,
    metadata,
    columns: [name],
    rowStart,
    rowEnd,
    compressors,
    parsers,
    onChunk({ columnData, rowStart: first }) {
      for (let at = 0; at < columnData.length; at++) {
        const row = first + at;
        if (row < next || row >= rowEnd) continue;
        const value: unknown = columnData[at];
        if (column instanceof ValueTable) {
          if (value !== null && value !== undefined) flatten(column, name, value);
          column.endRow();
        } else if (time && typeof value === "number") column.pushTime(value);
        else column.push(value instanceof Uint8Array ? new TextDecoder().decode(value) : (value as Value));
        next = row + 1;
      }
    },
  });
  if (next !== rowEnd) throw new Error(`column ${name} ends early`);
}

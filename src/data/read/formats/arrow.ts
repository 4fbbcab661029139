import { compressionRegistry, CompressionType, tableFromIPC, Type, type Data, type Struct, type Table } from "apache-arrow";
import { decompressZstd } from "hyparquet-compressors";
import { keptReading } from "../arrow/kept-reading.ts";
import { arrowValues } from "../arrow/arrow-values.ts";
import { unpackedLz4 } from "../arrow/unpacked-lz4.ts";
import { bytesOf } from "../bytes-of.ts";
import type { ByteSource } from "../byte-source.ts";
import { damagedFile } from "../damaged-file.ts";
import type { Format } from "../format.ts";
import { finishValues } from "../values/finish-values.ts";
import { ValueColumn } from "../values/value-column.ts";
import { finishedTable } from "../values/value-table.ts";

compressionRegistry.set(CompressionType.LZ4_FRAME, { decode: unpackedLz4 });
compressionRegistry.set(CompressionType.ZSTD, { decode: (bytes) => decompressZstd(bytes) });

const fileMark = "ARROW1";
/** Values converted before a stop can come through. */
const pieceSize = 1 << 18;

/** Whether bytes begin as an Arrow stream does: a schema's message behind its length. */
function isStream(head: Uint8Array): boolean {
  if (head.length < 16) return false;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  return view.getUint32(0, true) === 0xffffffff && view.getUint32(4, true) > 0 && view.getUint32(4, true) < 1 << 24;
}

/** Arrow and Feather (version 2) files, and Arrow streams, plain or with buffers packed by LZ4 or Zstandard. */
export const arrow: Format = {
  memory: 3,
  suits: (head) => new TextDecoder("windows-1252").decode(head.subarray(0, 6)) === fileMark || isStream(head),
  async read(source, _head, options) {
    const table = await tableOf(source);
    const kept = keptReading(table, source.name);
    if (kept !== null) return kept;
    const rows = table.numRows;
    const columns: ValueColumn[] = [];
    for (const [index, field] of table.schema.fields.entries()) {
      await addColumns(columns, field.name, table.getChildAt(index)!.data, [], (fraction) => source.tellWork((index + fraction) / table.numCols));
    }
    return finishedTable(
      rows,
      columns.map((column) => finishValues(column, "times", options, false)),
      "Arrow",
    );
  },
};

async function tableOf(source: ByteSource): Promise<Table> {
  const bytes = await bytesOf(await source.whole(), source.name);
  try {
    return tableFromIPC(bytes);
  } catch (error) {
    throw damagedFile(source.name, "Arrow file", error, "Write or download the file again.");
  }
}

/** Adds a column, or one for each field of a record, named with dots. @param parents The records the chunks stand in. */
async function addColumns(
  columns: ValueColumn[],
  name: string,
  chunks: readonly Data[],
  parents: readonly (readonly Data[])[],
  tell: (fraction: number) => Promise<void> | undefined,
): Promise<void> {
  if (chunks[0]?.typeId === Type.Struct) {
    for (const [index, field] of (chunks[0].type as Struct).children.entries()) {
      await addColumns(
        columns,
        `${name}.${field.name}`,
        chunks.map((chunk) => chunk.children[index]!),
        [...parents, chunks],
        tell,
      );
    }
    return;
  }
  const column = new ValueColumn(name);
  for (const [index, data] of chunks.entries()) {
    const around = [data, ...parents.map((parent) => parent[index]!)].filter(({ nullCount }) => nullCount > 0);
    const { time, at } = arrowValues(data);
    for (let row = 0; row < data.length; row++) {
      if (around.some((chunk) => !chunk.getValid(row))) column.push(null);
      else if (time) column.pushTime(at(row) as number);
      else column.push(at(row));
      if ((row & (pieceSize - 1)) === pieceSize - 1) await tell(row / data.length);
    }
    await tell((index + 1) / chunks.length);
  }
  columns.push(column);
}

import type { Column } from "../../schema/column.ts";
import type { Table } from "../../schema/table.ts";
import { parquetColumn, type ParquetColumn } from "./parquet-values.ts";
import { thrift, varint, type ThriftValue } from "./thrift.ts";

/** Rows of one page. */
const pageRows = 1 << 19;
const mark = new TextEncoder().encode("PAR1");
const gzip = 2;
/** How values are written: as they are, in runs, as codes of words. */
const encoding = { plain: 0, runs: 3, words: 8 } as const;

type Bytes = Uint8Array<ArrayBuffer>;

async function zipped(bytes: Uint8Array): Promise<Bytes> {
  const stream = new Blob([bytes.slice()]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const i32 = (value: number): ThriftValue => ({ i32: value });
const i64 = (value: number): ThriftValue => ({ i64: value });
const struct = (fields: Record<number, ThriftValue>): ThriftValue => ({ struct: fields });

function joined(parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Which rows of a page are present, as one run of single bits behind its length. */
function presence(valid: Uint8Array, from: number, to: number): Uint8Array {
  const bits = valid.slice(from >> 3, (to + 7) >> 3);
  const head = varint(bits.length * 2 + 1);
  const size = head.length + bits.length;
  return joined([Uint8Array.of(size & 255, (size >> 8) & 255, (size >> 16) & 255, size >>> 24), Uint8Array.from(head), bits]);
}

/** The pages of a column: the words first, where it has any. */
function* pagesOf(
  { valid }: Column,
  rows: number,
  { words, values }: ParquetColumn,
): Generator<{ body: Uint8Array; kind: number; head: [number, ThriftValue] }> {
  if (words !== null) yield { body: words.page, kind: 2, head: [7, struct({ 1: i32(words.count), 2: i32(encoding.plain) })] };
  for (let from = 0; from === 0 || from < rows; from += pageRows) {
    const to = Math.min(rows, from + pageRows);
    const body = valid === undefined ? values(from, to) : joined([presence(valid, from, to), values(from, to)]);
    const written = i32(words === null ? encoding.plain : encoding.words);
    yield { body, kind: 0, head: [5, struct({ 1: i32(to - from), 2: written, 3: i32(encoding.runs), 4: i32(encoding.runs) })] };
  }
}

/**
 * A table as a Parquet file: one row group, pages packed by gzip, texts by dictionary, times as UTC timestamps, missing values null.
 *
 * @see https://parquet.apache.org/docs/file-format/
 */
export async function parquetFile({ rows, columns }: Table): Promise<Bytes> {
  const parts: Uint8Array[] = [mark];
  let at = mark.length;
  const schema: ThriftValue[] = [struct({ 4: { text: "schema" }, 5: i32(columns.length) })];
  const chunks: ThriftValue[] = [];
  let plainSize = 0;
  for (const column of columns) {
    const kept = parquetColumn(column);
    const start = at;
    let [size, firstData] = [0, at];
    for (const { body, kind, head } of pagesOf(column, rows, kept)) {
      const packed = await zipped(body);
      const header = Uint8Array.from(thrift(struct({ 1: i32(kind), 2: i32(body.length), 3: i32(packed.length), [head[0]]: head[1] })));
      parts.push(header, packed);
      at += header.length + packed.length;
      size += header.length + body.length;
      if (kind === 2) firstData = at;
    }
    plainSize += size;
    const encodings = { list: [encoding.plain, encoding.runs, ...(kept.words === null ? [] : [encoding.words])].map(i32) };
    const chunk = {
      1: kept.type[1]!,
      2: encodings,
      3: { list: [{ text: column.name }] },
      4: i32(gzip),
      5: i64(rows),
      6: i64(size),
      7: i64(at - start),
    };
    chunks.push(struct({ 2: i64(start), 3: struct({ ...chunk, 9: i64(firstData), ...(kept.words === null ? {} : { 11: i64(start) }) }) }));
    schema.push(struct({ ...kept.type, 3: i32(column.valid === undefined ? 0 : 1), 4: { text: column.name } }));
  }
  const group = struct({ 1: { list: chunks }, 2: i64(plainSize), 3: i64(rows) });
  const footer = Uint8Array.from(thrift(struct({ 1: i32(1), 2: { list: schema }, 3: i64(rows), 4: { list: [group] }, 6: { text: "Journeybook" } })));
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, footer.length, true);
  return joined([...parts, footer, size, mark]);
}

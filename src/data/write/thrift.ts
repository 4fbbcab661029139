/** A value of Thrift's compact protocol; a struct's fields stand by their numbers. */
export type ThriftValue =
  | { i32: number }
  | { i64: number }
  | { text: string }
  | { flag: boolean }
  | { list: readonly ThriftValue[] }
  | { struct: Readonly<Record<number, ThriftValue>> };

/** A whole number, seven bits a byte, the lowest first. */
export function varint(value: number): number[] {
  const bytes: number[] = [];
  for (let left = value; ; left = Math.floor(left / 128)) {
    if (left < 128) return [...bytes, left];
    bytes.push((left % 128) | 128);
  }
}

const zigzag = (value: number): number[] => varint(value < 0 ? -2 * value - 1 : 2 * value);

function kindOf(value: ThriftValue): number {
  if ("flag" in value) return value.flag ? 1 : 2;
  if ("i32" in value) return 5;
  if ("i64" in value) return 6;
  if ("text" in value) return 8;
  return "list" in value ? 9 : 12;
}

/**
 * A value as Thrift's compact protocol writes it: what heads the pages of a Parquet file, and its footer.
 *
 * @example thrift({ struct: { 1: { i32: 1 } } }) // [0x15, 0x02, 0x00]
 * @see https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md
 */
export function thrift(value: ThriftValue): number[] {
  if ("i32" in value) return zigzag(value.i32);
  if ("i64" in value) return zigzag(value.i64);
  if ("flag" in value) return [];
  if ("text" in value) {
    const bytes = new TextEncoder().encode(value.text);
    return [...varint(bytes.length), ...bytes];
  }
  if ("list" in value) {
    const { list } = value;
    const kind = list[0] === undefined ? 12 : kindOf(list[0]);
    const head = list.length < 15 ? [(list.length << 4) | kind] : [0xf0 | kind, ...varint(list.length)];
    return [...head, ...list.flatMap(thrift)];
  }
  let last = 0;
  const fields = Object.entries(value.struct).flatMap(([key, field]) => {
    const step = Number(key) - last;
    last += step;
    return [(step << 4) | kindOf(field), ...thrift(field)];
  });
  return [...fields, 0];
}

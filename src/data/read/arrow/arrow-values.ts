import { DateUnit, TimeUnit, Type, Vector, type Data, type DataType, type Dictionary } from "apache-arrow";
import type { Value } from "../values/value-column.ts";

/** How the values of one chunk of a column are taken out of it; those of a time are UTC milliseconds. */
export interface ArrowValues {
  time: boolean;
  at: (row: number) => Value;
}

const perMillisecond: Readonly<Record<TimeUnit, number>> = {
  [TimeUnit.SECOND]: 1e-3,
  [TimeUnit.MILLISECOND]: 1,
  [TimeUnit.MICROSECOND]: 1e3,
  [TimeUnit.NANOSECOND]: 1e6,
};

/** A decimal's words, lowest first, as a number. */
function decimal(words: Uint32Array, from: number, count: number, scale: number): number {
  let value = 0n;
  for (let word = count - 1; word >= 0; word--) value = (value << 32n) | BigInt(words[from + word]!);
  return Number(BigInt.asIntN(count * 32, value)) / 10 ** scale;
}

/** A time of day as text. */
function clock(milliseconds: number): string {
  const text = new Date(Math.floor(milliseconds)).toISOString().slice(11, 23);
  return text.endsWith(".000") ? text.slice(0, 8) : text;
}

/** A nested value as text. */
function nested(value: unknown): Value {
  if (value === null || value === undefined) return null;
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === "bigint" ? Number(inner) : inner));
}

/** The values of one chunk, by its type. Missing rows are the caller's to ask about. */
export function arrowValues(data: Data): ArrowValues {
  const type = data.type as DataType & { unit?: number; scale?: number; bitWidth?: number; precision?: number };
  const values = data.values as ArrayLike<number | bigint>;
  const number = (row: number) => Number(values[row]);
  const vector = new Vector([data]);
  switch (data.typeId) {
    case Type.Int:
      return { time: false, at: (row) => values[row] };
    case Type.Float:
      return { time: false, at: type.precision === 0 ? (row) => vector.get(row) as number : (row) => values[row] };
    case Type.Timestamp: {
      const per = perMillisecond[type.unit as TimeUnit];
      return { time: true, at: (row) => number(row) / per };
    }
    case Type.Date:
      return { time: true, at: (row) => number(row) * ((type.unit as DateUnit) === DateUnit.DAY ? 86_400_000 : 1) };
    case Type.Time: {
      const per = perMillisecond[type.unit as TimeUnit];
      return { time: false, at: (row) => clock(number(row) / per) };
    }
    case Type.Duration: {
      const per = perMillisecond[type.unit as TimeUnit];
      return { time: false, at: (row) => number(row) / per };
    }
    case Type.Decimal: {
      const count = (type.bitWidth ?? 128) / 32;
      return { time: false, at: (row) => decimal(data.values as Uint32Array, row * count, count, type.scale ?? 0) };
    }
    case Type.Dictionary:
      return dictionary(data as Data<Dictionary>);
    case Type.Bool:
    case Type.Utf8:
    case Type.LargeUtf8:
    case Type.Utf8View:
      return { time: false, at: (row) => vector.get(row) as Value };
    case Type.Binary:
    case Type.LargeBinary:
    case Type.BinaryView:
    case Type.FixedSizeBinary:
      return { time: false, at: (row) => new TextDecoder().decode(vector.get(row) as Uint8Array) };
    default:
      return { time: false, at: (row) => nested(vector.get(row)) };
  }
}

/** Every chunk has a dictionary of its own; what it holds is looked up once. */
function dictionary(data: Data<Dictionary>): ArrowValues {
  const words: Value[] = [];
  let time = false;
  for (const part of data.dictionary!.data) {
    const inner = arrowValues(part);
    time = inner.time;
    for (let word = 0; word < part.length; word++) words.push(part.nullCount > 0 && !part.getValid(word) ? null : inner.at(word));
  }
  const codes = data.values as ArrayLike<number | bigint>;
  return { time, at: (row) => words[Number(codes[row])] };
}

import type { ParquetParsers, SchemaTree } from "hyparquet";

/** Times as UTC milliseconds and JSON as it is written, in place of objects. */
export const parsers: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (time: bigint) => Number(time),
  timestampFromMicroseconds: (time: bigint) => Number(time) / 1e3,
  timestampFromNanoseconds: (time: bigint) => Number(time) / 1e6,
  dateFromDays: (days: number) => days * 86_400_000,
  jsonFromBytes: (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes),
  geometryFromBytes: () => null,
  geographyFromBytes: () => null,
};

/** Whether a column of a Parquet file holds instants or days. */
export function isTime({ element }: SchemaTree): boolean {
  const { converted_type: converted, logical_type: logical, type } = element;
  if (converted === "DATE" || converted === "TIMESTAMP_MILLIS" || converted === "TIMESTAMP_MICROS") return true;
  if (logical?.type === "TIMESTAMP" || logical?.type === "DATE") return true;
  return type === "INT96" && converted === undefined;
}

import { RecordScanner } from "./record-scanner.ts";

/** Most records a sample has, and most values of each. */
const records = 200;
const values = 4096;

/**
 * The first records of a file's head as texts, if it were delimited so.
 *
 * @param whole Whether the head is the whole file, so that its last record is complete.
 */
export function sampleRecords(head: Uint8Array, delimiter: number, whole: boolean): string[][] {
  const scanner = new RecordScanner(delimiter, values, records);
  scanner.append(head);
  if (scanner.scan(whole) === 0) scanner.scan(true);
  const decoder = new TextDecoder("windows-1252");
  return Array.from({ length: scanner.rows }, (_, row) =>
    Array.from({ length: Math.min(scanner.counts[row]!, values) }, (_, value) => {
      const field = row * values + value;
      return decoder.decode(scanner.bytes.subarray(scanner.starts[field]!, scanner.ends[field]!));
    }),
  );
}

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
  // Counted first: places for the most values a record may have would take megabytes.
  const counted = scanned(head, delimiter, whole, 1);
  const width = Math.min(
    counted.counts.subarray(0, counted.rows).reduce((most, count) => Math.max(most, count), 1),
    values,
  );
  const scanner = scanned(head, delimiter, whole, width);
  const decoder = new TextDecoder("windows-1252");
  return Array.from({ length: scanner.rows }, (_, row) =>
    Array.from({ length: Math.min(scanner.counts[row]!, width) }, (_, value) => {
      const field = row * width + value;
      return decoder.decode(scanner.bytes.subarray(scanner.starts[field]!, scanner.ends[field]!));
    }),
  );
}

function scanned(head: Uint8Array, delimiter: number, whole: boolean, width: number): RecordScanner {
  const scanner = new RecordScanner(delimiter, width, records);
  scanner.append(head);
  if (scanner.scan(whole) === 0) scanner.scan(true);
  return scanner;
}

import type { CsvOptions } from "../csv/csv-options.ts";
import type { CsvReading } from "../csv/csv-report.ts";
import type { ByteSource } from "./byte-source.ts";

/** A kind of file that can be read: one file each in `formats/`. */
export interface Format {
  /** Whether it can read a file, by its first unpacked bytes and its name. */
  suits(head: Uint8Array, name: string): boolean;
  read(source: ByteSource, head: Uint8Array, options: CsvOptions): Promise<CsvReading>;
}

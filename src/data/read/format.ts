import type { ByteSource } from "./byte-source.ts";
import type { ReadOptions } from "./read-options.ts";
import type { TableReading } from "./table-reading.ts";

/** A kind of file that can be read: one file each in `formats/`. */
export interface Format {
  /** Whether it can read a file, by its first unpacked bytes and its name. */
  suits(head: Uint8Array, name: string): boolean;
  /** How many bytes of memory a byte of the unpacked file takes while it is read and as a table, roughly. */
  memory: number;
  read(source: ByteSource, head: Uint8Array, options: ReadOptions): Promise<TableReading>;
}

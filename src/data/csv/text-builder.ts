import { ByteDictionary } from "./byte-dictionary.ts";
import { grown, type ColumnBuilder } from "./column-builder.ts";
import { KernelDictionary } from "./kernel-dictionary.ts";
import type { Fields } from "./record-scanner.ts";
import type { TextDictionary } from "./text-dictionary.ts";

/** A column of anything: codes into a dictionary of bytes, −1 for missing. It takes every value. */
export class TextBuilder implements ColumnBuilder {
  rows = 0;
  missing = 0;
  codes = new Int32Array(1024);

  /** @param missing How many rows without a value come before the first. */
  constructor(
    missing = 0,
    readonly dictionary: TextDictionary = new ByteDictionary(),
  ) {
    this.addMissing(missing);
  }

  /** A column of texts that will come from fields like these. */
  static of({ kernel }: Fields, missing = 0): TextBuilder {
    return new TextBuilder(missing, kernel === null ? new ByteDictionary() : new KernelDictionary(kernel.kernel));
  }

  take(fields: Fields, column: number, from: number): number {
    const taken = fields.rows - from;
    this.codes = grown(this.codes, this.rows + taken);
    this.missing += this.dictionary.internColumn(fields, column, from, this.codes, this.rows);
    this.rows += taken;
    return fields.rows;
  }

  /** Adds one value from bytes. */
  add(bytes: Uint8Array, view: DataView, start: number, end: number): void {
    this.codes = grown(this.codes, this.rows + 1);
    const code = this.dictionary.intern(bytes, view, start, end);
    if (code < 0) this.missing++;
    this.codes[this.rows++] = code;
  }

  addMissing(rows: number): void {
    this.codes = grown(this.codes, this.rows + rows);
    this.codes.fill(-1, this.rows, this.rows + rows);
    this.rows += rows;
    this.missing += rows;
  }
}

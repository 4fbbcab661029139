import { ByteDictionary } from "./byte-dictionary.ts";
import { grown, type ColumnBuilder } from "./column-builder.ts";
import type { Fields } from "./record-scanner.ts";

/** A column of anything: codes into a dictionary of bytes, −1 for missing. It takes every value. */
export class TextBuilder implements ColumnBuilder {
  rows = 0;
  codes = new Int32Array(1024);
  readonly dictionary = new ByteDictionary();

  /** @param missing How many rows without a value come before the first. */
  constructor(missing = 0) {
    this.addMissing(missing);
  }

  take(fields: Fields, column: number, from: number): number {
    const { bytes, view, starts, ends, width, rows } = fields;
    const { dictionary } = this;
    this.codes = grown(this.codes, this.rows + rows - from);
    const codes = this.codes;
    let at = this.rows;
    for (let field = from * width + column, last = rows * width; field < last; field += width) {
      const start = starts[field]!;
      const end = ends[field]!;
      codes[at++] = start === end ? -1 : dictionary.intern(bytes, view, start, end);
    }
    this.rows = at;
    return rows;
  }

  /** Adds one value from bytes. */
  add(bytes: Uint8Array, view: DataView, start: number, end: number): void {
    this.codes = grown(this.codes, this.rows + 1);
    this.codes[this.rows++] = this.dictionary.intern(bytes, view, start, end);
  }

  addMissing(rows: number): void {
    this.codes = grown(this.codes, this.rows + rows);
    this.codes.fill(-1, this.rows, this.rows + rows);
    this.rows += rows;
  }
}

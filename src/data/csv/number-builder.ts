import { AsciiScratch, asciiText } from "./ascii-scratch.ts";
import { grown, type ColumnBuilder } from "./column-builder.ts";
import { MissingRows } from "./missing-rows.ts";
import { isMissingToken } from "./missing-token.ts";
import { isWholeText, numberOf } from "./number-text.ts";
import type { Fields } from "./record-scanner.ts";
import { TextBuilder } from "./text-builder.ts";

const powers = Float64Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);
const minus = 45;
const zero = 48;
/** What the kernel says of a whole number that is missing. */
const missingInteger = -0x80000000;

/**
 * A column of numbers. Each row keeps how many decimals it was written with, and the few that are written otherwise ("1e5", ".5", " 7") keep
 * their bytes, so that the column can become text again exactly.
 */
export class NumberBuilder implements ColumnBuilder {
  rows = 0;
  /** Whether every value is written without a fraction or an exponent. */
  whole = true;
  readonly missing = new MissingRows();
  /** Values while all are whole and fit 32 bits; null afterwards. */
  #small: Int32Array | null;
  #wide = new Float64Array(0);
  #decimals = new Uint8Array(0);
  /** Rows written otherwise, in order, and what is written there. */
  #oddRows = new Int32Array(16);
  readonly #odd = new TextBuilder();
  #scale = 0;

  /** @param missing How many rows without a value come before the first. */
  constructor(
    readonly decimal: "point" | "comma",
    missing = 0,
  ) {
    this.rows = missing;
    this.missing.markAll(missing);
    this.#small = new Int32Array(missing + 1024);
  }

  take(fields: Fields, column: number, from: number): number {
    this.missing.reserve(this.rows + fields.rows - from);
    let next = from;
    if (this.#small !== null) next = this.#takeSmall(fields, column, from);
    return this.#small === null ? this.#takeWide(fields, column, next) : next;
  }

  /** The values: 32-bit where they fit. Missing rows hold 0 or NaN. */
  finish(): Int32Array | Float64Array {
    if (this.#small !== null) return this.#small.slice(0, this.rows);
    const wide = this.#wide.slice(0, this.rows);
    return this.whole && wide.every((value) => Number.isNaN(value) || value === (value | 0)) ? Int32Array.from(wide) : wide;
  }

  /** The same column as text, as it was written. */
  toText(text = new TextBuilder()): TextBuilder {
    const scratch = new AsciiScratch();
    let odd = 0;
    for (let row = 0; row < this.rows; row++) {
      if (this.missing.has(row)) text.addMissing(1);
      else if (odd < this.#odd.rows && this.#oddRows[odd] === row) {
        const length = scratch.write(asciiTextOf(this.#odd.dictionary.valueAt(this.#odd.codes[odd]!)));
        text.add(scratch.bytes, scratch.view, 0, length);
        odd++;
      } else {
        const plain = this.#small === null ? this.#wide[row]!.toFixed(this.#decimals[row]) : String(this.#small[row]);
        const length = scratch.write(this.decimal === "comma" ? plain.replace(".", ",") : plain);
        text.add(scratch.bytes, scratch.view, 0, length);
      }
    }
    return text;
  }

  /** Takes values up to the first that is not a whole number of at most nine digits, where there is a kernel; returns how many. */
  #takeCommonSmall({ kernel, width, rows }: Fields, column: number, from: number): number {
    if (kernel === null) return 0;
    const taken = kernel.kernel.run.integers(...kernel.columnFrom(column, from, width, rows), kernel.places.values);
    const values = kernel.kernel.int32(kernel.places.values, taken);
    for (let at = 0; at < taken; at++) {
      if (values[at]! !== missingInteger) continue;
      this.missing.mark(this.rows + at);
      values[at] = 0;
    }
    this.#small!.set(values, this.rows);
    this.rows += taken;
    return taken;
  }

  /** Takes values up to the first written otherwise than the usual way, where there is a kernel; returns how many. */
  #takeCommonWide({ kernel, width, rows }: Fields, column: number, from: number): number {
    if (kernel === null) return 0;
    const { values, spare } = kernel.places;
    const point = this.decimal === "comma" ? 44 : 46;
    const taken = kernel.kernel.run.numbers(...kernel.columnFrom(column, from, width, rows), values, spare, point);
    const wide = kernel.kernel.float64(values, taken);
    const decimals = kernel.kernel.bytes.subarray(spare, spare + taken);
    for (let at = 0; at < taken; at++) if (Number.isNaN(wide[at])) this.missing.mark(this.rows + at);
    if (this.whole) this.whole = decimals.every((scale) => scale === 0);
    this.#wide.set(wide, this.rows);
    this.#decimals.set(decimals, this.rows);
    this.rows += taken;
    return taken;
  }

  #takeSmall(fields: Fields, column: number, from: number): number {
    const { bytes, starts, ends, width, rows } = fields;
    this.#small = grown(this.#small!, this.rows + rows - from);
    const small = this.#small;
    let record = from + this.#takeCommonSmall(fields, column, from);
    let row = this.rows;
    for (let field = record * width + column; record < rows; record++, field += width) {
      let at = starts[field]!;
      const end = ends[field]!;
      if (at === end) {
        this.missing.mark(row++);
        continue;
      }
      const negative = bytes[at] === minus;
      if (negative) at++;
      const length = end - at;
      let value = bytes[at]! - zero;
      // Up to nine digits fit 32 bits; a leading zero, "-0" or a lone minus is for the careful way.
      let plain = length > 0 && length < 10 && value >= 0 && value < 10 && (value > 0 || (length === 1 && !negative));
      while (plain && ++at < end) {
        const digit = bytes[at]! - zero;
        plain = digit >= 0 && digit < 10;
        value = value * 10 + digit;
      }
      if (plain) {
        small[row++] = negative ? -value : value;
        continue;
      }
      const start = starts[field]!;
      if (isMissingToken(bytes, start, end)) {
        this.missing.mark(row++);
        continue;
      }
      value = this.#plain(bytes, start, end);
      if (this.#scale !== 0 || value !== (value | 0)) {
        this.rows = row;
        if (Number.isNaN(value) && Number.isNaN(this.#otherwise(bytes, start, end))) return record;
        this.#widen();
        return record;
      }
      small[row++] = value;
    }
    this.rows = row;
    return record;
  }

  #takeWide(fields: Fields, column: number, from: number): number {
    const { bytes, view, starts, ends, width, rows } = fields;
    this.#wide = grown(this.#wide, this.rows + rows - from);
    this.#decimals = grown(this.#decimals, this.rows + rows - from);
    const wide = this.#wide;
    const decimals = this.#decimals;
    let record = from + this.#takeCommonWide(fields, column, from);
    let row = this.rows;
    for (let field = record * width + column; record < rows; record++, field += width) {
      const start = starts[field]!;
      const end = ends[field]!;
      if (start === end) {
        this.missing.mark(row);
        wide[row++] = NaN;
        continue;
      }
      let value = this.#plain(bytes, start, end);
      if (Number.isNaN(value)) {
        if (isMissingToken(bytes, start, end)) this.missing.mark(row);
        else {
          value = this.#otherwise(bytes, start, end);
          if (Number.isNaN(value)) break;
          this.#oddRows = grown(this.#oddRows, this.#odd.rows + 1);
          this.#oddRows[this.#odd.rows] = row;
          this.#odd.add(bytes, view, start, end);
        }
      } else {
        decimals[row] = this.#scale;
        if (this.#scale > 0) this.whole = false;
      }
      wide[row++] = value;
    }
    this.rows = row;
    return record;
  }

  /** A number written the usual way: at most 15 digits, no needless zeros before the point. Sets the scale; NaN when written otherwise. */
  #plain(bytes: Uint8Array, start: number, end: number): number {
    const point = this.decimal === "comma" ? 44 : 46;
    const negative = bytes[start] === minus;
    const first = negative ? start + 1 : start;
    let whole = 0;
    let at = first;
    this.#scale = 0;
    for (; at < end; at++) {
      const digit = bytes[at]! - zero;
      if (digit < 0 || digit > 9) break;
      whole = whole * 10 + digit;
    }
    const digits = at - first;
    if (digits === 0 || (digits > 1 && bytes[first] === zero) || end - first > 16) return NaN;
    if (at === end) {
      return digits > 15 || (negative && whole === 0) ? NaN : negative ? -whole : whole;
    }
    if (bytes[at] !== point || at + 1 === end) return NaN;
    const scale = end - at - 1;
    for (at++; at < end; at++) {
      const digit = bytes[at]! - zero;
      if (digit < 0 || digit > 9) return NaN;
      whole = whole * 10 + digit;
    }
    if (negative && whole === 0) return NaN;
    this.#scale = scale;
    // Both are exact, so the quotient is the nearest double, as if the text had been read by the engine.
    const value = whole / powers[scale]!;
    return negative ? -value : value;
  }

  /** A number written in any other way. */
  #otherwise(bytes: Uint8Array, start: number, end: number): number {
    if (end - start > 64) return NaN;
    const text = asciiText(bytes, start, end);
    const value = numberOf(text, this.decimal);
    if (!Number.isNaN(value) && !isWholeText(text)) this.whole = false;
    return value + 0;
  }

  #widen(): void {
    const small = this.#small!;
    this.#wide = new Float64Array(small.length);
    this.#decimals = new Uint8Array(small.length);
    for (let row = 0; row < this.rows; row++) this.#wide[row] = this.missing.has(row) ? NaN : small[row]!;
    this.#small = null;
  }
}

function asciiTextOf(bytes: Uint8Array): string {
  return asciiText(bytes, 0, bytes.length);
}

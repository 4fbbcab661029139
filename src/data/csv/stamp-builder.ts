import { AsciiScratch, asciiText } from "./ascii-scratch.ts";
import { civilDays } from "./civil-days.ts";
import { grown, type ColumnBuilder } from "./column-builder.ts";
import { MissingRows } from "./missing-rows.ts";
import { isMissingToken } from "./missing-token.ts";
import type { Fields } from "./record-scanner.ts";
import { stampLayout, written, type StampLayout } from "./stamp-layout.ts";
import { TextBuilder } from "./text-builder.ts";
import { wallClock } from "./wall-clock.ts";

const zero = 48;
/** The highest bit of four bytes. */
const highest = 0x80808080 | 0;
const microseconds = Float64Array.of(0, 100_000, 10_000, 1000, 100, 10, 1);

/** A column of ISO 8601 dates and times: what the clock on the wall showed, and in which of a few layouts, so that it can become text again. */
export class StampBuilder implements ColumnBuilder {
  rows = 0;
  readonly missing = new MissingRows();
  #walls: Float64Array<ArrayBuffer>;
  #layouts: StampLayout[] = [];
  /** The layout of each row, once there are several. */
  #layoutOf: Uint8Array | null = null;

  /** @param missing How many rows without a value come before the first. */
  constructor(missing = 0) {
    this.rows = missing;
    this.missing.markAll(missing);
    this.#walls = new Float64Array(missing + 1024).fill(NaN, 0, missing);
  }

  take(fields: Fields, column: number, from: number): number {
    const { bytes, view, starts, ends, width, rows } = fields;
    this.missing.reserve(this.rows + rows - from);
    this.#walls = grown(this.#walls, this.rows + rows - from);
    const walls = this.#walls;
    let record = from + this.#takeCommon(fields, column, from);
    let row = this.rows;
    let current = 0;
    for (let field = record * width + column; record < rows; record++, field += width) {
      const start = starts[field]!;
      const end = ends[field]!;
      let wall = NaN;
      if (start === end) this.missing.mark(row);
      else {
        if (current < this.#layouts.length) wall = wallOf(bytes, view, start, end, this.#layouts[current]!);
        if (Number.isNaN(wall)) {
          if (isMissingToken(bytes, start, end)) this.missing.mark(row);
          else {
            current = this.#layoutFor(bytes, view, start, end, row);
            wall = current < 0 ? NaN : wallOf(bytes, view, start, end, this.#layouts[current]!);
            if (Number.isNaN(wall)) break;
          }
        }
      }
      if (this.#layoutOf !== null) {
        if (row >= this.#layoutOf.length) this.#layoutOf = grown(this.#layoutOf, walls.length);
        this.#layoutOf[row] = current;
      }
      walls[row++] = wall;
    }
    this.rows = row;
    return record;
  }

  /** The instants, in UTC milliseconds; NaN for missing. Times that do not say their zone are in `zone`. */
  finish(zone: string): Float64Array {
    const times = this.#walls.slice(0, this.rows);
    const local = this.#layouts.some((layout) => layout.offset === null) ? wallClock(zone) : null;
    const only = this.#layouts[0];
    if (this.#layouts.length === 1 && only!.offset === 0) return times;
    for (let row = 0; row < times.length; row++) {
      const wall = times[row]!;
      if (Number.isNaN(wall)) continue;
      const { offset } = this.#layoutOf === null ? only! : this.#layouts[this.#layoutOf[row]!]!;
      times[row] = offset === null ? local!(wall) : wall - offset;
    }
    return times;
  }

  /** The same column as text, as it was written. */
  toText(text = new TextBuilder()): TextBuilder {
    const scratch = new AsciiScratch();
    for (let row = 0; row < this.rows; row++) {
      if (this.missing.has(row)) {
        text.addMissing(1);
        continue;
      }
      const layout = this.#layouts[this.#layoutOf === null ? 0 : this.#layoutOf[row]!]!;
      const length = scratch.write(written(this.#walls[row]!, layout));
      text.add(scratch.bytes, scratch.view, 0, length);
    }
    return text;
  }

  /** Takes values up to the first that the kernel cannot read in the only layout so far; returns how many. */
  #takeCommon({ kernel, width, rows }: Fields, column: number, from: number): number {
    if (kernel === null || this.#layouts.length !== 1) return 0;
    const { separator, seconds, fraction, suffixBytes } = this.#layouts[0]!;
    const suffix = new DataView(Uint8Array.of(...suffixBytes, 0, 0, 0, 0, 0, 0, 0, 0).buffer);
    const { values } = kernel.places;
    const taken = kernel.kernel.run.stamps(
      ...kernel.columnFrom(column, from, width, rows),
      values,
      separator,
      seconds ? 1 : 0,
      fraction,
      suffix.getInt32(0, true),
      suffix.getInt32(4, true),
      suffixBytes.length,
    );
    const walls = kernel.kernel.float64(values, taken);
    this.#walls.set(walls, this.rows);
    for (let at = 0; at < taken; at++) if (Number.isNaN(walls[at])) this.missing.mark(this.rows + at);
    this.rows += taken;
    return taken;
  }

  /** The number of a value's layout, known or new; −1 when it has none. */
  #layoutFor(bytes: Uint8Array, view: DataView, start: number, end: number, row: number): number {
    const known = this.#layouts.findIndex((layout) => !Number.isNaN(wallOf(bytes, view, start, end, layout)));
    if (known >= 0) return known;
    const layout = end - start > 40 || this.#layouts.length === 255 ? null : stampLayout(asciiText(bytes, start, end));
    if (layout === null || Number.isNaN(wallOf(bytes, view, start, end, layout))) return -1;
    if (this.#layouts.push(layout) === 2) this.#layoutOf = new Uint8Array(Math.max(row + 1, this.#walls.length));
    return this.#layouts.length - 1;
  }
}

/** Wall milliseconds of a value in a layout; NaN when it is not in it or there is no such time. `view` must allow four bytes past `end`. */
function wallOf(bytes: Uint8Array, view: DataView, start: number, end: number, layout: StampLayout): number {
  if (end - start !== layout.length) return NaN;
  const { separator } = layout;
  // Four bytes at a time: XOR leaves digits where digits should be and 0 where a separator should.
  const year = view.getInt32(start, true) ^ 0x30303030;
  const month = view.getInt32(start + 4, true) ^ 0x2d30302d;
  const dayBytes = view.getInt32(start + 8, true);
  const day = separator === 0 ? (dayBytes & 0xffff) ^ 0x3030 : dayBytes ^ (0x30003030 | (separator << 16));
  const date = strays(year, 0x76767676) | strays(month, 0x7f76767f) | strays(day, separator === 0 ? 0x7676 : 0x767f7676);
  if ((date & highest) !== 0) return NaN;
  const days = civilDays(
    (year & 15) * 1000 + ((year >> 8) & 15) * 100 + ((year >> 16) & 15) * 10 + (year >> 24),
    ((month >> 8) & 15) * 10 + ((month >> 16) & 15),
    (day & 15) * 10 + ((day >> 8) & 15),
  );
  if (separator === 0) return days * 86_400_000;
  const minute = view.getInt32(start + 12, true) ^ 0x30303a30;
  const second = layout.seconds ? (view.getInt32(start + 16, true) & 0xffffff) ^ 0x30303a : 0;
  const hours = (day >> 24) * 10 + (minute & 15);
  const minutes = ((minute >> 16) & 15) * 10 + (minute >> 24);
  const seconds = ((second >> 8) & 15) * 10 + (second >> 16);
  const time = strays(minute, 0x76767f76) | strays(second, layout.seconds ? 0x76767f : 0);
  if ((time & highest) !== 0 || hours > 23 || minutes > 59 || seconds > 59) return NaN;
  let at = start + (layout.seconds ? 19 : 16);
  let fraction = 0;
  if (layout.fraction > 0) {
    if (bytes[at] !== 46) return NaN;
    const last = at + layout.fraction;
    while (at++ < last) {
      const digit = bytes[at]! - zero;
      if (digit < 0 || digit > 9) return NaN;
      fraction = fraction * 10 + digit;
    }
    fraction = (fraction * microseconds[layout.fraction]!) / 1000;
  }
  const { suffixBytes } = layout;
  for (let index = 0; index < suffixBytes.length; index++) if (bytes[at + index] !== suffixBytes[index]) return NaN;
  return days * 86_400_000 + (hours * 3600 + minutes * 60 + seconds) * 1000 + fraction;
}

/** Sets the highest bit of each byte that is more than its limit, which is given as 127 less the most it may be: 9 for digits, 0 for separators. */
function strays(word: number, limits: number): number {
  return (word + limits) | word;
}

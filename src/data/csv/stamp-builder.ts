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
    const { bytes, starts, ends, width, rows } = fields;
    this.missing.reserve(this.rows + rows - from);
    this.#walls = grown(this.#walls, this.rows + rows - from);
    const walls = this.#walls;
    let row = this.rows;
    let record = from;
    let current = 0;
    for (let field = from * width + column; record < rows; record++, field += width) {
      const start = starts[field]!;
      const end = ends[field]!;
      let wall = NaN;
      if (start === end) this.missing.mark(row);
      else {
        if (current < this.#layouts.length) wall = wallOf(bytes, start, end, this.#layouts[current]!);
        if (Number.isNaN(wall)) {
          if (isMissingToken(bytes, start, end)) this.missing.mark(row);
          else {
            current = this.#layoutFor(bytes, start, end, row);
            wall = current < 0 ? NaN : wallOf(bytes, start, end, this.#layouts[current]!);
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
  toText(): TextBuilder {
    const text = new TextBuilder();
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

  /** The number of a value's layout, known or new; −1 when it has none. */
  #layoutFor(bytes: Uint8Array, start: number, end: number, row: number): number {
    const known = this.#layouts.findIndex((layout) => !Number.isNaN(wallOf(bytes, start, end, layout)));
    if (known >= 0) return known;
    const layout = end - start > 40 || this.#layouts.length === 255 ? null : stampLayout(asciiText(bytes, start, end));
    if (layout === null || Number.isNaN(wallOf(bytes, start, end, layout))) return -1;
    if (this.#layouts.push(layout) === 2) this.#layoutOf = new Uint8Array(Math.max(row + 1, this.#walls.length));
    return this.#layouts.length - 1;
  }
}

/** Wall milliseconds of a value in a layout; NaN when it is not in it or there is no such time. */
function wallOf(bytes: Uint8Array, start: number, end: number, layout: StampLayout): number {
  if (end - start !== layout.length || bytes[start + 4] !== 45 || bytes[start + 7] !== 45) return NaN;
  const y0 = bytes[start]! - zero;
  const y1 = bytes[start + 1]! - zero;
  const y2 = bytes[start + 2]! - zero;
  const y3 = bytes[start + 3]! - zero;
  const m0 = bytes[start + 5]! - zero;
  const m1 = bytes[start + 6]! - zero;
  const d0 = bytes[start + 8]! - zero;
  const d1 = bytes[start + 9]! - zero;
  // A digit out of range makes one of these negative.
  const date = y0 | y1 | y2 | y3 | m0 | m1 | d0 | d1 | (9 - y0) | (9 - y1) | (9 - y2) | (9 - y3) | (9 - m0) | (9 - m1) | (9 - d0) | (9 - d1);
  if (date < 0) return NaN;
  const days = civilDays(y0 * 1000 + y1 * 100 + y2 * 10 + y3, m0 * 10 + m1, d0 * 10 + d1);
  if (layout.separator === 0) return days * 86_400_000;
  if (bytes[start + 10] !== layout.separator || bytes[start + 13] !== 58) return NaN;
  const h0 = bytes[start + 11]! - zero;
  const h1 = bytes[start + 12]! - zero;
  const n0 = bytes[start + 14]! - zero;
  const n1 = bytes[start + 15]! - zero;
  let s0 = 0;
  let s1 = 0;
  let at = start + 16;
  if (layout.seconds) {
    if (bytes[at] !== 58) return NaN;
    s0 = bytes[at + 1]! - zero;
    s1 = bytes[at + 2]! - zero;
    at += 3;
  }
  const time = h0 | h1 | n0 | n1 | s0 | s1 | (9 - h0) | (9 - h1) | (5 - n0) | (9 - n1) | (5 - s0) | (9 - s1);
  const hour = h0 * 10 + h1;
  if (time < 0 || hour > 23) return NaN;
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
  return days * 86_400_000 + (hour * 3600 + (n0 * 10 + n1) * 60 + s0 * 10 + s1) * 1000 + fraction;
}

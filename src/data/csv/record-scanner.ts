import type { CsvKernel } from "./csv-kernel.ts";
import type { BadKind, BadRecords } from "./csv-report.ts";
import { KernelMemory, PlainMemory, slack, type FieldMemory } from "./field-memory.ts";

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;
/** Four bytes of 1, of 14, and the highest bit of each. */
const ones = 0x01010101;
const fourteens = 0x0e0e0e0e;
const flag = 0x80808080 | 0;
/** A quoted value longer than this has lost its closing quote. */
const longestRecord = 4 << 20;

/** Where the values of a batch of records stand: value `c` of record `r` is bytes `starts[r × width + c]` to `ends[r × width + c]`. */
export interface Fields {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly width: number;
  readonly rows: number;
  /** Where they are for the kernel, where there is one. */
  readonly kernel: KernelMemory | null;
}

/**
 * Finds records and values in bytes that arrive in pieces: quotes, doubled quotes, line ends of any kind inside and outside quotes, ragged
 * records.
 *
 * Call `append`, then `scan` until it finds nothing; after the last piece once more with `final`. The places are good until the next call.
 */
export class RecordScanner implements Fields {
  rows = 0;
  readonly kernel: KernelMemory | null;
  /** Number of the line that comes next, from 1. */
  line = 1;
  readonly bad = new Map<BadKind, BadRecords>();

  readonly #memory: FieldMemory;
  readonly #delimiter: number;
  readonly #capacity: number;
  #from = 0;
  #to = 0;
  /** Places of quotes that never close, to be read as they are. */
  #literal: number[] = [];
  /** Values of the current record with quotes to take out. */
  #escaped: number[] = [];

  constructor(
    delimiter: number,
    readonly width: number,
    capacity = Math.max(64, Math.min(8192, Math.floor(65_536 / width))),
    kernel: CsvKernel | null = null,
  ) {
    this.#delimiter = delimiter;
    this.#capacity = capacity;
    this.kernel = kernel === null ? null : new KernelMemory(kernel, capacity, width);
    this.#memory = this.kernel ?? new PlainMemory(capacity, width);
  }

  get bytes(): Uint8Array {
    return this.#memory.bytes;
  }

  get view(): DataView {
    return this.#memory.view;
  }

  get starts(): Int32Array {
    return this.#memory.starts;
  }

  get ends(): Int32Array {
    return this.#memory.ends;
  }

  /** How many values each record of the batch really has. */
  get counts(): Int32Array {
    return this.#memory.counts;
  }

  /** Bytes that wait for the end of their record. */
  get waiting(): number {
    return this.#to - this.#from;
  }

  /** Takes the next piece. */
  append(piece: Uint8Array): void {
    const left = this.#to - this.#from;
    const needed = left + piece.length + slack;
    if (needed > this.bytes.length) {
      this.#memory.enlarge(Math.max(needed, this.bytes.length * 2), this.#from, this.#to);
    } else if (this.#from > 0) {
      this.bytes.copyWithin(0, this.#from, this.#to);
    }
    this.#literal = this.#literal.map((at) => at - this.#from);
    this.bytes.set(piece, left);
    this.#from = 0;
    this.#to = left + piece.length;
  }

  /** Finds the next complete records, at most `limit`; `rows` says how many. With `final`, what is left is a record too. */
  scan(final: boolean, limit = this.#capacity): number {
    const { bytes, view, starts, ends, counts, kernel, width } = this;
    const delimiter = this.#delimiter;
    const pattern = Math.imul(delimiter, ones);
    const to = this.#to;
    // A line end after the last byte stops every loop without asking where the end is.
    bytes[to] = lineFeed;
    let at = this.#from;
    let rows = 0;
    while (rows < limit && at < to) {
      if (kernel !== null && this.#literal.length === 0) {
        rows = kernel.scan(at, to, delimiter, rows, limit);
        at = kernel.scanned;
        this.line += kernel.lines;
        if (rows === limit || at >= to) break;
      }
      const record = at;
      const base = rows * width;
      let count = 0;
      let lines = 1;
      let open = -1;
      let quoted = false;
      let strayed = this.#literal.length > 0;
      let overfull = false;
      let byte = 0;
      for (;;) {
        let start = at;
        let end: number;
        byte = bytes[at]!;
        if (byte === quote && (this.#literal.length === 0 || !this.#literal.includes(at))) {
          quoted = true;
          open = at;
          start = ++at;
          let escaped = false;
          for (;;) {
            byte = bytes[at]!;
            while (byte !== quote && byte !== lineFeed) byte = bytes[++at]!;
            if (at >= to || (byte === quote && at + 1 >= to && !final)) {
              at = to;
              break;
            }
            if (byte === lineFeed) lines++;
            else if (bytes[at + 1] === quote && at + 1 < to) {
              escaped = true;
              at++;
            } else {
              open = -1;
              break;
            }
            at++;
          }
          if (open >= 0) break;
          end = at;
          byte = bytes[++at]!;
          if (byte !== delimiter && byte !== lineFeed && byte !== carriageReturn) {
            while (byte !== delimiter && byte !== lineFeed && byte !== carriageReturn) byte = bytes[++at]!;
            end = at;
            escaped = true;
            strayed = true;
          }
          if (escaped && count < width) this.#escaped.push(base + count);
        } else {
          for (;;) {
            // Four bytes at a time: the lowest flag is the first byte that is the delimiter or below 14.
            const word = view.getInt32(at, true);
            const differing = word ^ pattern;
            const flags = (((differing - ones) & ~differing) | ((word - fourteens) & ~word)) & flag;
            if (flags === 0) {
              at += 4;
              continue;
            }
            at += (31 - Math.clz32(flags & -flags)) >> 3;
            byte = bytes[at]!;
            if (byte === delimiter || byte === lineFeed || byte === carriageReturn) break;
            at++;
          }
          end = at;
        }
        if (count < width) {
          starts[base + count] = start;
          ends[base + count] = end;
        } else if (end > start) overfull = true;
        count++;
        if (byte !== delimiter) break;
        at++;
      }
      const waiting = at >= to || (byte === carriageReturn && at + 1 >= to);
      if (open >= 0 && (final || to - record > longestRecord)) {
        this.#escaped.length = 0;
        this.#literal.push(open);
        at = record;
        continue;
      }
      if (waiting && !final) {
        this.#escaped.length = 0;
        at = record;
        break;
      }
      const last = at;
      at += byte === carriageReturn && bytes[at + 1] === lineFeed ? 2 : 1;
      if (count === 1 && !quoted && this.#isBlank(record, last)) {
        this.line += lines;
        continue;
      }
      if (strayed) this.#blame("quote", record, last);
      if (overfull) this.#blame("long", record, last);
      if (count < width) {
        this.#blame("short", record, last);
        starts.fill(0, base + count, base + width);
        ends.fill(0, base + count, base + width);
      }
      if (this.#escaped.length > 0) this.#unescape();
      if (this.#literal.length > 0) this.#literal.length = 0;
      counts[rows] = count;
      this.line += lines;
      rows++;
    }
    this.#from = Math.min(at, to);
    this.rows = rows;
    return rows;
  }

  #isBlank(start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (this.bytes[at] !== 32) return false;
    return true;
  }

  #blame(kind: BadKind, start: number, end: number): void {
    const found = this.bad.get(kind);
    if (found === undefined) {
      const example = new TextDecoder().decode(this.bytes.subarray(start, Math.min(end, start + 480))).slice(0, 120);
      this.bad.set(kind, { kind, count: 1, lines: [this.line], example });
      return;
    }
    found.count++;
    if (found.lines.length < 5) found.lines.push(this.line);
  }

  /** Takes doubled and closing quotes out of the values that have them, in place. */
  #unescape(): void {
    const { bytes } = this;
    for (const field of this.#escaped) {
      const end = this.ends[field]!;
      let to = this.starts[field]!;
      let inside = true;
      for (let at = to; at < end; at++) {
        const byte = bytes[at]!;
        if (inside && byte === quote) {
          if (at + 1 < end && bytes[at + 1] === quote) at++;
          else {
            inside = false;
            continue;
          }
        }
        bytes[to++] = byte;
      }
      this.ends[field] = to;
    }
    this.#escaped.length = 0;
  }
}

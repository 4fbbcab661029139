import type { CsvKernel } from "./csv-kernel.ts";

/** Bytes after the last that may be read past the end, sixty-four at a time. */
export const slack = 80;
/** Bytes there is place for at first. */
const firstSize = 1 << 16;

/** Memory that a scanner works in: the text's bytes, and where values stand. */
export interface FieldMemory {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** How many values each record of the batch really has. */
  readonly counts: Int32Array;
  /** Makes place for so many bytes; bytes `from` to `to` move to its start. */
  enlarge(size: number, from: number, to: number): void;
}

/** Arrays of its own. */
export class PlainMemory implements FieldMemory {
  bytes = new Uint8Array(firstSize);
  view = new DataView(this.bytes.buffer);
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly counts: Int32Array;

  constructor(capacity: number, width: number) {
    this.starts = new Int32Array(capacity * width);
    this.ends = new Int32Array(capacity * width);
    this.counts = new Int32Array(capacity);
  }

  enlarge(size: number, from: number, to: number): void {
    const larger = new Uint8Array(size);
    larger.set(this.bytes.subarray(from, to));
    this.bytes = larger;
    this.view = new DataView(larger.buffer);
  }
}

/** Part of a kernel's memory, with place for what the kernel makes of a column: up to 8 bytes a row in `values`, 16 in `spare`. */
export class KernelMemory implements FieldMemory {
  readonly places: { bytes: number; starts: number; ends: number; counts: number; values: number; spare: number };
  #size = firstSize;
  #bytes = new Uint8Array(0);
  #view = new DataView(new ArrayBuffer(0));
  #starts = new Int32Array(0);
  #ends = new Int32Array(0);
  #counts = new Int32Array(0);

  constructor(
    readonly kernel: CsvKernel,
    readonly capacity: number,
    readonly width: number,
  ) {
    const reserve = (bytes: number) => kernel.reserve(bytes);
    const fields = 4 * capacity * width;
    this.places = {
      bytes: reserve(firstSize),
      starts: reserve(fields),
      ends: reserve(fields),
      counts: reserve(4 * capacity),
      values: reserve(8 * capacity),
      spare: reserve(16 * capacity),
    };
  }

  get bytes(): Uint8Array {
    this.#renew();
    return this.#bytes;
  }

  get view(): DataView {
    this.#renew();
    return this.#view;
  }

  get starts(): Int32Array {
    this.#renew();
    return this.#starts;
  }

  get ends(): Int32Array {
    this.#renew();
    return this.#ends;
  }

  get counts(): Int32Array {
    this.#renew();
    return this.#counts;
  }

  enlarge(size: number, from: number, to: number): void {
    const { kernel, places } = this;
    const larger = kernel.reserve(size);
    kernel.bytes.copyWithin(larger, places.bytes + from, places.bytes + to);
    kernel.run.release(places.bytes, this.#size);
    places.bytes = larger;
    this.#size = size;
    this.#bytes = new Uint8Array(0);
  }

  /** Finds records as the scanner does, until one that is not plain; returns how many there are now. */
  scan(from: number, to: number, delimiter: number, rows: number, limit: number): number {
    const { bytes, starts, ends, counts } = this.places;
    return this.kernel.run.scan(bytes, from, to, delimiter, this.width, rows, limit, starts, ends, counts);
  }

  /** Where the last scan stopped. */
  get scanned(): number {
    return this.kernel.run.position();
  }

  /** How many lines the last scan left behind. */
  get lines(): number {
    return this.kernel.run.lines();
  }

  /** What the kernel is told of a column's values from a record on. */
  columnFrom(column: number, from: number, width: number, rows: number): [bytes: number, starts: number, ends: number, stride: number, rows: number] {
    const first = 4 * (from * width + column);
    const { bytes, starts, ends } = this.places;
    return [bytes, starts + first, ends + first, 4 * width, rows - from];
  }

  /** Views anew, after the kernel took more memory. */
  #renew(): void {
    if (this.#bytes.length > 0) return;
    const { kernel, places, capacity, width } = this;
    this.#bytes = kernel.bytes.subarray(places.bytes, places.bytes + this.#size);
    this.#view = new DataView(this.#bytes.buffer, places.bytes, this.#size);
    this.#starts = kernel.int32(places.starts, capacity * width);
    this.#ends = kernel.int32(places.ends, capacity * width);
    this.#counts = kernel.int32(places.counts, capacity);
  }
}

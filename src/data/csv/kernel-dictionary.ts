import { outOfMemory, type CsvKernel } from "./csv-kernel.ts";
import { decodedValues, type DecodedValues } from "./decoded-values.ts";
import type { Fields } from "./record-scanner.ts";
import type { TextDictionary } from "./text-dictionary.ts";

/** Bytes after a value that the kernel may read. */
const slack = 8;

/** Distinct byte strings, numbered in order of appearance, in the kernel's memory; its fields must be in the same kernel's. */
export class KernelDictionary implements TextDictionary {
  readonly #kernel: CsvKernel;
  readonly #place: number;
  /** A place to hand single values over. */
  #hand = 0;
  #room = 0;

  constructor(kernel: CsvKernel) {
    this.#kernel = kernel;
    this.#place = kernel.run.dictionary() >>> 0;
    if (this.#place === 0) throw outOfMemory();
  }

  get size(): number {
    return this.#kernel.run.sizeOf(this.#place) >>> 0;
  }

  intern(bytes: Uint8Array, _view: DataView, start: number, end: number): number {
    const length = end - start;
    if (length + slack > this.#room) {
      if (this.#room > 0) this.#kernel.run.release(this.#hand, this.#room);
      this.#room = 2 * (length + slack);
      this.#hand = this.#kernel.reserve(this.#room);
    }
    this.#kernel.bytes.set(bytes.subarray(start, end), this.#hand);
    const code = this.#kernel.run.intern(this.#place, this.#hand, length);
    if (code < -1) throw outOfMemory();
    return code;
  }

  internColumn({ kernel, width, rows }: Fields, column: number, from: number, codes: Int32Array, at: number): number {
    const { values, spare } = kernel!.places;
    const missing = this.#kernel.run.internColumn(this.#place, ...kernel!.columnFrom(column, from, width, rows), spare, values);
    if (missing < 0) throw outOfMemory();
    codes.set(this.#kernel.int32(values, rows - from), at);
    return missing;
  }

  valueAt(code: number): Uint8Array {
    const ends = this.#ends();
    return this.#bytes().subarray(code === 0 ? 0 : ends[code - 1]!, ends[code]!);
  }

  decoded(encoding: "utf-8" | "windows-1252"): DecodedValues {
    return decodedValues(this.#bytes(), this.#ends(), encoding);
  }

  #bytes(): Uint8Array {
    return this.#kernel.bytes.subarray(this.#kernel.run.bytesOf(this.#place) >>> 0);
  }

  #ends(): Uint32Array {
    return new Uint32Array(this.#kernel.bytes.buffer, this.#kernel.run.endsOf(this.#place) >>> 0, this.size);
  }
}

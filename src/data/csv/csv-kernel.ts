// Every program that reaches this file needs the declaration, also one that takes no .d.ts of this folder.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="wasm-kernel.d.ts" />
import { UserError } from "../../schema/errors.ts";
import code from "./kernel/kernel.ts?wasm-kernel";

/** A column's values, in the kernel's memory: where the bytes are, where the first value's start and end are, bytes to the next, and how many. */
type ColumnPlaces = [bytes: number, starts: number, ends: number, stride: number, rows: number];

/** How a time is written, as the kernel is told. */
type LayoutNumbers = [separator: number, seconds: number, fraction: number, suffixLow: number, suffixHigh: number, suffixLength: number];

/** The functions of kernel/kernel.ts; a place is a number of bytes from the start of its memory. */
interface KernelFunctions {
  readonly memory: WebAssembly.Memory;
  reserve(bytes: number): number;
  release(block: number, bytes: number): void;
  clear(): void;
  scan(
    bytes: number,
    from: number,
    to: number,
    delimiter: number,
    width: number,
    rows: number,
    limit: number,
    starts: number,
    ends: number,
    counts: number,
  ): number;
  position(): number;
  lines(): number;
  dictionary(): number;
  sizeOf(dictionary: number): number;
  bytesOf(dictionary: number): number;
  endsOf(dictionary: number): number;
  intern(dictionary: number, start: number, length: number): number;
  internColumn(dictionary: number, ...rest: [...ColumnPlaces, words: number, codes: number]): number;
  stamps(...rest: [...ColumnPlaces, walls: number, ...LayoutNumbers]): number;
  integers(...rest: [...ColumnPlaces, values: number]): number;
  numbers(...rest: [...ColumnPlaces, values: number, decimals: number, point: number]): number;
}

let compiled: WebAssembly.Module | null = null;
/** A kernel that has done its work, for the next file; one whose memory grew beyond this is let go. */
let spare: CsvKernel | null = null;
const mostKept = 32 << 20;

/**
 * The reader's innermost loops in WebAssembly, with a memory of their own.
 *
 * They do what is common and leave the rest to the loops in TypeScript, which give the same results.
 */
export class CsvKernel {
  #bytes = new Uint8Array(0);

  private constructor(readonly run: KernelFunctions) {}

  /** A kernel with an empty memory, or null where the browser has no WebAssembly or not the part of it that works on 16 bytes at once. */
  static start(): CsvKernel | null {
    if (typeof WebAssembly === "undefined") return null;
    const again = spare;
    spare = null;
    if (again !== null) return again;
    try {
      compiled ??= new WebAssembly.Module(code);
      return new CsvKernel(new WebAssembly.Instance(compiled).exports as unknown as KernelFunctions);
    } catch {
      return null;
    }
  }

  /** Takes a kernel back when its file is read; nothing in its memory is good any longer. */
  static end(kernel: CsvKernel): void {
    if (kernel.bytes.length > mostKept) return;
    kernel.run.clear();
    spare = kernel;
  }

  /** All of its memory, good until the kernel next takes more: each view of it is then empty. */
  get bytes(): Uint8Array<ArrayBuffer> {
    if (this.#bytes.length === 0) this.#bytes = new Uint8Array(this.run.memory.buffer as ArrayBuffer);
    return this.#bytes;
  }

  /**
   * A place of at least so many bytes.
   *
   * @throws {UserError} If there is no more memory.
   */
  reserve(bytes: number): number {
    const place = this.run.reserve(bytes) >>> 0;
    if (place === 0) throw outOfMemory();
    return place;
  }

  /** So many 32-bit numbers from a place on. */
  int32(place: number, length: number): Int32Array<ArrayBuffer> {
    return new Int32Array(this.bytes.buffer, place, length);
  }

  /** So many 64-bit numbers from a place on. */
  float64(place: number, length: number): Float64Array<ArrayBuffer> {
    return new Float64Array(this.bytes.buffer, place, length);
  }
}

/** The error for a file whose texts do not fit the memory. */
export function outOfMemory(): UserError {
  return new UserError("The file holds more different texts than a browser's tab has memory for.", "Split the file, or leave out rows or columns.");
}

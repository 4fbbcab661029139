import { isMissingToken } from "./missing-token.ts";
import { decodedValues, type DecodedValues } from "./decoded-values.ts";

/** Which bytes of a word belong to a value that has only so many left. */
const parts = new Int32Array([0, 0xff, 0xffff, 0xffffff, -1]);
/** Values up to this length are compared by two words in the table alone. */
const short = 8;

/**
 * Distinct byte strings, numbered in order of appearance: an open-addressing table over one growing block of bytes.
 *
 * A slot is four words: the value itself when it has at most eight bytes, otherwise two hashes; its length; its code + 2, where 0 is an
 * empty slot and 1 is missing.
 */
export class ByteDictionary {
  size = 0;
  #slots = new Int32Array(4 * 64);
  #mask = 63;
  #used = 0;
  #bytes = new Uint8Array(1024);
  #view = new DataView(this.#bytes.buffer);
  #offsets = new Uint32Array(64);

  /** The code of a value, new or known; −1 for what stands for missing. `view` must allow eight bytes to be read past `end`. */
  intern(bytes: Uint8Array, view: DataView, start: number, end: number): number {
    const length = end - start;
    let low: number;
    let high: number;
    if (length <= short) {
      low = view.getInt32(start, true) & (length < 4 ? parts[length]! : -1);
      high = length > 4 ? view.getInt32(start + 4, true) & parts[length - 4]! : 0;
    } else {
      low = length;
      high = 0x9e3779b1;
      let at = start;
      for (const last = end - 4; at <= last; at += 4) {
        const word = view.getInt32(at, true);
        low = Math.imul(low ^ word, 0x85ebca6b);
        low ^= low >>> 15;
        high = Math.imul((high << 13) | (high >>> 19), 5) ^ word;
      }
      const word = view.getInt32(at, true) & parts[end - at]!;
      low = Math.imul(low ^ word, 0x85ebca6b);
      low ^= low >>> 15;
      high = (Math.imul((high << 13) | (high >>> 19), 5) ^ word) | 0;
    }
    const slots = this.#slots;
    const mask = this.#mask;
    let slot = place(low, high, length) & mask;
    for (;;) {
      const at = slot << 2;
      const code = slots[at + 3]!;
      if (code === 0) return this.#add(at, bytes, start, end, low, high);
      if (slots[at] === low && slots[at + 1] === high && slots[at + 2] === length) {
        if (length <= short || code === 1 || this.#same(code - 2, view, start, length)) return code - 2;
      }
      slot = (slot + 1) & mask;
    }
  }

  /** The bytes of a value. */
  valueAt(code: number): Uint8Array {
    return this.#bytes.subarray(code === 0 ? 0 : this.#offsets[code - 1]!, this.#offsets[code]!);
  }

  /** All values as text, in the order of their codes. */
  decoded(encoding: "utf-8" | "windows-1252"): DecodedValues {
    return decodedValues(this.#bytes, this.#offsets.subarray(0, this.size), encoding);
  }

  #same(code: number, view: DataView, start: number, length: number): boolean {
    const mine = this.#view;
    const from = code === 0 ? 0 : this.#offsets[code - 1]!;
    let at = 0;
    for (const last = length - 4; at <= last; at += 4) {
      if (mine.getInt32(from + at, true) !== view.getInt32(start + at, true)) return false;
    }
    return ((mine.getInt32(from + at, true) ^ view.getInt32(start + at, true)) & parts[length - at]!) === 0;
  }

  #add(at: number, bytes: Uint8Array, start: number, end: number, low: number, high: number): number {
    const code = isMissingToken(bytes, start, end) ? -1 : this.size;
    this.#slots[at] = low;
    this.#slots[at + 1] = high;
    this.#slots[at + 2] = end - start;
    this.#slots[at + 3] = code + 2;
    if (code >= 0) this.#keep(bytes, start, end);
    if (++this.#used * 2 > this.#mask) this.#grow();
    return code;
  }

  #keep(bytes: Uint8Array, start: number, end: number): void {
    const from = this.size === 0 ? 0 : this.#offsets[this.size - 1]!;
    const to = from + end - start;
    if (to + 8 > this.#bytes.length) {
      const larger = new Uint8Array((to + 8) * 2);
      larger.set(this.#bytes.subarray(0, from));
      this.#bytes = larger;
      this.#view = new DataView(larger.buffer);
    }
    if (end - start < 24) for (let at = start, copy = from; at < end; at++) this.#bytes[copy++] = bytes[at]!;
    else this.#bytes.set(bytes.subarray(start, end), from);
    if (this.size === this.#offsets.length) {
      const larger = new Uint32Array(this.#offsets.length * 2);
      larger.set(this.#offsets);
      this.#offsets = larger;
    }
    this.#offsets[this.size++] = to;
  }

  #grow(): void {
    const old = this.#slots;
    const mask = this.#mask * 4 + 3;
    const slots = new Int32Array(4 * (mask + 1));
    for (let from = 0; from < old.length; from += 4) {
      if (old[from + 3] === 0) continue;
      let slot = place(old[from]!, old[from + 1]!, old[from + 2]!) & mask;
      while (slots[(slot << 2) + 3] !== 0) slot = (slot + 1) & mask;
      const to = slot << 2;
      slots[to] = old[from]!;
      slots[to + 1] = old[from + 1]!;
      slots[to + 2] = old[from + 2]!;
      slots[to + 3] = old[from + 3]!;
    }
    this.#slots = slots;
    this.#mask = mask;
  }
}

/** Where a value is first looked for. */
function place(low: number, high: number, length: number): number {
  let hash = Math.imul(low, 0x9e3779b1) ^ Math.imul((high << 15) | (high >>> 17), 0x85ebca6b) ^ Math.imul(length, 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

import { isMissingToken } from "./missing-token.ts";
import type { Fields } from "./record-scanner.ts";
import { decodedValues, type DecodedValues } from "./decoded-values.ts";
import type { TextDictionary } from "./text-dictionary.ts";

/** Which bytes of a word belong to a value shorter than it. */
const parts = Int32Array.of(0, 0xff, 0xffff, 0xffffff);
/** Values up to this length are compared by two words in the table alone. */
const short = 8;

/**
 * Distinct byte strings, numbered in order of appearance: an open-addressing table over one growing block of bytes.
 *
 * A slot is four words: the value's first and last when it has at most eight bytes, otherwise two hashes; its length; its code + 2, where 0 is an
 * empty slot and 1 is missing.
 */
export class ByteDictionary implements TextDictionary {
  size = 0;
  #slots = new Int32Array(4 * 64);
  #mask = 63;
  /** Keys of the values being looked up: two words, and where to look first. */
  #keys = new Int32Array(4);
  #used = 0;
  #bytes = new Uint8Array(1024);
  #view = new DataView(this.#bytes.buffer);
  #offsets = new Uint32Array(64);

  intern(bytes: Uint8Array, view: DataView, start: number, end: number): number {
    this.#key(0, view, start, end);
    return this.#find(0, bytes, view, start, end);
  }

  /**
   * The codes of a column's values from record `from` on, written to `codes` from `at` on; returns how many are missing.
   *
   * First all keys are made and then all are looked up, so that the memory's answers to many lookups are awaited at once.
   */
  internColumn(fields: Fields, column: number, from: number, codes: Int32Array, at: number): number {
    const { bytes, view, starts, ends, width, rows } = fields;
    const first = from * width + column;
    const last = rows * width;
    if (this.#keys.length < 4 * (rows - from)) this.#keys = new Int32Array(4 * rows);
    for (let field = first, key = 0; field < last; field += width, key += 4) this.#key(key, view, starts[field]!, ends[field]!);
    const keys = this.#keys;
    let slots = this.#slots;
    let mask = this.#mask;
    let missing = 0;
    for (let field = first, key = 0; field < last; field += width, key += 4) {
      const start = starts[field]!;
      const end = ends[field]!;
      const slot = (keys[key + 2]! & mask) << 2;
      let code = slots[slot + 3]! - 2;
      // A known short value in the first slot looked at is what is common; an empty slot gives −2 here.
      const found = slots[slot] === keys[key] && slots[slot + 1] === keys[key + 1] && slots[slot + 2] === end - start;
      if (!found || code < 0 || (end - start > short && !this.#same(code, view, start, end - start))) {
        code = this.#find(key, bytes, view, start, end);
        slots = this.#slots;
        mask = this.#mask;
        missing -= code >> 31;
      }
      codes[at++] = code;
    }
    return missing;
  }

  valueAt(code: number): Uint8Array {
    return this.#bytes.subarray(code === 0 ? 0 : this.#offsets[code - 1]!, this.#offsets[code]!);
  }

  decoded(encoding: "utf-8" | "windows-1252"): DecodedValues {
    return decodedValues(this.#bytes, this.#offsets.subarray(0, this.size), encoding);
  }

  /** Makes the key of a value: the words a slot holds of it, and where it is first looked for. */
  #key(key: number, view: DataView, start: number, end: number): void {
    const length = end - start;
    let low: number;
    let high: number;
    // The first and the last words overlap where the value is short, so that no loop is needed for what is common.
    if (length < 4) {
      low = view.getInt32(start, true) & parts[length]!;
      high = 0;
    } else if (length <= short) {
      low = view.getInt32(start, true);
      high = view.getInt32(end - 4, true);
    } else {
      low = mixed(view.getInt32(start, true) ^ length, view.getInt32(end - 8, true));
      high = mixed(view.getInt32(end - 4, true), view.getInt32(start + 4, true));
      for (let at = start + 8, last = end - 8; at < last; at += 4) {
        const word = view.getInt32(at, true);
        low = mixed(low, word);
        high = mixed(high, ~word);
      }
    }
    const keys = this.#keys;
    keys[key] = low;
    keys[key + 1] = high;
    keys[key + 2] = place(low, high, length);
  }

  #find(key: number, bytes: Uint8Array, view: DataView, start: number, end: number): number {
    const keys = this.#keys;
    const low = keys[key]!;
    const high = keys[key + 1]!;
    const length = end - start;
    const slots = this.#slots;
    const mask = this.#mask;
    let slot = keys[key + 2]! & mask;
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

  #same(code: number, view: DataView, start: number, length: number): boolean {
    const mine = this.#view;
    const from = code === 0 ? 0 : this.#offsets[code - 1]!;
    const last = length - 4;
    for (let at = 0; at < last; at += 4) if (mine.getInt32(from + at, true) !== view.getInt32(start + at, true)) return false;
    return mine.getInt32(from + last, true) === view.getInt32(start + last, true);
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

/** One word stirred into a hash. */
function mixed(hash: number, word: number): number {
  const product = Math.imul(((hash << 13) | (hash >>> 19)) ^ word, 0x85ebca6b);
  return product ^ (product >>> 15);
}

/** Where a value is first looked for. */
function place(low: number, high: number, length: number): number {
  let hash = Math.imul(low, 0x9e3779b1) ^ Math.imul((high << 15) | (high >>> 17), 0x85ebca6b) ^ Math.imul(length, 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

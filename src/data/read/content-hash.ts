const prime1 = 0x9e3779b1;
const prime2 = 0x85ebca77;
const prime3 = 0xc2b2ae3d;

/**
 * A fast 64-bit hash of bytes that arrive in pieces of any size: two lanes of 32 bits, mixed as xxHash does.
 *
 * It tells files apart; it does not protect against someone who wants two files to look the same.
 *
 * @example
 * const hash = new ContentHash();
 * hash.update(bytes);
 * hash.digest(); // 16 hexadecimal digits
 */
export class ContentHash {
  #first = prime3;
  #second = prime1;
  #length = 0;
  /** Bytes that do not fill eight yet. */
  readonly #waiting = new Uint8Array(8);
  readonly #words = new Int32Array(this.#waiting.buffer);
  #wait = 0;

  /** Takes the next bytes. */
  update(bytes: Uint8Array): void {
    let at = 0;
    this.#length += bytes.length;
    while (this.#wait > 0 && at < bytes.length) this.#hold(bytes[at++]!);
    const eights = (bytes.length - at) >> 3;
    if (eights > 0) {
      const aligned = ((bytes.byteOffset + at) & 3) === 0;
      const part = aligned ? bytes : bytes.slice(at, at + eights * 8);
      this.#mix(new Int32Array(part.buffer, aligned ? part.byteOffset + at : part.byteOffset, eights * 2));
      at += eights * 8;
    }
    while (at < bytes.length) this.#hold(bytes[at++]!);
  }

  /** The hash of all bytes taken so far, as 16 hexadecimal digits. */
  digest(): string {
    const tail = Int32Array.of(...this.#waiting.fill(0, this.#wait));
    let first = this.#first ^ this.#length;
    let second = this.#second ^ Math.floor(this.#length / 0x1_0000_0000);
    for (const byte of tail) {
      first = Math.imul(rotated(first ^ Math.imul(byte, prime3), 11), prime1);
      second = Math.imul(rotated(second + byte, 17), prime2);
    }
    return hex(avalanche(first ^ rotated(second, 7))) + hex(avalanche(second + Math.imul(first, prime3)));
  }

  #hold(byte: number): void {
    this.#waiting[this.#wait++] = byte;
    if (this.#wait < 8) return;
    this.#mix(this.#words);
    this.#wait = 0;
  }

  #mix(words: Int32Array): void {
    let first = this.#first;
    let second = this.#second;
    for (let at = 0; at < words.length; at += 2) {
      first = Math.imul(rotated(first + Math.imul(words[at]!, prime2), 13), prime1);
      second = Math.imul(rotated(second + Math.imul(words[at + 1]!, prime2), 13), prime1);
    }
    this.#first = first;
    this.#second = second;
  }
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

function avalanche(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 15), prime2);
  mixed = Math.imul(mixed ^ (mixed >>> 13), prime3);
  return mixed ^ (mixed >>> 16);
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, "0");
}

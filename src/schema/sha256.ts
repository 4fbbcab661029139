/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes, and of the square roots of the first 8. */
const { rounds, start } = constants();

function constants(): { rounds: Int32Array; start: Int32Array } {
  const primes: number[] = [];
  for (let number = 2; primes.length < 64; number++) if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  const fraction = (root: number): number => ((root - Math.floor(root)) * 2 ** 32) | 0;
  return {
    rounds: Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime))),
    start: Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime))),
  };
}

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/**
 * The SHA-256 of bytes that arrive in pieces of any size, as `sha256sum` prints it (FIPS 180-4).
 *
 * The browser's own takes all bytes at once and is not there on pages without encryption.
 *
 * @example
 * const hash = new Sha256();
 * hash.update(bytes);
 * hash.digest(); // 64 hexadecimal digits
 */
export class Sha256 {
  readonly #state = start.slice();
  readonly #words = new Int32Array(64);
  readonly #block = new Uint8Array(64);
  #held = 0;
  #length = 0;

  /** Takes the next bytes. */
  update(bytes: Uint8Array): void {
    this.#length += bytes.length;
    let at = 0;
    while (at < bytes.length) {
      if (this.#held === 0 && bytes.length - at >= 64) {
        this.#mix(bytes, at);
        at += 64;
        continue;
      }
      const taken = bytes.subarray(at, at + 64 - this.#held);
      this.#block.set(taken, this.#held);
      this.#held += taken.length;
      at += taken.length;
      if (this.#held === 64) {
        this.#mix(this.#block, 0);
        this.#held = 0;
      }
    }
  }

  /** The hash of all bytes taken, as 64 hexadecimal digits. Nothing can be taken afterwards. */
  digest(): string {
    const bits = this.#length * 8;
    const tail = new Uint8Array(this.#held < 56 ? 64 - this.#held : 128 - this.#held);
    tail[0] = 0x80;
    const view = new DataView(tail.buffer);
    view.setUint32(tail.length - 8, Math.floor(bits / 2 ** 32));
    view.setUint32(tail.length - 4, bits >>> 0);
    this.update(tail);
    return [...this.#state].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
  }

  #mix(bytes: Uint8Array, from: number): void {
    const words = this.#words;
    for (let at = 0, byte = from; at < 16; at++, byte += 4) {
      words[at] = (bytes[byte]! << 24) | (bytes[byte + 1]! << 16) | (bytes[byte + 2]! << 8) | bytes[byte + 3]!;
    }
    for (let at = 16; at < 64; at++) {
      const early = words[at - 15]!;
      const late = words[at - 2]!;
      const first = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
      const second = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
      words[at] = (words[at - 16]! + first + words[at - 7]! + second) | 0;
    }
    let [a, b, c, d, e, f, g, h] = this.#state as unknown as [number, number, number, number, number, number, number, number];
    for (let at = 0; at < 64; at++) {
      const chosen = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + rounds[at]! + words[at]!) | 0;
      const most = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + chosen) | 0;
      d = c;
      c = b;
      b = a;
      a = (chosen + most) | 0;
    }
    const mixed = [a, b, c, d, e, f, g, h];
    for (let at = 0; at < 8; at++) this.#state[at] = (this.#state[at]! + mixed[at]!) | 0;
  }
}

/** The SHA-256 of a text in UTF-8. */
export function sha256(text: string): string {
  const hash = new Sha256();
  hash.update(new TextEncoder().encode(text));
  return hash.digest();
}

/** How many bytes of a file are worked on at a time: a few milliseconds. */
const piece = 1 << 20;

/** The SHA-256 of a file, read in pieces. @param tell Called between them with how far it is, from 0 to 1. */
export async function fileSha256(file: Blob, tell?: (fraction: number) => Promise<void> | undefined): Promise<string> {
  const hash = new Sha256();
  for (let from = 0; from < file.size; from += piece) {
    hash.update(new Uint8Array(await file.slice(from, from + piece).arrayBuffer()));
    const pause = tell?.(Math.min(1, (from + piece) / file.size));
    if (pause !== undefined) await pause;
  }
  return hash.digest();
}

const multipliers = [0x9e3779b1, 0x5f356495, 0x38b34ae5, 0xa1e38b93] as const;

/**
 * A running 128-bit hash of words and texts: equal content gives equal text on every machine.
 *
 * Four lanes of multiply and rotate, as in MurmurHash3. It tells contents apart; it does not keep secrets, and whoever wants two contents with
 * the same hash can make them.
 *
 * @example
 * new Hash().text("orders").digest(); // 32 hexadecimal digits
 */
export class Hash {
  private readonly lanes = Uint32Array.of(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344);

  /** Adds 32-bit words. */
  words(words: ArrayLike<number>): this {
    let [a, b, c, d] = this.lanes as unknown as [number, number, number, number];
    const [ka, kb, kc, kd] = multipliers;
    for (let at = 0; at < words.length; at++) {
      const word = words[at]!;
      a = Math.imul(a ^ word, ka);
      b = Math.imul(b ^ word, kb);
      c = Math.imul(c ^ word, kc);
      d = Math.imul(d ^ word, kd);
      a = (a << 13) | (a >>> 19);
      b = (b << 15) | (b >>> 17);
      c = (c << 11) | (c >>> 21);
      d = (d << 17) | (d >>> 15);
    }
    this.lanes.set([a, b, c, d]);
    return this;
  }

  /** Adds a text, with its length, so that "ab", "c" differs from "a", "bc". */
  text(text: string): this {
    const units = new Uint16Array(text.length + 2);
    units[0] = text.length & 0xffff;
    units[1] = text.length >>> 16;
    for (let at = 0; at < text.length; at++) units[at + 2] = text.charCodeAt(at);
    return this.words(units);
  }

  /** Adds the bytes of a view, with their number. */
  bytes(view: ArrayBufferView): this {
    const { buffer, byteOffset, byteLength } = view;
    this.words([byteLength]);
    const whole = byteOffset % 4 === 0 ? byteLength >> 2 : 0;
    if (whole > 0) this.words(new Uint32Array(buffer, byteOffset, whole));
    return this.words(new Uint8Array(buffer, byteOffset + whole * 4, byteLength - whole * 4));
  }

  /** The hash of all that was added, as 32 hexadecimal digits. Adding more afterwards goes on from here. */
  digest(): string {
    const mixed = this.lanes.map((lane, at) => {
      let word = lane ^ this.lanes[(at + 1) & 3]!;
      word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
      word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
      return word ^ (word >>> 16);
    });
    return [...mixed].map((word) => word.toString(16).padStart(8, "0")).join("");
  }
}

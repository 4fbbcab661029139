const openBrace = 0x7b;
const openBracket = 0x5b;
const closeBrace = 0x7d;
const closeBracket = 0x5d;
const quote = 0x22;
const escape = 0x5c;
const comma = 0x2c;
const lineFeed = 10;

/** Several values of JSON text, and where they end in it. */
export interface ElementBatch {
  /** The values' bytes, with what stands between them. */
  bytes: Uint8Array;
  /** Where each value ends; the next begins after what separates them. */
  ends: number[];
}

/**
 * Cuts JSON into its elements without reading them: the lines of NDJSON, or the elements of one list.
 *
 * @param separator What stands between elements: a line end, or the comma of a list.
 */
export class JsonElements {
  /** Whether the list has been closed. */
  closed = false;
  #bytes = new Uint8Array(0);
  #at = 0;
  #depth = 0;
  #quoted = false;
  #escaped = false;
  readonly #list: boolean;

  constructor(readonly separator: "line" | "comma") {
    this.#list = separator === "comma";
  }

  /** Takes a piece; returns the elements that are complete. @param final Whether what is left is one too. */
  take(piece: Uint8Array, final: boolean): ElementBatch {
    const left = this.#bytes;
    const bytes = new Uint8Array(left.length + piece.length);
    bytes.set(left);
    bytes.set(piece, left.length);
    const ends: number[] = [];
    let at = this.#at;
    let { depth, quoted, escaped } = { depth: this.#depth, quoted: this.#quoted, escaped: this.#escaped };
    for (; at < bytes.length && !this.closed; at++) {
      const byte = bytes[at]!;
      if (quoted) {
        if (escaped) escaped = false;
        else if (byte === escape) escaped = true;
        else if (byte === quote) quoted = false;
        // No string goes over a line end: a broken line of NDJSON does not spoil the next.
        if (byte === lineFeed && !this.#list) quoted = false;
        else continue;
      }
      if (byte === lineFeed && !this.#list) {
        ends.push(at);
        depth = 0;
        escaped = false;
      } else if (byte === quote) quoted = true;
      else if (byte === openBrace || byte === openBracket) depth++;
      else if (byte === closeBrace || byte === closeBracket) {
        if (depth === 0 && this.#list) {
          ends.push(at);
          this.closed = true;
        } else depth--;
      } else if (byte === comma && depth === 0 && this.#list) ends.push(at);
    }
    if (final && !this.closed && (ends.at(-1) ?? -1) < bytes.length - 1) ends.push(bytes.length);
    const used = ends.length === 0 ? 0 : Math.min(ends.at(-1)! + 1, bytes.length);
    this.#bytes = bytes.slice(used);
    this.#at = at - used;
    this.#depth = depth;
    this.#quoted = quoted;
    this.#escaped = escaped;
    return { bytes: bytes.subarray(0, used), ends };
  }
}

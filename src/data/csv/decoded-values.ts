import { westernText } from "./western-text.ts";

/** Bytes decoded to texts. */
export interface DecodedValues {
  texts: string[];
  /** How many were not UTF-8 and were read as windows-1252 instead. */
  foreign: number;
}

/** Bytes taken at a time: keeps the strings that share one below what an engine allows. */
const block = 1 << 24;

/**
 * Texts from one block of bytes, where text `i` ends before `ends[i]` and begins where the one before ends.
 *
 * A value that is not valid UTF-8 is read as windows-1252 (or code page 850) on its own, so that one odd byte does not spoil a file.
 */
export function decodedValues(bytes: Uint8Array, ends: Uint32Array, encoding: "utf-8" | "windows-1252"): DecodedValues {
  // windows-1252 gives exactly one code unit per byte, so places in the bytes are places in the string.
  const western = new TextDecoder("windows-1252");
  const unicode = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const texts: string[] = [];
  let foreign = 0;
  let from = 0;
  let text = "";
  let textFrom = 0;
  for (const to of ends) {
    if (to > textFrom + text.length) {
      textFrom = from;
      text = western.decode(bytes.subarray(from, Math.max(to, Math.min(from + block, ends.at(-1)!))));
    }
    let high = 0;
    if (encoding === "utf-8") for (let at = from; at < to; at++) high |= bytes[at]!;
    if (high < 128) texts.push(text.slice(from - textFrom, to - textFrom));
    else {
      try {
        texts.push(unicode.decode(bytes.subarray(from, to)));
      } catch {
        foreign++;
        texts.push(westernText(bytes.subarray(from, to)));
      }
    }
    from = to;
  }
  return { texts, foreign };
}

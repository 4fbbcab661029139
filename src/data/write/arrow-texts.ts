import { makeData, Utf8, type Data } from "apache-arrow";

/** Texts one after the other, as Arrow keeps them. */
export function arrowTexts(texts: readonly string[]): Data<Utf8> {
  const encoder = new TextEncoder();
  const pieces = texts.map((text) => encoder.encode(text));
  const valueOffsets = new Int32Array(texts.length + 1);
  for (const [index, piece] of pieces.entries()) valueOffsets[index + 1] = valueOffsets[index]! + piece.length;
  const data = new Uint8Array(valueOffsets[texts.length]!);
  for (const [index, piece] of pieces.entries()) data.set(piece, valueOffsets[index]!);
  return makeData({ type: new Utf8(), length: texts.length, nullCount: 0, valueOffsets, data });
}

import type { Column } from "../../schema/column.ts";

/** A column of texts; null is missing. */
export function textColumn(name: string, texts: readonly (string | null)[]): Column {
  const dictionary = [...new Set(texts.filter((text) => text !== null))];
  const values = Int32Array.from(texts, (text) => (text === null ? -1 : dictionary.indexOf(text)));
  const valid = new Uint8Array((texts.length + 7) >> 3);
  for (const [row, text] of texts.entries()) if (text !== null) valid[row >> 3]! |= 1 << (row & 7);
  return { name, type: "text", values, dictionary, ...(texts.includes(null) && { valid }) };
}

import type { Column } from "../../schema/column.ts";

/**
 * A column of texts whose dictionary holds only what its rows use, each text once.
 *
 * A dictionary outlives the rows it was made for: what a filter took out would leave the machine with it.
 *
 * @param rewrite What each used text becomes.
 */
export function compactTexts(column: Column, rows: number, rewrite: (text: string) => string = (text) => text): Column {
  const codes = new Map<number, number>();
  const places = new Map<string, number>();
  const values = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const old = column.values[row]!;
    let code = old < 0 ? -1 : codes.get(old);
    if (code === undefined) {
      const text = rewrite(column.dictionary![old]!);
      code = places.get(text) ?? places.size;
      places.set(text, code);
      codes.set(old, code);
    }
    values[row] = code;
  }
  return { ...column, values, dictionary: [...places.keys()] };
}

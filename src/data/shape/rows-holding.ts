import type { DataTable } from "../data-table.ts";

/** Which rows hold a text in any of their text columns, in any case: 1 or 0 per row of the table. */
export function rowsHolding({ rows, selection, columns }: DataTable, search: string): Uint8Array {
  const wanted = search.toLowerCase();
  const holds = new Uint8Array(rows);
  for (const { values, dictionary } of columns) {
    if (dictionary === undefined) continue;
    const matches = Uint8Array.from(dictionary, (text) => (text.toLowerCase().includes(wanted) ? 1 : 0));
    for (let row = 0; row < rows; row++) {
      const code = values[selection === undefined ? row : selection[row]!]!;
      if (code >= 0) holds[row]! |= matches[code]!;
    }
  }
  return holds;
}

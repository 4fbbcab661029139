import type { DataTable } from "../../data/data-table.ts";
import { rowHash, sameRow } from "./same-row.ts";

/**
 * Finds rows that are equal to a row before them in every column of the table.
 *
 * Two equal lines of an order may be two things bought, so this is not for tables of such lines.
 *
 * @param customer Rows with −1 are passed over.
 * @param found Called with each such row.
 */
export function equalRows(table: DataTable, customer: Int32Array, found: (row: number) => void): void {
  const hash = rowHash(table);
  const same = sameRow(table);
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * table.rows + 2)));
  const mask = slots.length - 1;
  for (let row = 0; row < table.rows; row++) {
    if (customer[row]! < 0) continue;
    let slot = hash(row) & mask;
    while (slots[slot] !== 0 && !same(slots[slot]! - 1, row)) slot = (slot + 1) & mask;
    if (slots[slot] === 0) slots[slot] = row + 1;
    else found(row);
  }
}

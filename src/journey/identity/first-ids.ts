import { roleColumns } from "../columns/role-columns.ts";
import { textCodes } from "../columns/text-codes.ts";
import { unify } from "../columns/unify.ts";
import type { MappedLine } from "../mapped.ts";

/** Who each row belongs to. */
export interface Identities {
  /** Per line of the mapping, per row of its table: the customer's place in `ids`, −1 where the row has none. */
  codes: Int32Array[];
  /** Every id of the tables, sorted; some may have no row that counts. */
  ids: string[];
}

const isId = (text: string) => text.trim() !== "";

/** Gives the rows without a customer the one this column names. */
function fillMissing(customers: Int32Array, codes: Int32Array | null, translation: Int32Array, selection: Uint32Array | undefined): void {
  for (let row = 0; row < customers.length; row++) {
    if (customers[row]! >= 0) continue;
    const code = codes === null ? 0 : codes[selection === undefined ? row : selection[row]!]!;
    if (code >= 0) customers[row] = translation[code]!;
  }
}

/**
 * Finds the customer of every row: the first of the line's identity columns that is not missing or blank.
 *
 * Ids are one customer when their texts are equal, in whichever table: the number 17850 is the text "17850", and "a1" is not "A1". Rows of
 * one person under two ids stay two customers.
 *
 * @throws {UserError} If a column is unknown or holds times.
 */
export function firstIds(lines: readonly MappedLine[]): Identities {
  const sources = lines.map(({ line, table }) => {
    const found = roleColumns(line.customer, table, line.from);
    if ("constant" in found) return [{ codes: null, dictionary: [found.constant] }];
    return found.columns.map(textCodes);
  });
  const { dictionary, translations } = unify(
    sources.flatMap((columns) => columns.map((column) => column.dictionary)),
    isId,
  );
  let next = 0;
  const codes = sources.map((columns, index) => {
    const { rows, selection } = lines[index]!.table;
    const customers = new Int32Array(rows).fill(-1);
    for (const column of columns) fillMissing(customers, column.codes, translations[next++]!, selection);
    return customers;
  });
  return { codes, ids: dictionary };
}

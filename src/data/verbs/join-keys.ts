import { isPresent } from "../../schema/missing.ts";
import type { Column, ColumnType } from "../../schema/column.ts";
import { UserError } from "../../schema/errors.ts";

/** The keys of two tables as numbers that are equal where the keys are. */
export interface JoinKeys {
  /** By row of each table; −1 where part of the key is missing, which matches nothing. */
  left: Int32Array;
  right: Int32Array;
  count: number;
}

const kindOf = (type: ColumnType) => (type === "integer" ? "number" : type);

/** Codes of one pair of columns: equal values of either side have one code. */
function pairCodes(left: Column, right: Column, leftRows: Uint32Array, rightRows: Uint32Array): JoinKeys {
  const known = new Map<string | number, number>();
  const codeOf = (value: string | number): number => {
    let code = known.get(value);
    if (code === undefined) known.set(value, (code = known.size));
    return code;
  };
  const coded = (column: Column, rows: Uint32Array): Int32Array => {
    const { values, dictionary } = column;
    const byCode = dictionary === undefined ? null : new Int32Array(dictionary.length).fill(-1);
    const codes = new Int32Array(rows.length).fill(-1);
    for (let place = 0; place < rows.length; place++) {
      if (!isPresent(column, rows[place]!)) continue;
      const value = values[rows[place]!]!;
      if (byCode?.[value] === -1) byCode[value] = codeOf(dictionary![value]!);
      codes[place] = byCode === null ? codeOf(value) : byCode[value]!;
    }
    return codes;
  };
  return { left: coded(left, leftRows), right: coded(right, rightRows), count: known.size };
}

/** Two parts of a key made one. */
function combined(first: JoinKeys, second: JoinKeys): JoinKeys {
  const known = new Map<number, number>();
  const both = (a: Int32Array, b: Int32Array) =>
    a.map((code, row) => {
      if (code < 0 || b[row]! < 0) return -1;
      const pair = code * second.count + b[row]!;
      let key = known.get(pair);
      if (key === undefined) known.set(pair, (key = known.size));
      return key;
    });
  return { left: both(first.left, second.left), right: both(first.right, second.right), count: known.size };
}

/**
 * The keys of two tables, by pairs of columns that must be equal.
 *
 * @throws {UserError} If a pair's columns are of different types.
 */
export function joinKeys(pairs: readonly [Column, Column][], leftRows: Uint32Array, rightRows: Uint32Array): JoinKeys {
  let keys: JoinKeys | null = null;
  for (const [left, right] of pairs) {
    if (kindOf(left.type) !== kindOf(right.type))
      throw new UserError(
        `"${left.name}" is ${left.type} here and "${right.name}" is ${right.type} in the other table, so they are never equal.`,
        `Derive one as the other's type in a step before, such as text(${left.name}).`,
      );
    const codes = pairCodes(left, right, leftRows, rightRows);
    keys = keys === null ? codes : combined(keys, codes);
  }
  if (keys === null) throw new UserError("A join needs at least one column that must be equal.", 'Write "on", such as ["customer_id"].');
  return keys;
}

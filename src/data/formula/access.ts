import { isPresent } from "../../schema/missing.ts";
import type { Column } from "../../schema/column.ts";

/** What Arquero reads as a column: values by row. Typed arrays are one as they are, and the fastest. */
export type Access = { length: number; at(row: number): unknown };

class TextAccess implements Access {
  readonly length: number;
  private readonly codes: Column["values"];
  private readonly dictionary: string[];
  constructor(column: Column) {
    this.codes = column.values;
    this.length = column.values.length;
    this.dictionary = column.dictionary ?? [];
  }
  at(row: number): string | null {
    const code = this.codes[row]!;
    return code < 0 ? null : this.dictionary[code]!;
  }
}

class BooleanAccess implements Access {
  readonly length: number;
  private readonly column: Column;
  constructor(column: Column) {
    this.column = column;
    this.length = column.values.length;
  }
  at(row: number): boolean | null {
    return isPresent(this.column, row) ? this.column.values[row] === 1 : null;
  }
}

class NumberAccess implements Access {
  readonly length: number;
  private readonly column: Column;
  constructor(column: Column) {
    this.column = column;
    this.length = column.values.length;
  }
  at(row: number): number {
    return isPresent(this.column, row) ? this.column.values[row]! : Number.NaN;
  }
}

/** A column for formulas: a missing number or time is NaN, a missing text or truth value null. */
export function access(column: Column): Access {
  if (column.type === "text") return new TextAccess(column);
  if (column.type === "boolean") return new BooleanAccess(column);
  const { values } = column;
  return column.valid === undefined || values instanceof Float64Array ? values : new NumberAccess(column);
}

/** Results of aggregates for formulas, by the group of each row; or by group, where there are no rows any more. */
export class GroupAccess implements Access {
  readonly length: number;
  private readonly results: ArrayLike<unknown>;
  private readonly groups: Uint32Array | null;
  private readonly missing: number | null;
  constructor(results: ArrayLike<unknown>, groups: Uint32Array | null, missing: number | null) {
    this.results = results;
    this.groups = groups;
    this.length = groups === null ? results.length : groups.length;
    this.missing = missing;
  }
  at(row: number): unknown {
    return this.results[this.groups === null ? row : this.groups[row]!] ?? this.missing;
  }
}

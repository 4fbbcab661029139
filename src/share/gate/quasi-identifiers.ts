import { classSizes } from "../../analysis/privacy/class-sizes.ts";
import type { Column } from "../../schema/column.ts";
import { isPresent } from "../../schema/missing.ts";
import { columnOf, type Table } from "../../schema/table.ts";

/** How far a combination of columns singles rows out. */
export interface QuasiIdentifiers {
  /** Rows that are alike in all the columns, in the smallest class; 0 without rows. */
  least: number;
  /** The share of rows in classes of fewer than `k`. */
  share: number;
  /** What to do about it, one step after the other until the share is below one in twenty, in words. */
  suggestions: string[];
}

/** The share of rows that may stay in small classes. */
const enough = 0.05;

const unknown = -1;

function codesOf(column: Column, rows: number): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => (isPresent(column, row) ? column.values[row]! : unknown));
}

/** One step coarser: numbers and times in eight, then four, then two ranges of equally many; the rest as one. */
interface Coarser {
  codes: Float64Array;
  said: string;
}

function steps(column: Column, codes: Float64Array): Coarser[] {
  const whole: Coarser = { codes: new Float64Array(codes.length), said: `Leave out “${column.name}”.` };
  if (column.type === "text") {
    const sizes = new Map<number, number>();
    for (const code of codes) sizes.set(code, (sizes.get(code) ?? 0) + 1);
    const frequent = new Set(
      [...sizes]
        .toSorted(([, one], [, other]) => other - one)
        .slice(0, 5)
        .map(([code]) => code),
    );
    if (frequent.size === sizes.size) return [whole];
    const folded = codes.map((code) => (frequent.has(code) ? code : unknown));
    return [{ codes: folded, said: `Keep the five most frequent values of “${column.name}” and call the rest “other”.` }, whole];
  }
  if (column.type === "boolean") return [whole];
  const sorted = codes.toSorted();
  const ranges = [8, 4, 2].map((count): Coarser => {
    const bounds = Array.from({ length: count - 1 }, (_, place) => sorted[Math.floor(((place + 1) * sorted.length) / count)]!);
    return { codes: codes.map((code) => bounds.filter((bound) => code >= bound).length), said: `Put “${column.name}” into ${count} ranges.` };
  });
  return [...ranges, whole];
}

/**
 * How many rows are alike in some columns, as k-anonymity counts, and which columns to make coarser first.
 *
 * A row in a large class can still be found by what all of its class have in common, and by columns that were not looked at. Each step is
 * the one that leaves the fewest rows in small classes, of equals the one of the column with the most values; the steps together need not
 * be the fewest.
 *
 * @param columns Names of the columns somebody may know of a person: country, age, first purchase.
 * @param k The fewest rows that should be alike, from 2.
 * @example quasiIdentifiers({ rows: 2, unit: "customer", columns: [] }, [], 2) // { least: 2, share: 0, suggestions: [] }
 * @see Sweeney, L. (2002). Achieving k-anonymity privacy protection using generalization and suppression. IJUFKS 10(5) (Datafly).
 */
export function quasiIdentifiers(table: Table, columns: readonly string[], k = 10): QuasiIdentifiers {
  const { rows } = table;
  const chosen = columns.map((name) => columnOf(table, name)).filter((column) => column !== undefined);
  const original = chosen.map((column) => codesOf(column, rows));
  const shareOf = (codes: readonly Float64Array[]): number => (rows === 0 ? 0 : classSizes(codes, rows).filter((size) => size < k).length / rows);
  const sizes = classSizes(original, rows);
  const share = shareOf(original);
  const current = [...original];
  const left = chosen.map((column, at) => steps(column, original[at]!));
  const suggestions: string[] = [];
  for (let now = share; now > enough;) {
    const distinct = (at: number) => new Set(current[at]).size;
    const open = [...left.keys()].filter((at) => left[at]!.length > 0);
    const tried = open.map((at) => ({ at, share: shareOf(current.with(at, left[at]![0]!.codes)) }));
    const best = tried.toSorted((one, other) => one.share - other.share || distinct(other.at) - distinct(one.at))[0];
    if (best === undefined) break;
    const step = left[best.at]!.shift()!;
    current[best.at] = step.codes;
    const name = chosen[best.at]!.name;
    const known = suggestions.findIndex((said) => said.includes(`“${name}”`));
    if (known >= 0) suggestions.splice(known, 1);
    suggestions.push(step.said);
    now = best.share;
  }
  return { least: sizes.reduce((least, size) => Math.min(least, size), sizes[0] ?? 0), share, suggestions };
}

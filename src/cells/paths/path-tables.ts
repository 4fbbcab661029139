import { pathVariants, type Variants } from "../../analysis/sequence/path-variants.ts";
import { returns } from "../../analysis/sequence/returns.ts";
import { stepGrams } from "../../analysis/sequence/step-grams.ts";
import { integerColumn, numberColumn, textColumn } from "../../schema/made-columns.ts";
import type { Table } from "../../schema/table.ts";
import { groups } from "./groups.ts";
import { rates } from "./rates.ts";
import type { Ways } from "./walks-of-journey.ts";

/** Rarer paths and runs than the first so many are counted, and not listed. */
const mostListed = 1_000;

/** A path's steps by name, one after the other. */
export function pathName({ walks, names }: Ways, from: number, to: number): string {
  return Array.from(walks.steps.subarray(from, to), (step) => names.names[step]!).join(" → ");
}

/** The most frequent variants and their names. */
export function listedVariants(ways: Ways): { variants: Variants; listed: string[] } {
  const variants = pathVariants(ways.walks);
  const listed = Array.from(variants.example.subarray(0, mostListed), (walk) => pathName(ways, ways.walks.starts[walk]!, ways.walks.ends[walk]!));
  return { variants, listed };
}

/** Whole paths, most frequent first. `coverage` is the share of all paths up to the row; the rare ones are left out of the list only. */
export function variantTable(ways: Ways): Table {
  const { variants, listed } = listedVariants(ways);
  const [share, coverage] = [new Float64Array(listed.length), new Float64Array(listed.length)];
  let sum = 0;
  for (let row = 0; row < listed.length; row++) {
    sum += variants.occurrences[row]!;
    share[row] = variants.occurrences[row]! / ways.walks.count;
    coverage[row] = sum / ways.walks.count;
  }
  const table = groups(listed.length, [
    textColumn("path", listed),
    integerColumn("customers", variants.customers.subarray(0, listed.length), "customers"),
    integerColumn("occurrences", variants.occurrences.subarray(0, listed.length), "count"),
    numberColumn("share", share, "rate"),
    numberColumn("coverage", coverage, "rate"),
  ]);
  return variants.example.length > listed.length ? { ...table, truncatedFrom: variants.example.length } : table;
}

/** Runs of neighbouring steps, by the customers who took them. */
export function runTable(ways: Ways, length: number): Table {
  const found = stepGrams(ways.walks, ways.names.names.length, length);
  const { steps } = ways.walks;
  const byName = (left: number, right: number) => {
    for (let place = 0; place < length; place++) {
      const apart = steps[found.example[left]! + place]! - steps[found.example[right]! + place]!;
      if (apart !== 0) return apart;
    }
    return 0;
  };
  const order = found.example
    .map((_, gram) => gram)
    .sort(
      (left, right) =>
        found.customers[right]! - found.customers[left]! || found.occurrences[right]! - found.occurrences[left]! || byName(left, right),
    );
  const listed = order.slice(0, mostListed);
  const customers = listed.map((gram) => found.customers[gram]!);
  const table = groups(listed.length, [
    textColumn(
      "run",
      listed.map((gram) => pathName(ways, found.example[gram]!, found.example[gram]! + length)),
      "dimension",
    ),
    integerColumn("customers", customers, "customers"),
    integerColumn(
      "occurrences",
      listed.map((gram) => found.occurrences[gram]!),
      "count",
    ),
    numberColumn(
      "support",
      Float64Array.from(customers, (count) => count / ways.customers),
      "rate",
    ),
  ]);
  return order.length > listed.length ? { ...table, truncatedFrom: order.length } : table;
}

/** Loops: steps that customers come back to within a path, by how often. */
export function loopTable(ways: Ways, level: number): Table {
  const found = returns(ways.walks, ways.names.names.length);
  const rows = Array.from(found.occurrences.keys())
    .filter((step) => found.occurrences[step]! > 0)
    .sort((left, right) => found.occurrences[right]! - found.occurrences[left]! || left - right);
  const take = (values: ArrayLike<number>) => rows.map((step) => values[step]!);
  return groups(rows.length, [
    textColumn(
      "step",
      rows.map((step) => ways.names.names[step]!),
      "dimension",
    ),
    integerColumn("customers", take(found.customers), "customers"),
    integerColumn("reached", take(found.reached), "count"),
    ...rates("share", take(found.customers), take(found.reached), level),
    integerColumn("returns", take(found.occurrences), "count"),
    numberColumn(
      "median_seconds",
      Float64Array.from(rows, (step) => found.median[step]! / 1_000),
    ),
    numberColumn(
      "total_hours",
      Float64Array.from(rows, (step) => found.total[step]! / 3_600_000),
    ),
  ]);
}

import { links, type Links } from "../../analysis/sequence/links.ts";
import { integerColumn, numberColumn, textColumn } from "../../schema/made-columns.ts";
import type { Table } from "../../schema/table.ts";
import { groups } from "./groups.ts";
import type { Layers } from "./layers.ts";
import { rates } from "./rates.ts";
import type { Ways } from "./walks-of-journey.ts";

/** What a step of a layer is, for the way it is drawn. */
function kindOf({ names, goals, backwards }: Ways, layer: number, code: number): string {
  if (code === names.left) return "left";
  if (code === names.active) return "active";
  if (code === names.began) return "began";
  if (code === names.other) return "other";
  if (goals.has(code) && (backwards ? layer === 0 : layer > 0)) return "goal";
  return layer === 0 && !backwards ? "start" : "step";
}

/** How many paths leave each step of a layer, or reach it where paths are followed backwards. */
function passing(found: Links, size: number): Int32Array {
  const through = new Int32Array(size);
  found.from.forEach((from, id) => (through[from]! += found.occurrences[id]!));
  return through;
}

/**
 * The links between neighbouring layers: what went in and came out of every step. `layer` is that of the earlier step, counted from the start at
 * 0, or back from the end at 0.
 */
export function linkTable(ways: Ways, layers: Layers, level: number): Table {
  const { width, depth } = layers;
  const { names, backwards } = ways;
  const found = links(layers.walks, width * (depth + 1));
  const through = passing(found, width * (depth + 1));
  const layerOf = (step: number) => Math.floor(step / width);
  const order = Int32Array.from(found.from.keys()).sort(
    (left, right) => layerOf(found.from[left]!) - layerOf(found.from[right]!) || found.occurrences[right]! - found.occurrences[left]! || left - right,
  );
  const take = (values: ArrayLike<number>) => Array.from(order, (id) => values[id]!);
  const [near, far] = [take(found.from), take(found.to)];
  const [from, to] = backwards ? [far, near] : [near, far];
  const name = (step: number) => names.names[step % width]!;
  const kinds = (steps: readonly number[]) => steps.map((step) => kindOf(ways, layerOf(step), step % width));
  return groups(order.length, [
    integerColumn(
      "layer",
      near.map((step) => (backwards ? -layerOf(step) - 1 : layerOf(step))),
      "dimension",
    ),
    textColumn("from", from.map(name)),
    textColumn("to", to.map(name)),
    integerColumn("customers", take(found.customers), "customers"),
    integerColumn("occurrences", take(found.occurrences), "count"),
    ...rates(
      "probability",
      take(found.occurrences),
      near.map((step) => through[step]!),
      level,
    ),
    numberColumn(
      "median_seconds",
      Float64Array.from(order, (id) => Math.abs(found.median[id]!) / 1_000),
    ),
    textColumn("from_kind", kinds(from)),
    textColumn("to_kind", kinds(to)),
  ]);
}

/** How many paths are at each step of each layer: the step matrix, whose rows are the steps and whose columns are the layers. */
export function stepTable(ways: Ways, { walks, width, depth }: Layers, level: number): Table {
  const size = width * (depth + 1);
  const [occurrences, customers, last] = [new Int32Array(size), new Int32Array(size), new Int32Array(size).fill(-1)];
  for (let walk = 0; walk < walks.count; walk++) {
    for (let at = walks.starts[walk]!; at < walks.ends[walk]!; at++) {
      const step = walks.steps[at]!;
      occurrences[step]!++;
      if (last[step] !== walks.owner[walk]) customers[step]!++;
      last[step] = walks.owner[walk]!;
    }
  }
  const rows = Array.from(occurrences.keys())
    .filter((step) => occurrences[step]! > 0)
    .sort((left, right) => Math.floor(left / width) - Math.floor(right / width) || occurrences[right]! - occurrences[left]! || left - right);
  const take = (values: Int32Array) => rows.map((step) => values[step]!);
  return groups(rows.length, [
    integerColumn(
      "layer",
      rows.map((step) => Math.floor(step / width) * (ways.backwards ? -1 : 1)),
      "dimension",
    ),
    textColumn(
      "step",
      rows.map((step) => ways.names.names[step % width]!),
      "dimension",
    ),
    integerColumn("customers", take(customers), "customers"),
    integerColumn("occurrences", take(occurrences), "count"),
    ...rates(
      "share",
      take(occurrences),
      rows.map(() => walks.count),
      level,
    ),
  ]);
}

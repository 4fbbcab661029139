import { links } from "../../analysis/sequence/links.ts";
import { integerColumn, numberColumn, textColumn } from "../../schema/made-columns.ts";
import type { Table } from "../../schema/table.ts";
import { groups } from "./groups.ts";
import { rates } from "./rates.ts";
import { ends } from "./stretches.ts";
import type { Ways } from "./walks-of-journey.ts";

/** A row of the transition graph: codes, with what a path starts with from −1. */
interface Transition {
  from: number;
  to: number;
  customers: number;
  occurrences: number;
  median: number;
}

/** The first step of each path, and how each path ended behind its last: the graph's edges beyond its steps. */
export function edgesOf({ walks, ending, names }: Ways, walk: number): { first: number; last: number; left: number } {
  const how = ending[walk];
  return {
    first: walks.steps[walks.starts[walk]!]!,
    last: walks.steps[walks.ends[walk]! - 1]!,
    left: how === ends.reached ? -1 : how === ends.active ? names.active : names.left,
  };
}

function edges(ways: Ways): Transition[] {
  const width = ways.names.names.length;
  const found = new Map<number, Transition & { latest: number }>();
  const count = (from: number, to: number, owner: number) => {
    const key = (from + 1) * width + to;
    let edge = found.get(key);
    if (edge === undefined) found.set(key, (edge = { from, to, customers: 0, occurrences: 0, median: Number.NaN, latest: -1 }));
    edge.occurrences++;
    if (edge.latest !== owner) edge.customers++;
    edge.latest = owner;
  };
  for (let walk = 0; walk < ways.walks.count; walk++) {
    const { first, last, left } = edgesOf(ways, walk);
    const owner = ways.walks.owner[walk]!;
    count(-1, first, owner);
    if (left >= 0) count(last, left, owner);
  }
  return [...found.values()];
}

/** What the beginning of all paths is called in the transition graph. */
export const beginning = "(start)";

/** The transition graph: which step directly follows which, from the start of the paths to how they ended; most frequent first. */
export function transitionTable(ways: Ways, level: number): Table {
  const { names } = ways.names;
  const found = links(ways.walks, names.length);
  const rows: Transition[] = Array.from(found.from, (from, id) => ({
    from,
    to: found.to[id]!,
    customers: found.customers[id]!,
    occurrences: found.occurrences[id]!,
    median: found.median[id]!,
  }));
  rows.push(...edges(ways));
  const totals = new Float64Array(names.length + 1);
  for (const { from, occurrences } of rows) totals[from + 1]! += occurrences;
  rows.sort((left, right) => right.occurrences - left.occurrences || left.from - right.from || left.to - right.to);
  return groups(rows.length, [
    textColumn(
      "from",
      rows.map(({ from }) => (from < 0 ? beginning : names[from]!)),
      "dimension",
    ),
    textColumn(
      "to",
      rows.map(({ to }) => names[to]!),
      "dimension",
    ),
    integerColumn(
      "customers",
      rows.map(({ customers }) => customers),
      "customers",
    ),
    integerColumn(
      "occurrences",
      rows.map(({ occurrences }) => occurrences),
      "count",
    ),
    ...rates(
      "probability",
      rows.map(({ occurrences }) => occurrences),
      rows.map(({ from }) => totals[from + 1]!),
      level,
    ),
    numberColumn(
      "median_seconds",
      Float64Array.from(rows, ({ median }) => median / 1_000),
    ),
  ]);
}

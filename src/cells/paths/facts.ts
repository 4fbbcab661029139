import { wilson } from "../../analysis/intervals/wilson.ts";
import { ratioInterval } from "../../analysis/segments/ratio-interval.ts";
import { normalQuantile } from "../../analysis/special/normal-quantile.ts";
import { isPresent } from "../../schema/missing.ts";
import type { Fact } from "../../schema/result.ts";
import { columnOf, type Table } from "../../schema/table.ts";
import { length, share, shareOf } from "./say.ts";
import { ends } from "./stretches.ts";
import type { Ways } from "./walks-of-journey.ts";

/** Fewer customers than this are shown, not told about. */
const fewest = 30;

/** A row's number and text by column. */
const numberAt = (table: Table, name: string, row: number): number => {
  const column = columnOf(table, name)!;
  return isPresent(column, row) ? column.values[row]! : Number.NaN;
};
const textAt = (table: Table, name: string, row: number): string => {
  const column = columnOf(table, name)!;
  return column.dictionary![column.values[row]!]!;
};

const whole = (count: number) => count.toLocaleString("en-US");

/** How many paths arrive at their end, of those that had one to arrive at. */
function arrives({ journey, walks, ending, goals, names, backwards, customers }: Ways, level: number): Fact[] {
  if (goals.size === 0 || backwards || walks.count === 0) return [];
  const reached = ending.reduce((sum, how) => sum + (how === ends.reached ? 1 : 0), 0);
  const goal = goals.size === 1 ? `“${names.names[[...goals][0]!]!}”` : "the end";
  const [arrived, all] = [new Float64Array(journey.customers), new Float64Array(journey.customers)];
  walks.owner.forEach((owner, walk) => {
    all[owner]!++;
    if (ending[walk] === ends.reached) arrived[owner]!++;
  });
  const clustered = walks.count > customers ? ratioInterval(arrived, all, level) : null;
  const { lower, upper } = clustered ?? wilson(reached, walks.count, level);
  return [
    {
      code: "arrives",
      text: `${share(reached / walks.count, { lower: Math.max(0, lower), upper })} of the paths lead to ${goal}.`,
      values: { rate: reached / walks.count, rate_lower: lower, rate_upper: upper, reached, paths: walks.count },
      holds: customers >= fewest,
    },
  ];
}

/** Whether one step is the most frequent first one behind (or before) the anchor, beyond what chance makes of equals. */
function mostTake(flow: Table, ways: Ways, level: number): Fact[] {
  const layer = ways.backwards ? -1 : 0;
  const [near, far] = ways.backwards ? ["to", "from"] : ["from", "to"];
  const rows = Array.from({ length: flow.rows }, (_, row) => row).filter((row) => numberAt(flow, "layer", row) === layer);
  const total = rows.reduce((sum, row) => sum + numberAt(flow, "occurrences", row), 0);
  if (new Set(rows.map((row) => textAt(flow, near!, row))).size !== 1 || total === 0) return [];
  const steps = rows.filter((row) => !["left", "active", "began", "other"].includes(textAt(flow, `${far}_kind`, row)));
  const [first, second] = steps;
  if (first === undefined) return [];
  const [one, two] = [first, second].map((row) => (row === undefined ? 0 : numberAt(flow, "occurrences", row)) / total) as [number, number];
  const pairs = Math.max(1, (steps.length * (steps.length - 1)) / 2);
  const reach = -normalQuantile((1 - level) / pairs / 2) * Math.sqrt(Math.max(0, one + two - (one - two) ** 2) / total);
  const [step, anchor] = [textAt(flow, far!, first), textAt(flow, near!, first)];
  const interval = wilson(one * total, total, level);
  const all = `All go from “${ways.backwards ? step : anchor}” to “${ways.backwards ? anchor : step}”.`;
  const words = ways.backwards ? `Before “${anchor}” most often comes “${step}”` : `After “${anchor}” most often comes “${step}”`;
  return [
    {
      code: "most_take",
      text: one === 1 ? all : `${words}: ${share(one, interval)}.`,
      values: { rate: one, rate_lower: interval.lower, rate_upper: interval.upper, second: two, paths: total },
      holds: total >= fewest && total === ways.customers && one - two - reach > 0,
    },
  ];
}

function loops(table: Table, level: number): Fact[] {
  if (table.rows === 0) return [];
  const [customers, reached, times, hours] = ["customers", "reached", "returns", "median_seconds"].map((name) => numberAt(table, name, 0)) as [
    number,
    number,
    number,
    number,
  ];
  const { lower, upper } = wilson(customers, reached, level);
  return [
    {
      code: "comes_back",
      text: `${shareOf(customers, reached, level)} of those who reach “${textAt(table, "step", 0)}” come back to it, typically ${length(hours)} later: ${whole(times)} returns.`,
      values: { rate: customers / reached, rate_lower: lower, rate_upper: upper, customers, reached, returns: times },
      holds: reached >= fewest,
    },
  ];
}

/** The steps that come with the goal more often, or less, than chance explains. */
function lifts(table: Table | undefined, level: number): Fact[] {
  const row = Array.from({ length: table?.rows ?? 0 }, (_, at) => at).sort(
    (left, right) => numberAt(table!, "p_value", left) - numberAt(table!, "p_value", right) || left - right,
  )[0];
  if (table === undefined || row === undefined) return [];
  const [lift, lower, upper, q] = ["lift", "lift_lower", "lift_upper", "q_value"].map((name) => numberAt(table, name, row)) as [
    number,
    number,
    number,
    number,
  ];
  return [
    {
      code: "lift",
      text: `Customers who had seen “${textAt(table, "step", row)}” reach the goal ${lift.toFixed(2)} times (${lower.toFixed(2)}–${upper.toFixed(2)}) as often as others equally far on the way.`,
      values: { lift, lift_lower: lower, lift_upper: upper, q_value: q },
      holds: q <= 1 - level && (lower > 1 || upper < 1),
    },
  ];
}

function differs(table: Table | undefined, level: number): Fact[] {
  if (table === undefined || table.rows === 0) return [];
  const [one, two, lower, upper, q] = ["share", "share_against", "difference_lower", "difference_upper", "q_value"].map((name) =>
    numberAt(table, name, 0),
  ) as [number, number, number, number, number];
  const [from, to, group, against] = ["from", "to", "group", "against"].map((name) => textAt(table, name, 0));
  return [
    {
      code: "groups_differ",
      text: `Of “${group}” ${(one * 100).toFixed(0)}% go from “${from}” to “${to}”, of “${against}” ${(two * 100).toFixed(0)}%.`,
      values: { share: one, share_against: two, difference: one - two, difference_lower: lower, difference_upper: upper, q_value: q },
      holds: q <= 1 - level && (lower > 0 || upper < 0),
    },
  ];
}

function covers(table: Table, customers: number): Fact[] {
  const last = Math.min(table.rows, 10) - 1;
  if (last < 0) return [];
  const coverage = numberAt(table, "coverage", last);
  const total = table.truncatedFrom ?? table.rows;
  return [
    {
      code: "coverage",
      text:
        last === 0
          ? "All paths are the same."
          : `The ${last + 1} most frequent of ${whole(total)} different paths are ${(coverage * 100).toFixed(0)}% of all.`,
      values: { coverage, paths: total },
      holds: customers >= fewest,
    },
  ];
}

/** What the tables say. A fact holds only where its interval supports it and it rests on at least 30 customers. */
export function pathFacts(tables: Readonly<Record<string, Table>>, ways: Ways, level: number): Fact[] {
  const most = mostTake(tables["flow"]!, ways, level);
  // Where there is no other way, nobody chose this one.
  const isTold = most.some(({ values }) => values["rate"]! < 1);
  return [
    ...differs(tables["differences"], level),
    ...arrives(ways, level),
    ...(isTold ? most : []),
    ...loops(tables["loops"]!, level),
    ...lifts(tables["lift"], level),
    ...covers(tables["variants"]!, ways.customers),
    ...(isTold ? [] : most),
  ];
}

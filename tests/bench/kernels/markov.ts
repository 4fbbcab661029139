import { op } from "arquero";
import { journeyPaths } from "../../../src/analysis/attribution/journey-paths.ts";
import { transitionCounts } from "../../../src/analysis/attribution/transition-counts.ts";
import { followCounts } from "../../../src/analysis/sequence/follow-counts.ts";
import { compute } from "../../../src/cells/attribution/compute.ts";
import { params as schema } from "../../../src/cells/attribution/params.ts";
import type { CellOutput, Job } from "../../../src/cells/cell.ts";
import type { Journey } from "../../../src/journey/journey.ts";
import { integerColumn } from "../../../src/schema/made-columns.ts";
import { resolve } from "../../../src/schema/parameters.ts";
import { scalarAt } from "../../../src/schema/scalar.ts";
import { columnOf } from "../../../src/schema/table.ts";
import { channelNames } from "../events/synthetic-events.ts";
import type { Kernel } from "./kernel.ts";

const sold = channelNames.length;
const lost = sold + 1;
const width = sold + 2;
const everything = { lookback: 1e12, reset: true, includeConversionTouch: true, dedupe: -1, from: -Infinity, to: Infinity, observedTo: Infinity };

/** The channel of each event by its place among the names, and which events are a purchase. */
function touchesOf(journey: Journey): { channel: Int32Array; conversion: Uint8Array; place: Int32Array } {
  const { codes, dictionary } = journey.code("channel");
  const place = Int32Array.from(dictionary, (name) => channelNames.findIndex((channel) => channel === name));
  return { channel: codes, conversion: journey.mask([{ column: "event", is: "purchase" }]), place };
}

function outputOf(journey: Journey, count: (from: number, to: number) => number): CellOutput {
  const cells = Int32Array.from({ length: width * width }, (_, cell) => cell);
  const from = cells.map((cell) => Math.floor(cell / width));
  const to = cells.map((cell) => cell % width);
  const columns = [
    integerColumn("from", from),
    integerColumn("to", to),
    integerColumn(
      "count",
      cells.map((cell) => count(from[cell]!, to[cell]!)),
    ),
  ];
  return { tables: { main: { rows: cells.length, unit: "group", columns } }, facts: [], warnings: [], n: journey.customers, excluded: {} };
}

/** How often one channel follows another on the way to a purchase or to none: what a chain of the first order is estimated from. */
async function markovOf(journey: Journey): Promise<CellOutput> {
  const { offsets, customers, rows } = journey;
  const { channel, conversion, place } = touchesOf(journey);
  const steps = new Int32Array(rows);
  for (let event = 0; event < rows; event++) steps[event] = conversion[event] === 1 ? sold : place[channel[event]!]!;
  const counts = followCounts({ count: customers, starts: offsets.subarray(0, customers), ends: offsets.subarray(1), steps }, width);
  for (let customer = 0; customer < customers; customer++) {
    const [first, last] = [steps[offsets[customer]!]!, steps[offsets[customer + 1]! - 1]!];
    if (first !== sold) counts[sold * width + first]!++;
    if (last !== sold) counts[last * width + lost]!++;
  }
  // After a purchase a new way begins, if anything follows.
  counts[sold * width + sold] = 0;
  return outputOf(journey, (from, to) => counts[from * width + to]!);
}

/** The same counts over the paths that all models of the cell share. */
async function pathsOf(journey: Journey): Promise<CellOutput> {
  const { channel, conversion, place } = touchesOf(journey);
  const touch = channel.map((code, event) => (conversion[event] === 1 ? -1 : place[code]!));
  const { offsets, time } = journey;
  const { paths } = journeyPaths({ offsets, time, touch, conversion, value: null, channels: sold }, everything);
  const counts = transitionCounts(paths);
  return outputOf(journey, (from, to) => (from === lost ? 0 : counts[from * width + to]!));
}

function attributionOf(journey: Journey, job: Job): Promise<CellOutput> {
  const none = () => {
    throw new Error("Attribution reads one journey and nothing else here.");
  };
  return compute({ journey: () => journey, table: none, segments: none }, resolve(schema, { from: "journey", replicates: 200 }), job);
}

/** Which channel follows which on the way to a purchase or to none: 8 is the start and a conversion, 9 the end without one. */
export const kernel: Kernel = {
  title: "Markov counts",
  warm: { floor: 60, goal: 120 },
  ours: markovOf,
  answer({ tables }) {
    const main = tables["main"]!;
    const columns = ["from", "to", "count"].map((name) => columnOf(main, name)!);
    return Array.from({ length: main.rows }, (_, row) => columns.map((column) => Number(scalarAt(column, row)))).filter(([, , count]) => count! > 0);
  },
  sql: `
    with states as (select customer, time, rowid as place, case when event = 6 then 8 else channel end as state from events),
         steps as (select state, lag(state) over way as before, lead(state) over way as after from states
                   window way as (partition by customer order by time, place))
    select state::integer, coalesce(after, 9)::integer, count(*)::integer from steps where state < 8 group by 1, 2
    union all select 8, state::integer, count(*)::integer from steps where state < 8 and coalesce(before, 8) = 8 group by 2`,
  arquero(events) {
    const steps = events
      .derive({ state: "d => d.event === 6 ? 8 : d.channel" })
      .groupby("customer")
      .orderby("time")
      .derive({ before: "d => op.lag(d.state, 1, 8)", after: "d => op.lead(d.state, 1, 9)" })
      .filter("d => d.state < 8")
      .ungroup();
    const followed = steps.groupby("state", "after").rollup({ count: op.count() });
    const started = steps.filter("d => d.before === 8").groupby("state").rollup({ count: op.count() });
    return [
      ...(followed.objects() as { state: number; after: number; count: number }[]).map(({ state, after, count }) => [state, after, count]),
      ...(started.objects() as { state: number; count: number }[]).map(({ state, count }) => [8, state, count]),
    ];
  },
  also: { "the paths of all models, and their counts": pathsOf, "every model with 200 replicates": attributionOf },
};

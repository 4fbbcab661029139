import { op } from "arquero";
import { journeyPaths } from "../../../src/analysis/attribution/journey-paths.ts";
import { transitionCounts } from "../../../src/analysis/attribution/transition-counts.ts";
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

const width = channelNames.length + 2;
const everything = { lookback: 1e12, reset: true, includeConversionTouch: true, dedupe: -1, from: -Infinity, to: Infinity, observedTo: Infinity };

/** The paths to every purchase and to none, and how often one channel follows another on them. */
async function markovOf(journey: Journey): Promise<CellOutput> {
  const conversion = journey.mask([{ column: "event", is: "purchase" }]);
  const { codes, dictionary } = journey.code("channel");
  const places = Int32Array.from(dictionary, (name) => channelNames.findIndex((channel) => channel === name));
  const touch = new Int32Array(codes.length);
  for (let event = 0; event < touch.length; event++) touch[event] = conversion[event] === 1 ? -1 : places[codes[event]!]!;
  const { offsets, time, customers } = journey;
  const { paths } = journeyPaths({ offsets, time, touch, conversion, value: null, channels: channelNames.length }, everything);
  const counts = transitionCounts(paths);
  const cells = Int32Array.from(counts.keys());
  const columns = [
    integerColumn(
      "from",
      cells.map((cell) => Math.floor(cell / width)),
    ),
    integerColumn(
      "to",
      cells.map((cell) => cell % width),
    ),
    integerColumn("count", counts),
  ];
  return { tables: { main: { rows: cells.length, unit: "group", columns } }, facts: [], warnings: [], n: customers, excluded: {} };
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
    with states as (select customer, time, rowid as place, event = 6 as sold, case when event = 6 then 8 else channel end as state from events),
         steps as (select state, lag(state) over way as before, lead(state) over way as after from states
                   window way as (partition by customer order by time, sold, place))
    select state::integer, coalesce(after, 9)::integer, count(*)::integer from steps where state < 8 group by 1, 2
    union all select 8, state::integer, count(*)::integer from steps where state < 8 and coalesce(before, 8) = 8 group by 2`,
  arquero(events) {
    const steps = events
      .derive({ sold: "d => d.event === 6 ? 1 : 0", state: "d => d.event === 6 ? 8 : d.channel" })
      .groupby("customer")
      .orderby("time", "sold")
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
  also: { "every model with 200 replicates": attributionOf },
};

import { op } from "arquero";
import { followCounts } from "../../../src/analysis/sequence/follow-counts.ts";
import type { CellOutput, Job } from "../../../src/cells/cell.ts";
import { compute } from "../../../src/cells/paths/compute.ts";
import { params as schema } from "../../../src/cells/paths/params.ts";
import type { Journey } from "../../../src/journey/journey.ts";
import { codedColumn, integerColumn } from "../../../src/schema/made-columns.ts";
import { resolve } from "../../../src/schema/parameters.ts";
import { scalarAt } from "../../../src/schema/scalar.ts";
import { columnOf } from "../../../src/schema/table.ts";
import { eventNames } from "../events/synthetic-events.ts";
import type { Kernel } from "./kernel.ts";

/** The pass over the index that the transition graph is counted by. */
async function transitionsOf(journey: Journey): Promise<CellOutput> {
  const { codes, dictionary } = journey.code("event");
  const { offsets, customers } = journey;
  const width = dictionary.length;
  const counts = followCounts({ count: customers, starts: offsets.subarray(0, customers), ends: offsets.subarray(1), steps: codes }, width);
  const cells = Int32Array.from(counts.keys());
  const columns = [
    codedColumn(
      "from",
      cells.map((cell) => Math.floor(cell / width)),
      dictionary,
    ),
    codedColumn(
      "to",
      cells.map((cell) => cell % width),
      dictionary,
    ),
    integerColumn("occurrences", counts),
  ];
  return { tables: { main: { rows: cells.length, unit: "group", columns } }, facts: [], warnings: [], n: customers, excluded: {} };
}

function pathsOf(journey: Journey, job: Job): Promise<CellOutput> {
  const none = () => {
    throw new Error("Paths read one journey and nothing else here.");
  };
  return compute({ journey: () => journey, table: none, segments: none }, resolve(schema, { from: "journey" }), job);
}

const place = (name: unknown) => eventNames.findIndex((event) => event === name);

/** Which event directly follows which. */
export const kernel: Kernel = {
  title: "transition counts",
  warm: { floor: 40, goal: 100 },
  ours: transitionsOf,
  answer({ tables }) {
    const main = tables["main"]!;
    const [from, to, occurrences] = ["from", "to", "occurrences"].map((name) => columnOf(main, name)!);
    return Array.from({ length: main.rows }, (_, row) => [
      place(scalarAt(from!, row)),
      place(scalarAt(to!, row)),
      Number(scalarAt(occurrences!, row)),
    ]).filter(([, , count]) => count! > 0);
  },
  sql: `
    with followed as (select event, lead(event) over (partition by customer order by time, rowid) as next from events)
    select event::integer, next::integer, count(*)::integer from followed where next is not null group by 1, 2`,
  arquero(events) {
    const followed = events
      .groupby("customer")
      .orderby("time")
      .derive({ next: "d => op.lead(d.event, 1, -1)" })
      .filter("d => d.next >= 0")
      .ungroup()
      .groupby("event", "next")
      .rollup({ count: op.count() });
    return (followed.objects() as { event: number; next: number; count: number }[]).map(({ event, next, count }) => [event, next, count]);
  },
  also: { "every table of the paths cell": pathsOf },
};

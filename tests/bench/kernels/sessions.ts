import { op, rolling } from "arquero";
import type { CellOutput } from "../../../src/cells/cell.ts";
import type { Journey } from "../../../src/journey/journey.ts";
import { sessionsOf } from "../../../src/journey/sessions.ts";
import { integerColumn } from "../../../src/schema/made-columns.ts";
import type { Kernel } from "./kernel.ts";

/** A pause longer than this, in milliseconds, ends a session. */
const gap = 1_800_000;

/** The session of each event, and how many sessions have how many events. */
async function sessionSizes(journey: Journey): Promise<CellOutput> {
  const { codes, count } = sessionsOf(journey, gap);
  // The events of a session stand together.
  const sessions: number[] = [];
  for (let first = 0; first < codes.length;) {
    let end = first + 1;
    while (end < codes.length && codes[end] === codes[first]) end++;
    sessions[end - first] = (sessions[end - first] ?? 0) + 1;
    first = end;
  }
  const found = Array.from(sessions.keys()).filter((size) => (sessions[size] ?? 0) > 0);
  const columns = [
    integerColumn("events", found),
    integerColumn(
      "sessions",
      found.map((size) => sessions[size]!),
    ),
  ];
  return { tables: { main: { rows: found.length, unit: "group", columns } }, facts: [], warnings: [], n: count, excluded: {} };
}

/** Sessions by a pause of half an hour, counted by their events. */
export const kernel: Kernel = {
  title: "sessions",
  warm: { floor: 40, goal: 60 },
  ours: sessionSizes,
  answer({ tables }) {
    const [events, sessions] = tables["main"]!.columns;
    return Array.from(events!.values, (size, row) => [size, sessions!.values[row]!]);
  },
  sql: `
    with cut as (
      select customer, time, (lag(time) over person is null or time - lag(time) over person > ${gap})::integer as opens
      from events window person as (partition by customer order by time)),
    numbered as (select customer, sum(opens) over (partition by customer order by time range unbounded preceding) as session from cut),
    sized as (select count(*) as size from numbered group by customer, session)
    select size::integer, count(*)::integer from sized group by 1`,
  arquero(events) {
    const sized = events
      .groupby("customer")
      .orderby("time")
      .derive({ opens: `d => d.time - op.lag(d.time, 1, -1e15) > ${gap} ? 1 : 0` })
      .derive({ session: rolling("d => op.sum(d.opens)") as string })
      .ungroup()
      .groupby("customer", "session")
      .rollup({ size: op.count() })
      .groupby("size")
      .rollup({ sessions: op.count() });
    return (sized.objects() as { size: number; sessions: number }[]).map(({ size, sessions }) => [size, sessions]);
  },
  also: {},
};

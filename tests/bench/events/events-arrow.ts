import { Float64, Int32, makeData, makeVector, Table, tableToIPC } from "apache-arrow";
import { allPresent, setMissing } from "../../../src/schema/missing.ts";
import { monthsOf, type SyntheticEvents } from "./synthetic-events.ts";

/** The synthetic events as an Arrow stream, texts as codes and the month ready-made, which is as easy as it can be for a database. */
export function eventsArrow(events: SyntheticEvents): Uint8Array<ArrayBuffer> {
  const integers = (values: Int32Array) => makeVector(makeData({ type: new Int32(), data: values }));
  const nullBitmap = allPresent(events.rows);
  let nullCount = 0;
  events.revenue.forEach((value, row) => {
    if (!Number.isNaN(value)) return;
    setMissing(nullBitmap, row);
    nullCount++;
  });
  const table = new Table({
    customer: integers(events.customer),
    time: makeVector(makeData({ type: new Float64(), data: events.time })),
    month: integers(monthsOf(events)),
    event: integers(events.event),
    channel: integers(events.channel),
    revenue: makeVector(makeData({ type: new Float64(), data: events.revenue, nullBitmap, nullCount })),
  });
  return tableToIPC(table, "stream") as Uint8Array<ArrayBuffer>;
}

import type { DataTable } from "../../../src/data/data-table.ts";
import { allPresent, setMissing } from "../../../src/schema/missing.ts";
import { channelNames, customerId, customers, eventNames, type SyntheticEvents } from "./synthetic-events.ts";

/** The synthetic events as a reader of files would have put them into a table. */
export function eventsTable(events: SyntheticEvents): DataTable {
  const valid = allPresent(events.rows);
  events.revenue.forEach((value, row) => {
    if (Number.isNaN(value)) setMissing(valid, row);
  });
  return {
    rows: events.rows,
    unit: "event",
    columns: [
      { name: "customer", type: "text", values: events.customer, dictionary: Array.from({ length: customers }, (_, place) => customerId(place)) },
      { name: "time", type: "time", values: events.time },
      { name: "event", type: "text", values: events.event, dictionary: [...eventNames] },
      { name: "channel", type: "text", values: events.channel, dictionary: [...channelNames] },
      { name: "revenue", type: "number", values: events.revenue, valid },
    ],
  };
}

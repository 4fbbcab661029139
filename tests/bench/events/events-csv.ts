import { channelNames, customerId, eventNames, syntheticEvents } from "./synthetic-events.ts";

/** Rows written before they are put into the Blob, so that no string gets too long. */
const piece = 100_000;

/** The synthetic events as CSV, about 54 bytes a row, a piece of text at a time. */
export function* eventsCsv(rows: number): Generator<string> {
  const events = syntheticEvents(rows, "random");
  yield "customer,time,event,channel,revenue\n";
  for (let from = 0; from < rows; from += piece) {
    let text = "";
    for (let row = from; row < Math.min(from + piece, rows); row++) {
      const time = new Date(events.time[row]!).toISOString().slice(0, -1);
      const revenue = events.revenue[row]!;
      const amount = Number.isNaN(revenue) ? "" : revenue.toFixed(2);
      text += `${customerId(events.customer[row]!)},${time},${eventNames[events.event[row]!]},${channelNames[events.channel[row]!]},${amount}\n`;
    }
    yield text;
  }
}

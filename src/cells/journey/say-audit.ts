import type { JourneyAudit } from "../../journey/audit.ts";
import type { Journey } from "../../journey/journey.ts";
import type { Fact, Warning } from "../../schema/result.ts";

const thousands = new Intl.NumberFormat("en-US");
const percent = new Intl.NumberFormat("en-US", { style: "percent", maximumFractionDigits: 1 });

/** A number and its noun: "1 customer", "4,338 customers". */
function count(number: number, noun: string): string {
  return `${thousands.format(number)} ${noun}${number === 1 ? "" : "s"}`;
}

/** Shares of rows or customers from which something is worth a warning. */
const noticeable = 0.05;
const most = 0.5;

/** How many customers and events the journey has. A count needs no interval, so it always holds. */
export function facts(journey: Journey): Fact[] {
  return [
    {
      code: "customers",
      text: `${count(journey.customers, "customer")} on one line of ${count(journey.rows, "event")}`,
      values: { customers: journey.customers, events: journey.rows },
      holds: true,
    },
  ];
}

/** Times further than ten times the span of the middle 98 % of events away from it: typing errors, and dates such as 1970 or 2099. */
function strayEvents({ time, rows }: Journey): number {
  const step = Math.max(1, Math.floor(rows / 10_000));
  const sample = Float64Array.from({ length: Math.ceil(rows / step) }, (_, place) => time[place * step]!).sort();
  const low = sample[Math.floor(0.01 * (sample.length - 1))]!;
  const high = sample[Math.ceil(0.99 * (sample.length - 1))]!;
  const reach = 10 * Math.max(high - low, 86_400_000);
  let stray = 0;
  for (let event = 0; event < rows; event++) if (time[event]! < low - reach || time[event]! > high + reach) stray++;
  return stray;
}

/** What the reader should know before believing an analysis of the journey. */
export function warnings(journey: Journey, audit: JourneyAudit): Warning[] {
  const found: Warning[] = [];
  for (const { from, rows, withCustomer, excluded } of audit.lines) {
    const without = excluded["no customer"];
    if (without > 0) {
      found.push({
        code: "W_NO_CUSTOMER",
        lead: `${percent.format(without / rows)} of ${from} has no customer.`,
        text: `${count(without, "row")} of ${count(rows, "row")} cannot be put on anybody's line and ${without === 1 ? "is" : "are"} left out.`,
        remedy: withCustomer === 0 ? "Choose another customer column." : "If another column also identifies customers, add it to the list.",
      });
    }
    const other = Object.values(excluded).reduce((sum, one) => sum + one, 0) - without - excluded["outside the conditions"];
    if (other > noticeable * rows) {
      found.push({
        code: "W_EXCLUDED",
        lead: `${percent.format(other / rows)} of ${from} is left out by its time.`,
        text: `${count(other, "row")} ${other === 1 ? "has" : "have"} no time or ${other === 1 ? "lies" : "lie"} outside the window.`,
        remedy: "Check the time column's type and the window.",
      });
    }
  }
  if (audit.once > most * journey.customers) {
    found.push({
      code: "W_ONCE",
      lead: `${percent.format(audit.once / journey.customers)} of customers have one event only.`,
      text: `${count(audit.once, "customer")} cannot show a way, a return or a loss.`,
      remedy: "Check that the customer column is the same in all tables and is not an order's number.",
    });
  }
  const stray = strayEvents(journey);
  if (stray > 0) {
    found.push({
      code: "W_STRAY_TIME",
      lead: `${count(stray, "event")} ${stray === 1 ? "is" : "are"} dated far from all others.`,
      text: "Such dates are often typing errors, and stretch every time axis.",
      remedy: "Set a window, or filter them out in a table cell.",
    });
  }
  return found;
}

import type { JourneyAudit } from "../../journey/audit.ts";
import { isoDate } from "../../journey/calendar/iso-date.ts";
import { periodOf } from "../../journey/calendar/period-of.ts";
import type { Journey } from "../../journey/journey.ts";
import type { EventLine } from "../../schema/mapping.ts";
import type { Fact, Warning } from "../../schema/result.ts";
import { sayTwice } from "./say-twice.ts";
import { strayTimes } from "./stray-times.ts";

const thousands = new Intl.NumberFormat("en-US");
const percent = new Intl.NumberFormat("en-US", { style: "percent", maximumFractionDigits: 1 });

/** A number and its noun: "1 customer", "4,338 customers". */
function count(number: number, noun: string): string {
  return `${thousands.format(number)} ${noun}${number === 1 ? "" : "s"}`;
}

/** Shares of rows or customers from which something is worth a warning. */
const noticeable = 0.05;
const most = 0.5;

/**
 * How many customers and events the journey has. A count needs no interval, so it always holds.
 *
 * @param followed What has a line of its own: "customer", or "case" in a log of a process.
 */
export function facts(journey: Journey, { identity, duplicates, sensitivity }: JourneyAudit, followed: "customer" | "case"): Fact[] {
  const found: Fact[] = [
    {
      code: "customers",
      text: `${count(journey.customers, followed)} on one line of ${count(journey.rows, "event")}`,
      values: { customers: journey.customers, events: journey.rows },
      holds: true,
    },
  ];
  const { firstIds } = sensitivity;
  if (identity !== null && firstIds !== null && firstIds.count > journey.customers) {
    found.push({
      code: "stitched",
      text: `${count(firstIds.count, "id")} are ${count(journey.customers, followed)}, joined by the rows they share`,
      values: { ids: firstIds.count, customers: journey.customers },
      holds: true,
    });
  }
  if (identity !== null && identity.sharedDevices > 0) {
    const given = identity.devices.reduce((sum, device) => sum + device.given, 0);
    const each = identity.sharedDevices === 1 ? "is" : "are";
    found.push({
      code: "shared_devices",
      text: `${count(identity.sharedDevices, "device")} ${each} shared and join${identity.sharedDevices === 1 ? "s" : ""} nobody; ${count(given, "row")} went to whoever had logged in last`,
      values: { devices: identity.sharedDevices, rows: given },
      holds: true,
    });
  }
  const repeated = duplicates.flatMap(({ ids, equal, near }) => [ids, equal, near]);
  const rows = repeated.reduce((sum, removed) => sum + removed.rows, 0);
  if (rows > 0) {
    const value = repeated.reduce((sum, removed) => sum + removed.value, 0);
    found.push({
      code: "repeated",
      text: `${count(rows, "repeated row")} left out${value === 0 ? "" : `, worth ${thousands.format(Math.round(value))}`}`,
      values: { rows, value },
      holds: true,
    });
  }
  return found;
}

/** A window of whole local days around two moments: the second date is left out of it. */
function daysAround([first, last]: [number, number], timezone: string): [string, string] {
  const day = (time: number): number => periodOf("day", time, timezone, 1);
  return [isoDate(day(first)), isoDate(day(last) + 1)];
}

/** An ISO date in words. */
const inWords = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

/** What the reader should know before believing an analysis of the journey. */
export function warnings(
  journey: Journey,
  audit: JourneyAudit,
  { timezone, byRules, events: lines }: { timezone: string; byRules: boolean; events: readonly EventLine[] },
): Warning[] {
  const found: Warning[] = audit.twice.map((twice) => sayTwice(twice, lines));
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
    const other =
      Object.values(excluded).reduce((sum, one) => sum + one, 0) -
      without -
      excluded["outside the conditions"] -
      excluded.repeated -
      excluded["nearly repeated"];
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
  const unmapped = audit.stages.find(({ stage }) => stage === null)?.events ?? 0;
  if (byRules && unmapped > noticeable * journey.rows) {
    found.push({
      code: "W_UNMAPPED_STAGE",
      lead: `${percent.format(unmapped / journey.rows)} of events are of no stage.`,
      text: `${count(unmapped, "event")} ${unmapped === 1 ? "meets" : "meet"} no rule, so what happened there is missing from every look at stages.`,
      remedy: "Add a rule for them, or a last one that takes any event.",
    });
  }
  const stray = strayTimes(journey);
  if (stray !== null) {
    const { events, others } = stray;
    const window = daysAround(others, timezone);
    const [from, to] = [Date.parse(window[0]), Date.parse(window[1]) - 86_400_000].map((midnight) => inWords.format(midnight));
    found.push({
      code: "W_STRAY_TIME",
      lead: `${count(events, "event")} ${events === 1 ? "is" : "are"} dated far from all others.`,
      text: "Such dates are often typing errors or clocks set wrong, and stretch every time axis.",
      remedy: `Observe the time from ${from} to ${to}, which has all the others.`,
      fixes: [{ label: `Observe ${from} – ${to}`, params: { window } }],
    });
  }
  return found.map((warning) => ({ ...warning, text: `${warning.lead} ${warning.text}` }));
}

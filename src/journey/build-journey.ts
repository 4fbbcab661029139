import type { Progress } from "../data/progress.ts";
import { UserError } from "../schema/errors.ts";
import type { DateWindow } from "../schema/parameter.ts";
import { auditJourney, type JourneyAudit } from "./audit.ts";
import { knownZone } from "./calendar/known-zone.ts";
import { windowUtc } from "./calendar/window-utc.ts";
import { roleColumns } from "./columns/role-columns.ts";
import { compact } from "./compact.ts";
import { Duplicates, leaveOutNear } from "./duplicates/duplicates.ts";
import { usualDuplicates, type DuplicateRules } from "./duplicates/duplicates-audit.ts";
import { exclude, reasons } from "./exclusions.ts";
import { firstIds } from "./identity/first-ids.ts";
import { usualIdentity, type IdentityRules } from "./identity/identity-rules.ts";
import { hasSeveralIds, stitch } from "./identity/stitch.ts";
import { IndexedJourney } from "./indexed-journey.ts";
import type { Journey } from "./journey.ts";
import type { MappedAttributes, MappedLine } from "./mapped.ts";
import { eventIndex, type EventIndex, type OrderedLine } from "./order/event-index.ts";
import { rowMask } from "./predicates/row-mask.ts";
import { roles } from "../schema/mapping.ts";
import { usualTouches, type TouchRules } from "./touch-rules.ts";
import { timesOf } from "./times.ts";

/** What of a notebook's settings a journey depends on. */
export interface JourneySettings {
  timezone: string;
  weekStart: number;
  /** Local ISO dates [from, to), or null for all the data. */
  window: DateWindow | null;
}

/** How the rows of tables become a journey, where it is not as usual. */
export interface JourneyRules {
  identity?: IdentityRules;
  duplicates?: DuplicateRules;
  touches?: Partial<TouchRules>;
}

/** Rows between two chances to stop. */
const piece = 1 << 18;
/** A line of the mapping is a byte per event. */
const mostLines = 255;

function checkLines(lines: readonly MappedLine[]): void {
  if (lines.length === 0)
    throw new UserError("The journey has no events.", "Add a table and say which columns are the customer and the time.", { param: "events" });
  if (lines.length > mostLines)
    throw new UserError(`The journey has ${lines.length} lines, more than ${mostLines}.`, "Put tables of the same kind into one first.", {
      param: "events",
    });
  // Roles are gathered when first used; a column that is not there should be said now.
  for (const { line, table } of lines) {
    for (const role of roles) if (line[role] !== undefined) roleColumns(line[role], table, line.from);
  }
}

/** Open ends of the window close at the first event and just after the last, so that it is inside. */
function closed([start, end]: [number, number], { customers, offsets, time }: EventIndex): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (let customer = 0; customer < customers; customer++) {
    low = Math.min(low, time[offsets[customer]!]!);
    high = Math.max(high, time[offsets[customer + 1]! - 1]!);
  }
  return [start === -Infinity ? low : start, end === Infinity ? high + 1 : end];
}

/**
 * Puts the rows of mapped tables into one line of events per customer.
 *
 * Rows without a customer or a time, outside the window, or that fail their line's conditions are left out and counted. Customers are sorted
 * by id; equal times of a customer keep the order of lines and files. Without a window it is from the first event to one millisecond after the
 * last.
 *
 * @param lines Which columns of which tables play which role.
 * @param attributes What customers are, rather than what they did.
 * @param progress Called between pieces of the work; what it throws stops the work.
 * @param rules When rows are one customer's, which repeats are left out, what makes sessions and stages. Ids are matched only where a row may
 * have several; otherwise equal ids are one customer.
 * @throws {UserError} If a column is unknown or of the wrong type, or no event is left.
 * @example const { journey } = await buildJourney([{ line: { from: "orders", customer: "id", time: "at", event: "=purchase" }, table }], [], settings, progress);
 */
export async function buildJourney(
  lines: readonly MappedLine[],
  attributes: readonly MappedAttributes[],
  settings: JourneySettings,
  progress: Progress,
  { identity = usualIdentity, duplicates = usualDuplicates, touches = {} }: JourneyRules = {},
): Promise<{ journey: Journey; audit: JourneyAudit }> {
  const { timezone, weekStart } = settings;
  knownZone(timezone);
  checkLines(lines);
  const window = windowUtc(settings.window, timezone);
  const times = lines.map(timesOf);
  const wheres = lines.map(({ line, table }) =>
    line.where === undefined || line.where.length === 0 ? null : rowMask(table, line.where, line.from, timezone),
  );
  const stitched =
    hasSeveralIds(lines) && identity.mode !== "first_id"
      ? await stitch(lines, times, wheres, identity, (fraction, doing) => progress(0.2 * fraction, doing))
      : null;
  const { codes, ids } = stitched ?? firstIds(lines);
  const ordered: OrderedLine[] = lines.map((_, place) => ({ customer: codes[place]!, time: times[place]! }));

  const repeats = lines.map((mapped) => new Duplicates(mapped));
  const withCustomer: number[] = [];
  const excluded: Uint32Array[] = [];
  for (const [place, { table }] of lines.entries()) {
    const where = wheres[place]!;
    const counts = new Uint32Array(reasons.length);
    for (let from = 0; from < table.rows; from += piece) {
      exclude(ordered[place]!, window, where, from, Math.min(from + piece, table.rows), counts);
      const pause = progress(0.2 + (0.1 * (place + from / table.rows)) / lines.length, "Reading customers and times");
      if (pause) await pause;
    }
    excluded.push(counts);
    withCustomer.push(table.rows - counts[0]!);
    counts[reasons.indexOf("repeated")] = repeats[place]!.leaveOut(ordered[place]!, duplicates);
  }

  const { ids: customers, places } = compact(codes, ids);
  if (customers.length === 0) throw nothingLeft(lines, excluded);
  const whole = await eventIndex(ordered, customers.length, (fraction, doing) => progress(0.3 + 0.6 * fraction, doing));
  const index = leaveOutNear(whole, repeats, duplicates);
  for (const [place, line] of repeats.entries()) {
    line.countOrders(index, place);
    excluded[place]![reasons.indexOf("nearly repeated")] = line.audit.near.rows;
  }
  const journey = new IndexedJourney(
    { lines, attributes, timezone, weekStart, touches: { ...usualTouches, ...touches } },
    index,
    customers,
    closed(window, index),
    {
      known: stitched?.known.renumbered(places) ?? null,
    },
  );
  const pause = progress(0.9, "Looking it over");
  if (pause) await pause;
  return {
    journey,
    audit: auditJourney(journey, lines, withCustomer, excluded, { identity: stitched?.audit ?? null, duplicates: repeats.map((line) => line.audit) }),
  };
}

function nothingLeft(lines: readonly MappedLine[], excluded: readonly Uint32Array[]): UserError {
  const rows = lines.reduce((sum, { table }) => sum + table.rows, 0);
  const counts = reasons.map((_, at) => excluded.reduce((sum, line) => sum + line[at]!, 0));
  const [reason, count] = reasons.map((words, at) => [words, counts[at]!] as const).sort((left, right) => right[1] - left[1])[0]!;
  if (rows === 0)
    return new UserError("The journey's tables have no rows.", "Check the filters of the table cells it reads, or open another file.", {
      param: "events",
    });
  return new UserError(
    `None of the ${rows.toLocaleString("en-US")} rows is an event: ${count.toLocaleString("en-US")} are left out with ${reason === "no customer" || reason === "no time" ? "" : "a time or values "}${reason}.`,
    "Check the customer and time columns, the conditions and the window.",
    { param: "events" },
  );
}

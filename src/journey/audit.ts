import type { Codes, Journey } from "./journey.ts";
import type { MappedLine } from "./mapped.ts";
import type { LineDuplicates } from "./duplicates/duplicates-audit.ts";
import type { IdentityAudit } from "./identity/identity-audit.ts";
import type { IndexedJourney } from "./indexed-journey.ts";
import { customersWhoBought, firstIdsWhoBought, sessionsByGap, type Converted } from "./sensitivity.ts";
import { reasons, type Reason } from "./exclusions.ts";
import { countStages, type StageCount } from "./stages.ts";
import { toldTwice, type ToldTwice } from "./told-twice.ts";

/** What one line of the mapping gave. */
export interface LineAudit {
  from: string;
  rows: number;
  events: number;
  customers: number;
  /** Rows of the table with a customer. */
  withCustomer: number;
  excluded: Record<Reason, number>;
}

/** How often an event happened. */
export interface EventAudit {
  /** Null for events without a name. */
  event: string | null;
  events: number;
  customers: number;
  /** UTC milliseconds. */
  first: number;
  last: number;
}

/** What became of the rows, and what the journey is like. */
export interface JourneyAudit {
  lines: LineAudit[];
  /** Most frequent first. */
  events: EventAudit[];
  /** Customers with one event only. */
  once: number;
  /** Events at the same time as the one before of the same customer. */
  ties: number;
  /** Customers with such events. */
  tiedCustomers: number;
  /** Sessions after half an hour's pause. */
  sessions: number;
  /** As guessed from names. The last may be events without a stage. */
  stages: StageCount[];
  /** Bytes of the index per event. */
  bytesPerEvent: number;
  /** What matching ids did; null where no row can have several. */
  identity: IdentityAudit | null;
  /** What was said twice, per line. */
  duplicates: LineDuplicates[];
  /** What two tables both bring. */
  twice: ToldTwice[];
  sensitivity: Sensitivity;
}

/** What other rules would give; bought is told by names. */
export interface Sensitivity {
  /** Customers as they are, and if the first id of a row alone said whose it is; null where no row has several. */
  customers: Converted;
  firstIds: Converted | null;
  /** Sessions for each of the compared gaps. */
  sessions: Converted[];
}

/** Events and distinct customers per group of events; group −1 is counted last. */
function tally(
  journey: Journey,
  groups: Int32Array | Uint8Array,
  count: number,
): { events: Uint32Array; customers: Uint32Array; first: Float64Array; last: Float64Array } {
  const events = new Uint32Array(count + 1);
  const customers = new Uint32Array(count + 1);
  const first = new Float64Array(count + 1).fill(Infinity);
  const last = new Float64Array(count + 1).fill(-Infinity);
  const seen = new Int32Array(count + 1).fill(-1);
  for (let customer = 0; customer < journey.customers; customer++) {
    for (let event = journey.offsets[customer]!; event < journey.offsets[customer + 1]!; event++) {
      const code = groups[event]!;
      const group = code < 0 ? count : code;
      events[group]!++;
      if (seen[group] !== customer) customers[group]!++;
      seen[group] = customer;
      const time = journey.time[event]!;
      if (time < first[group]!) first[group] = time;
      if (time > last[group]!) last[group] = time;
    }
  }
  return { events, customers, first, last };
}

/** The names of a tally's groups, with null for those without, and the groups that occur. */
function occurring({ dictionary }: Codes, events: Uint32Array): { name: string | null; group: number }[] {
  return Array.from(events, (_, group) => ({ name: dictionary[group] ?? null, group })).filter(({ group }) => events[group]! > 0);
}

/**
 * Looks a new journey over.
 *
 * @param withCustomer Rows with a customer, per line.
 * @param excluded Rows left out, per line, by place of the reason in `reasons`.
 * @param steps What matching ids and looking for repeats did.
 */
export function auditJourney(
  journey: IndexedJourney,
  lines: readonly MappedLine[],
  withCustomer: readonly number[],
  excluded: readonly Uint32Array[],
  steps: Pick<JourneyAudit, "identity" | "duplicates">,
): JourneyAudit {
  const byLine = lines.length === 1 ? { events: [journey.rows], customers: [journey.customers] } : tally(journey, journey.table, lines.length);
  const event = journey.code("event");
  const byEvent = tally(journey, event.codes, event.dictionary.length);
  let once = 0;
  let ties = 0;
  let tiedCustomers = 0;
  for (let customer = 0; customer < journey.customers; customer++) {
    const first = journey.offsets[customer]!;
    const end = journey.offsets[customer + 1]!;
    if (end - first === 1) once++;
    const before = ties;
    for (let at = first + 1; at < end; at++) if (journey.time[at] === journey.time[at - 1]) ties++;
    if (ties > before) tiedCustomers++;
  }
  return {
    lines: lines.map(({ line, table }, place) => ({
      from: line.from,
      rows: table.rows,
      events: byLine.events[place]!,
      customers: byLine.customers[place]!,
      withCustomer: withCustomer[place]!,
      excluded: Object.fromEntries(reasons.map((reason, at) => [reason, excluded[place]![at]!])) as Record<Reason, number>,
    })),
    events: occurring(event, byEvent.events)
      .map(({ name, group }) => ({
        event: name,
        events: byEvent.events[group]!,
        customers: byEvent.customers[group]!,
        first: byEvent.first[group]!,
        last: byEvent.last[group]!,
      }))
      .sort((left, right) => right.events - left.events),
    once,
    ties,
    tiedCustomers,
    sessions: journey.sessions().count,
    stages: countStages(journey, journey.stages()),
    bytesPerEvent: bytesPerEvent(journey),
    ...steps,
    twice: toldTwice(
      journey,
      event,
      lines.map(({ line }) => line.from),
    ),
    sensitivity: sensitivityOf(journey, lines, steps.identity !== null),
  };
}

function sensitivityOf(journey: IndexedJourney, lines: readonly MappedLine[], isStitched: boolean): Sensitivity {
  const purchases = journey.purchases();
  return {
    customers: customersWhoBought(journey, purchases),
    firstIds: isStitched ? firstIdsWhoBought(journey, purchases, lines) : null,
    sessions: sessionsByGap(journey, purchases, journey.sessionCuts()),
  };
}

/** Bytes of the index per event: 13 for time, row and line, and the customers' share. */
export function bytesPerEvent({ rows, offsets, time, row, table }: Journey): number {
  const bytes = offsets.byteLength + time.byteLength + row.byteLength + table.byteLength;
  return rows === 0 ? 0 : bytes / rows;
}

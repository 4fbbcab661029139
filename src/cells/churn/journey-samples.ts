import { attributeNames, type AttributeName } from "../../journey/attribute-names.ts";
import type { Journey } from "../../journey/journey.ts";
import type { Column } from "../../schema/column.ts";
import { UserError } from "../../schema/errors.ts";
import { isPresent } from "../../schema/missing.ts";
import { scalarAt } from "../../schema/scalar.ts";
import type { Inputs, Job } from "../cell.ts";
import { eventFeatures, frequentEvents } from "./event-features.ts";
import type { Feature, Sample } from "./feature.ts";
import type { ChurnParams } from "./params.ts";
import { populationAt, type Population } from "./population.ts";
import { day, lengthsOf, snapshotTimes, type Lengths } from "./windows.ts";

/** A snapshot and its rows, in the order of the customers' ids. */
export interface Snapshot {
  time: number;
  sample: Sample;
  /** Each row's place among the customers of the whole journey. */
  places: Uint32Array;
}

/** What a journey gives to learn from, to test on and to score. */
export interface JourneySamples {
  journey: Journey;
  lengths: Lengths;
  /** From the first to the last; the last one tests where there are several. */
  snapshots: Snapshot[];
  /** Everyone who is active when the data end. */
  now: Snapshot;
  excluded: Record<string, number>;
  /** Attributes left out because nothing says since when they hold. */
  undated: string[];
  /** The days within which nine in ten pauses between two activities end; null without any. */
  pauses: number | null;
}

/** A column of a customer or of a row as a feature; times become days before a moment. */
export function featureOf(column: Column, name: string, rows: Uint32Array, at: number): Feature {
  const present = (row: number) => isPresent(column, row);
  if (column.type === "text")
    return { name, label: name, codes: Int32Array.from(rows, (row) => (present(row) ? column.values[row]! : -1)), dictionary: column.dictionary! };
  const value = (row: number) => (column.type === "time" ? Math.floor((at - column.values[row]!) / day) : column.values[row]!);
  const label = column.type === "time" ? `Days since ${name}` : name;
  return { name, label, values: Float64Array.from(rows, (row) => (present(row) ? value(row) : Number.NaN)) };
}

function chosenAttributes(journey: Journey, params: ChurnParams): { used: AttributeName[]; undated: string[] } {
  const all = attributeNames(journey);
  if (params.attributes.length === 0)
    return { used: all.filter(({ dated }) => dated), undated: all.filter(({ dated }) => !dated).map(({ name }) => name) };
  return { used: params.attributes.map((name) => ({ name, dated: all.find((known) => known.name === name)?.dated ?? false })), undated: [] };
}

/** The places in a journey of the customers of an earlier one: those who had an event by then. */
function placesIn(whole: Journey, time: number): Uint32Array {
  const places: number[] = [];
  for (let customer = 0; customer < whole.customers; customer++) if (whole.time[whole.offsets[customer]!]! < time) places.push(customer);
  return Uint32Array.from(places);
}

function snapshotOf(whole: Journey, population: Population, params: ChurnParams, events: readonly string[], lengths: Lengths): Snapshot {
  const { known, time, customers } = population;
  const names = known.attribute("customer");
  const ids = Array.from(customers, (customer) => String(scalarAt(names, customer)));
  // By id, so that neither the order of the file nor the way customers were found changes what is learned.
  const order = Array.from(ids.keys()).sort((left, right) => (ids[left]! < ids[right]! ? -1 : 1));
  const sorted = Uint32Array.from(order, (row) => customers[row]!);
  const active = known.mask(params.active);
  const window = [time - lengths.observation, time] as const;
  const { rhythm, mix, money, scores } = params;
  const behaviour = eventFeatures(known, sorted, active, { rhythm, mix, money, scores }, events, window);
  const timing = rhythm ? behaviour : eventFeatures(known, sorted, active, { rhythm: true, mix: false, money: false, scores: false }, [], window);
  const recency = timing.find(({ name }) => name === "recency_days");
  const attributes = chosenAttributes(whole, params).used.map(({ name, dated }): Feature => {
    const feature = featureOf(known.attribute(name), name, sorted, time);
    return dated ? feature : { ...feature, undated: true };
  });
  const places = placesIn(whole, time);
  return {
    time,
    places: sorted.map((customer) => places[customer]!),
    sample: {
      ids: order.map((row) => ids[row]!),
      outcomes: Uint8Array.from(order, (row) => population.outcomes[row]!),
      recency: recency !== undefined && "values" in recency ? recency.values : null,
      features: [...behaviour, ...attributes],
    },
  };
}

/** The days within which nine in ten pauses end. */
function usualPause({ customers, offsets, time }: Journey, active: Uint8Array): number | null {
  const pauses: number[] = [];
  for (let customer = 0; customer < customers; customer++) {
    let last = Number.NaN;
    for (let event = offsets[customer]!; event < offsets[customer + 1]!; event++) {
      if (active[event] === 0) continue;
      if (time[event]! > last) pauses.push((time[event]! - last) / day);
      last = time[event]!;
    }
  }
  const sorted = Float64Array.from(pauses).sort();
  return sorted.length === 0 ? null : Math.ceil(sorted[Math.floor(0.9 * (sorted.length - 1))]!);
}

function journeyOf(inputs: Inputs, params: ChurnParams): Journey {
  const journey = inputs.journey(params.from);
  if (journey.customers > 0) return journey;
  throw new UserError(`"${params.from}" has no customers.`, "Check its tables and its window.");
}

function populationOf(journey: Journey, time: number, params: ChurnParams, lengths: Lengths): Population {
  const known = journey.before(time);
  const marks = { active: journey.mask(params.active), cancel: params.cancel.length === 0 ? null : journey.mask(params.cancel) };
  return populationAt(journey, known, marks, params.where.length === 0 ? null : known.mask(params.where), time, lengths);
}

/** Everyone active when the data end, with the features that a kept model counts. @throws {UserError} If the journey has no customers. */
export async function currentSample(
  inputs: Inputs,
  params: ChurnParams,
  job: Job,
  events: readonly string[],
): Promise<{ snapshot: Snapshot; journey: Journey }> {
  const journey = journeyOf(inputs, params);
  const lengths = lengthsOf(params.windows);
  const pause = job.progress(0.1, "summing up what customers did");
  if (pause) await pause;
  return { snapshot: snapshotOf(journey, populationOf(journey, journey.window[1], params, lengths), params, events, lengths), journey };
}

/**
 * The samples of a journey: every snapshot's customers with what was known of them then, and what became of them.
 *
 * @throws {UserError} If the data are too short, or hold no customers.
 */
export async function journeySamples(inputs: Inputs, params: ChurnParams, job: Job): Promise<JourneySamples> {
  const journey = journeyOf(inputs, params);
  const lengths = lengthsOf(params.windows);
  const times = snapshotTimes(params.windows, params.snapshots, journey.window, job.timezone);
  const populations: Population[] = [];
  for (const time of [...times, journey.window[1]]) {
    populations.push(populationOf(journey, time, params, lengths));
    const pause = job.progress(0.02, "looking back from each snapshot");
    if (pause) await pause;
  }
  const events = params.mix ? frequentEvents(populations[0]!.known) : [];
  const found: Snapshot[] = [];
  for (const population of populations) {
    found.push(snapshotOf(journey, population, params, events, lengths));
    const pause = job.progress(0.05, "summing up what customers did");
    if (pause) await pause;
  }
  const now = found.pop()!;
  const { undated } = chosenAttributes(journey, params);
  const pauses = usualPause(journey, journey.mask(params.active));
  return { journey, lengths, snapshots: found, now, excluded: populations.at(-2)!.excluded, undated, pauses };
}

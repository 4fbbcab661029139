import { localInstant } from "../../journey/calendar/local-instant.ts";
import type { Journey } from "../../journey/journey.ts";
import { UserError } from "../../schema/errors.ts";
import type { Inputs, Job } from "../cell.ts";
import type { SegmentParams } from "./params.ts";
import { ruleMask } from "./rule-mask.ts";

/** Who is in which segment. Customers are those of `journey`, which is the input as it was known then. */
export interface Membership {
  journey: Journey;
  /** The journey as it came. */
  whole: Journey;
  /** The customers' places in the journey as it came. */
  places: Uint32Array;
  ids: readonly string[];
  /** 1 for the customers the segments are of. */
  among: Uint8Array;
  /** The segments as named, and the rest last. */
  names: string[];
  /** Per name, 1 for its customers. */
  sets: Uint8Array[];
  /** How many customers there are among all. */
  n: number;
  excluded: Record<string, number>;
}

function known(whole: Journey, asOf: string | null, timezone: string): Journey {
  if (asOf === null) return whole;
  const instant = localInstant(asOf, timezone);
  if (instant === null) throw new UserError(`"${asOf}" is not a date.`, 'Write it as "2025-01-31".', { param: "as_of" });
  return whole.before(instant.from);
}

/** The place of each of a journey's customers in the journey it was cut from; both are in the order of their ids. */
function placesIn(whole: readonly string[], ids: readonly string[]): Uint32Array {
  const places = new Uint32Array(ids.length);
  let at = 0;
  ids.forEach((id, customer) => {
    while (whole[at] !== id) at++;
    places[customer] = at;
  });
  return places;
}

function population(journey: Journey, params: SegmentParams): Uint8Array {
  const among = new Uint8Array(journey.customers);
  if (params.where.length === 0) return among.fill(1);
  const meets = journey.mask(params.where);
  for (let customer = 0; customer < among.length; customer++)
    among[customer] = meets.subarray(journey.offsets[customer], journey.offsets[customer + 1]).includes(1) ? 1 : 0;
  return among;
}

const count = (mask: Uint8Array): number => mask.reduce((sum, meets) => sum + meets, 0);

/**
 * Finds the customers of every segment.
 *
 * @throws {UserError} If a rule does not suit the journey, or the rest has a segment's name.
 */
export function membership(inputs: Inputs, params: SegmentParams, job: Job): Membership {
  const whole = inputs.journey(params.from);
  const journey = known(whole, params.as_of, job.timezone);
  const idsOf = (of: Journey) => of.attribute("customer").dictionary!;
  const ids = idsOf(journey);
  const among = population(journey, params);
  const taken = new Uint8Array(journey.customers);
  const sets = params.segments.map(({ rules }) => {
    const mask = ruleMask(journey, rules, job.timezone).map((meets, customer) => meets & among[customer]!);
    if (params.exclusive) mask.forEach((meets, customer) => (mask[customer] = meets & (taken[customer]! ^ 1)));
    mask.forEach((meets, customer) => (taken[customer]! |= meets));
    return mask;
  });
  const names = params.segments.map(({ name }) => name);
  if (names.includes(params.rest))
    throw new UserError(`"${params.rest}" is the name of a segment and of the rest.`, "Give one of them another name.", { param: "rest" });
  const n = count(among);
  const later = whole.customers - journey.customers;
  return {
    journey,
    whole,
    places: placesIn(idsOf(whole), ids),
    ids,
    among,
    names: [...names, params.rest],
    sets: [...sets, taken.map((meets, customer) => (meets ^ 1) & among[customer]!)],
    n,
    excluded: {
      ...(later > 0 ? { "not known by then": later } : {}),
      ...(n < journey.customers ? { "outside the conditions": journey.customers - n } : {}),
    },
  };
}

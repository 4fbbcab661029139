import { localPeriods } from "../../journey/calendar/local-periods.ts";
import type { Journey } from "../../journey/journey.ts";
import { UserError } from "../../schema/errors.ts";
import { isPresent } from "../../schema/missing.ts";
import type { Grain, Settings } from "../../schema/settings.ts";

/** When each customer started: the events that count begin at `first`, which is −1 for customers who never started. */
export interface Births {
  first: Int32Array;
  /** UTC milliseconds, where an attribute tells it; null where it is the time of the first event. */
  acquired: Float64Array | null;
  /** Who was left out, by reason. */
  excluded: Record<string, number>;
}

/** Each customer's first event that meets a mask. */
export function firstEvents(journey: Journey, mask: Uint8Array): Births {
  const { customers, offsets } = journey;
  const births: Births = { first: new Int32Array(customers).fill(-1), acquired: null, excluded: {} };
  let without = 0;
  for (let customer = 0; customer < customers; customer++) {
    const end = offsets[customer + 1]!;
    let event = offsets[customer]!;
    while (event < end && mask[event] === 0) event++;
    if (event < end) births.first[customer] = event;
    else without++;
  }
  if (without > 0) births.excluded["no event to start with"] = without;
  return births;
}

/**
 * Each customer's start as an attribute tells it. Customers acquired outside the window are left out: their first periods were not observed.
 *
 * @throws {UserError} If the attribute is not a time.
 */
export function acquisitions(journey: Journey, attribute: string): Births {
  const { customers, offsets, time } = journey;
  const column = journey.attribute(attribute);
  if (column.type !== "time")
    throw new UserError(
      `"${attribute}" is ${column.type}, not a time.`,
      "Choose a customer attribute that holds dates, or leave the field empty to start with the first event.",
      { param: "acquired" },
    );
  const since = new Float64Array(customers);
  const births: Births = { first: new Int32Array(customers).fill(-1), acquired: since, excluded: {} };
  const [opens, closes] = journey.window;
  let undated = 0;
  let outside = 0;
  for (let customer = 0; customer < customers; customer++) {
    const acquired = column.values[customer]!;
    if (!isPresent(column, customer)) {
      undated++;
    } else if (acquired < opens || acquired >= closes) {
      outside++;
    } else {
      let event = offsets[customer]!;
      while (event < offsets[customer + 1]! && time[event]! < acquired) event++;
      births.first[customer] = event;
      since[customer] = acquired;
    }
  }
  if (undated > 0) births.excluded["no acquisition date"] = undated;
  if (outside > 0) births.excluded["acquired outside the window"] = outside;
  return births;
}

/** The UTC milliseconds of each start; 0 for customers who never started. */
export function birthTimes(journey: Journey, births: Births): Float64Array {
  return births.acquired ?? Float64Array.from(births.first, (event) => (event < 0 ? 0 : journey.time[event]!));
}

/** The local calendar period of each start; 0 for customers who never started. */
export function birthPeriods(journey: Journey, births: Births, grain: Grain, settings: Settings): Int32Array {
  if (births.acquired !== null) return localPeriods(grain, births.acquired, settings.timezone, settings.weekStart);
  const local = journey.local(grain);
  const periods = new Int32Array(births.first.length);
  for (let customer = 0; customer < periods.length; customer++) {
    const event = births.first[customer]!;
    if (event >= 0) periods[customer] = local[event]!;
  }
  return periods;
}

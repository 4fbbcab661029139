import type { Journey } from "../../journey/journey.ts";
import type { Settings } from "../../schema/settings.ts";
import type { Inputs } from "../cell.ts";
import { acquisitions, birthPeriods, firstEvents, type Births } from "./births.ts";
import type { RetentionParams } from "./cohorts.ts";

/** Who is followed, since when, in which group. */
export interface Enrolled {
  journey: Journey;
  /** 1 for each event that counts as coming back. */
  returns: Uint8Array;
  births: Births;
  /** The calendar period each customer starts in. */
  birth: Int32Array;
  /** Names of the groups; one empty name when nothing is broken down. */
  groups: string[];
  /** The group of each customer; null when nothing is broken down. */
  group: Int32Array | null;
}

/** Takes customers out for a reason. */
function leaveOut(births: Births, reason: string, isOut: (customer: number) => boolean): void {
  let left = 0;
  for (let customer = 0; customer < births.first.length; customer++) {
    if (births.first[customer]! < 0 || !isOut(customer)) continue;
    births.first[customer] = -1;
    left++;
  }
  if (left > 0) births.excluded[reason] = left;
}

function leaveOutWhere(journey: Journey, births: Births, where: RetentionParams["where"]): void {
  const mask = journey.mask(where);
  leaveOut(births, "do not meet the condition on customers", (customer) => {
    for (let event = journey.offsets[customer]!; event < journey.offsets[customer + 1]!; event++) if (mask[event] === 1) return false;
    return true;
  });
}

/** Lowest and highest value of the customers who are followed; Infinity and −Infinity of nobody. */
export function extent(births: Births, values: Int32Array | Float64Array): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (let customer = 0; customer < values.length; customer++) {
    if (births.first[customer]! < 0) continue;
    const value = values[customer]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

/**
 * Finds when each customer starts, and leaves out those who are not to be followed.
 *
 * @throws {UserError} If a parameter does not suit the journey.
 */
export function enrol(inputs: Inputs, params: RetentionParams, settings: Settings): Enrolled {
  const journey = inputs.journey(params.from);
  const returns = journey.mask(params.return);
  const starts = params.start.length === 0 ? returns : journey.mask(params.start);
  const births = params.acquired === null ? firstEvents(journey, starts) : acquisitions(journey, params.acquired);
  if (params.where.length > 0) leaveOutWhere(journey, births, params.where);
  const grouped = params.by === null ? null : journey.groups(typeof params.by === "string" ? params.by : inputs.segments(params.by.cell));
  if (grouped !== null) leaveOut(births, "in no group", (customer) => grouped.codes[customer]! < 0);
  const birth = birthPeriods(journey, births, params.grain, settings);
  if (params.burn_in > 0) {
    const from = extent(births, birth)[0] + params.burn_in;
    leaveOut(births, `in the first ${params.burn_in === 1 ? "cohort" : `${params.burn_in} cohorts`}`, (customer) => birth[customer]! < from);
  }
  return { journey, returns, births, birth, groups: grouped?.names ?? [""], group: grouped?.codes ?? null };
}

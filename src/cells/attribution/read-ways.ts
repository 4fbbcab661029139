import type { Journey } from "../../journey/journey.ts";
import type { Inputs, Job } from "../cell.ts";
import type { AttributionParams } from "./presets.ts";
import type { Ways } from "./ways.ts";
import { waysOfJourney } from "./ways-of-journey.ts";
import { waysOfTable } from "./ways-of-table.ts";

/** The last paths of each journey: asking for the customers behind one mark after another builds them once. */
const kept = new WeakMap<Journey, { key: string; ways: Ways }>();

/**
 * The paths of a cell's input: of a table where a column of paths is named, of a journey otherwise.
 *
 * @throws {UserError} If a parameter does not suit the input.
 */
export function readWays(inputs: Inputs, params: AttributionParams, job: Job): Ways {
  const { path } = params;
  if (path !== null) return waysOfTable(inputs, { ...params, path });
  // Segments may change under the same name, so paths broken down by them are always built anew.
  if (params.by !== null && typeof params.by !== "string") return waysOfJourney(inputs, params, job);
  const journey = inputs.journey(params.from);
  const key = JSON.stringify([params, job.timezone]);
  const found = kept.get(journey);
  if (found?.key === key) return found.ways;
  const ways = waysOfJourney(inputs, params, job);
  kept.set(journey, { key, ways });
  return ways;
}

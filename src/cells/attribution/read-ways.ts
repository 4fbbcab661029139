import type { Inputs, Job } from "../cell.ts";
import type { AttributionParams } from "./presets.ts";
import type { Ways } from "./ways.ts";
import { waysOfJourney } from "./ways-of-journey.ts";
import { waysOfTable } from "./ways-of-table.ts";

/**
 * The paths of a cell's input: of a table where a column of paths is named, of a journey otherwise.
 *
 * @throws {UserError} If a parameter does not suit the input.
 */
export function readWays(inputs: Inputs, params: AttributionParams, job: Job): Ways {
  const { path } = params;
  return path === null ? waysOfJourney(inputs, params, job) : waysOfTable(inputs, { ...params, path });
}

import type { Table } from "../../schema/table.ts";
import type { CellOutput, Inputs, Job } from "../cell.ts";
import { differenceTable, sidesOf } from "./differences.ts";
import { pathFacts } from "./facts.ts";
import { linkTable, stepTable } from "./flow-tables.ts";
import { layersOf, namedLayers } from "./layers.ts";
import { liftTable } from "./lift.ts";
import { loopTable, runTable, variantTable } from "./path-tables.ts";
import { patternTable } from "./pattern.ts";
import { transitionTable } from "./transitions.ts";
import { waysOfJourney, type PathsParams } from "./walks-of-journey.ts";
import { pathWarnings } from "./warnings.ts";

export { members } from "./members.ts";

/**
 * The ways customers take: from, to or between anchors, or all of them.
 *
 * @returns `main`, every link between neighbouring layers; `flow`, the same with the rare steps of each layer taken together, as it is drawn;
 * `steps`, the step matrix; `transitions`, the transition graph; `variants`, whole paths; `runs`, steps in a row; `loops`, steps come back to; and,
 * where asked for, `lift`, `differences` and `pattern`.
 * @throws {UserError} If a parameter does not suit the journey.
 */
export async function compute(inputs: Inputs, params: PathsParams, job: Job): Promise<CellOutput> {
  const level = params.level ?? job.level;
  const ways = waysOfJourney(inputs, params);
  const sides = sidesOf(inputs, params, ways);
  const layers = layersOf(ways, params.depth);
  const makers: readonly (readonly [string, () => Table | null])[] = [
    ["main", () => linkTable(ways, layers, level)],
    ["flow", () => linkTable(ways, namedLayers(ways, layers, params), level)],
    ["steps", () => stepTable(ways, layers, level)],
    ["transitions", () => transitionTable(ways, level)],
    ["variants", () => variantTable(ways)],
    ["runs", () => runTable(ways, params.run_length)],
    ["loops", () => loopTable(ways, level)],
    ["lift", () => liftTable(ways, params, level)],
    ["differences", () => (sides === null ? null : differenceTable(ways, sides, level))],
    ["pattern", () => patternTable(ways, params, level)],
  ];
  const tables: Record<string, Table> = {};
  for (const [place, [name, make]] of makers.entries()) {
    const pause = job.progress((place + 1) / (makers.length + 1), "counting paths");
    if (pause) await pause;
    const table = make();
    if (table !== null) tables[name] = table;
  }
  return {
    tables,
    facts: pathFacts(tables, ways, level),
    warnings: pathWarnings(ways, params),
    n: ways.customers,
    excluded: ways.excluded,
    window: ways.journey.window,
  };
}

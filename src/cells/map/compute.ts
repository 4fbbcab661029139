import { bitset, insert, type Bitset } from "../../schema/bitset.ts";
import { UserError } from "../../schema/errors.ts";
import type { Pick } from "../../schema/pick.ts";
import type { CellOutput, Inputs, Job } from "../cell.ts";
import { compareGroups, type CellDifference } from "./compare.ts";
import { mapFacts } from "./facts.ts";
import { feelingsOf, groupFeelings, linkAnswers, sources } from "./feelings.ts";
import { walkAtOnce } from "./first-touches.ts";
import { countTouches, gridOf } from "./grid.ts";
import { opportunitiesOf } from "./opportunities.ts";
import { ownersOf } from "./owners.ts";
import { compareTable, feelingsTable, mainTable, opportunitiesTable, stagesTable, touchpointsTable, type Source } from "./tables.ts";
import { groupsBy, groupsOfPeriods } from "./touch-groups.ts";
import { touchesOf, type MapParams, type Touches } from "./touches.ts";
import { mapWarnings } from "./warnings.ts";

/**
 * The journey as a map: stages across, touchpoints down, and in each cell who came, who went on, who left, and how it felt.
 *
 * @returns `main`, one row per cell; `stages`, `touchpoints` with their owners, `feelings` by source, `opportunities` by what is at stake, and
 * `compare`, the differences between groups or periods.
 * @throws {UserError} If a parameter does not suit the journey.
 */
export async function compute(inputs: Inputs, params: MapParams, job: Job): Promise<CellOutput> {
  const level = params.level ?? job.level;
  const journey = inputs.journey(params.from);
  const touches = touchesOf(journey, params);
  const learn = groupsBy(journey, params.by, inputs);
  const compare = groupsOfPeriods(journey, params, job) ?? learn;
  const grid = await gridOf(touches, learn, compare, job);
  const counts = countTouches(touches);
  const pause = job.progress(0.9, "linking what customers say");
  if (pause) await pause;
  const feelings = feelingsOf(touches, params, level);
  const cells = touches.stages.length * touches.touchpoints.length;
  const groupOf = learn?.of ?? (() => 0);
  const felt = feelings.line < 0 ? null : groupFeelings(touches, params, feelings.line, learn?.names.length ?? 1, groupOf);
  const opportunities = opportunitiesOf(touches, grid, learn, felt, params, level);
  const differences: CellDifference[] =
    compare === null || grid.compared === null ? [] : compareGroups(cells, grid.compared, compare, params.least, level);
  const source: Source = { touches, grid, level };
  return {
    tables: {
      main: mainTable(source, counts, feelings, params.least),
      stages: stagesTable(source),
      touchpoints: touchpointsTable(source, ownersOf(touches)),
      opportunities: opportunitiesTable(source, opportunities, learn),
      feelings: feelingsTable(source, feelings),
      compare: compareTable(source, differences, compare),
    },
    facts: mapFacts(source, { feelings, opportunities, differences, learn, compare }, params),
    warnings: mapWarnings(touches, feelings, params),
    n: touches.count,
    excluded: { ...touches.excluded, ...feelings.excluded },
    window: journey.window,
  };
}

/** A place of the map by its names. @throws {UserError} If there is none. */
function placeOf({ stages, touchpoints }: Touches, row: Pick["row"]): number {
  const { stage: atStage, touchpoint } = row;
  const stage = stages.findIndex((name) => name === atStage);
  if ((touchpoint ?? null) === null && stage >= 0) return stages.length * touchpoints.length + stage;
  const point = touchpoints.findIndex((name) => name === touchpoint);
  if (stage >= 0 && point >= 0) return stage * touchpoints.length + point;
  throw new UserError(`The map has no such cell: ${JSON.stringify(row)}.`, "Choose a mark of the map again.");
}

/** Which of a cell's customers are meant: those of a group by their first touch there, or all. */
function chosenGroup(inputs: Inputs, params: MapParams, pick: Pick, touches: Touches, job: Job): (customer: number, event: number) => boolean {
  const learn = groupsBy(touches.journey, params.by, inputs);
  if (pick.table === "compare") {
    const groups = groupsOfPeriods(touches.journey, params, job) ?? learn;
    const group = groups?.names.findIndex((name) => name === pick.row["group"]) ?? -1;
    return (customer, event) => groups !== null && groups.of(customer, event) === group;
  }
  if (pick.table === "opportunities" && learn !== null) {
    const best = learn.names.findIndex((name) => name === pick.row["best"]);
    return (customer, event) => {
      const group = learn.of(customer, event);
      return group >= 0 && group !== best;
    };
  }
  return () => true;
}

/**
 * The customers behind a row: of a cell, a stage, a touchpoint, an opportunity (those it is about), an answer or a group.
 *
 * @throws {UserError} If there is no such row.
 */
export function members(inputs: Inputs, params: MapParams, pick: Pick, job: Job): Bitset {
  const touches = touchesOf(inputs.journey(params.from), params);
  const set = bitset(touches.journey.customers);
  const width = touches.touchpoints.length;
  if (pick.table === "touchpoints") {
    const point = touches.touchpoints.findIndex((name) => name === pick.row["touchpoint"]);
    walkAtOnce(touches, ({ customer, places, count }) => {
      for (let at = 0; at < count; at++) if (places[at]! < touches.stages.length * width && places[at]! % width === point) insert(set, customer);
    });
    return set;
  }
  const place = placeOf(touches, pick.row);
  if (pick.table === "feelings") {
    const source = sources.findIndex((name) => name === pick.row["source"]);
    const stage = place - touches.stages.length * width;
    linkAnswers(touches, params, (answer) => {
      const isThere = stage < 0 ? answer.cell === place : Math.floor(answer.cell / width) === stage;
      if (isThere && answer.source === source) insert(set, answer.customer);
    });
    return set;
  }
  const isMeant = chosenGroup(inputs, params, pick, touches, job);
  walkAtOnce(touches, ({ customer, places, count, event }) => {
    if (places.subarray(0, count).includes(place) && isMeant(customer, event[place]!)) insert(set, customer);
  });
  return set;
}

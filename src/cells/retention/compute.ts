import { bitset, insert, type Bitset } from "../../schema/bitset.ts";
import { UserError } from "../../schema/errors.ts";
import type { Pick } from "../../schema/pick.ts";
import type { CellOutput, Inputs, Job } from "../cell.ts";
import { cohortValues, type CellValues } from "./cohort-values.ts";
import { cohorts, type Cohorts, type RetentionParams } from "./cohorts.ts";
import { averagedCells, completeCells, sameCohortCells, sizes, type Counts } from "./completeness.ts";
import { countActive, countEligible, isActive } from "./count-active.ts";
import { customerAmounts } from "./customer-amounts.ts";
import { retentionFacts } from "./facts.ts";
import { cohortName, curveTable, mainTable, pool } from "./tables.ts";
import { holdsOlderCustomers, retentionWarnings } from "./warnings.ts";

function countCells(found: Cohorts, params: RetentionParams): Counts {
  const { seats, active, span, groups, count, periods } = found;
  const slots = groups.length * count;
  const size = sizes(seats.slot, slots);
  const eligible = countEligible(seats, slots, periods);
  return { size, eligible, active: countActive(active, seats, span, slots, periods), complete: completeCells(found, params, size, eligible) };
}

/** Revenue of the heat map and of both curves, or null where there is no value to add up. */
async function countValues(
  found: Cohorts,
  params: RetentionParams,
  eligible: Int32Array,
  pools: readonly Uint8Array[],
  level: number,
  job: Job,
): Promise<{ cells: CellValues; pooled: CellValues[] } | null> {
  const { journey, start, place } = found;
  if (!params.value || found.count === 0 || !journey.has("value")) return null;
  const { values } = journey.value("value");
  if (!values.some((value) => !Number.isNaN(value))) return null;
  const amounts = customerAmounts(journey.offsets, start, place, values);
  return cohortValues(found, amounts, eligible, pools, { replicates: params.replicates, seed: params.seed, level }, job);
}

/**
 * Retention by cohort: how many of the customers who started together come back, and what they bring.
 *
 * @returns `main`, one row per group, cohort and period; `average`, Σ active / Σ eligible over complete cells; `same_cohort`, the same over the
 * cohorts followed the longest, so that the composition does not change along the curve.
 * @throws {UserError} If a parameter does not suit the journey.
 */
export async function compute(inputs: Inputs, params: RetentionParams, job: Job): Promise<CellOutput> {
  const level = params.level ?? job.level;
  const found = cohorts(inputs, params, job);
  const counts = countCells(found, params);
  const averaged = averagedCells(params, counts);
  const same = sameCohortCells(found, counts);
  const pause = job.progress(0.1, "counting customers");
  if (pause) await pause;
  const values = await countValues(found, params, counts.eligible, [averaged, same], level, job);
  const source = { cohorts: found, params, level, weekStart: job.weekStart };
  const average = pool(found, counts, averaged);
  const older = holdsOlderCustomers(found, params, counts.size);
  return {
    tables: {
      main: mainTable(source, counts, values?.cells ?? null),
      average: curveTable(source, average, values?.pooled[0] ?? null),
      same_cohort: curveTable(source, pool(found, counts, same), values?.pooled[1] ?? null),
    },
    facts: retentionFacts(found, params, counts, average, level, older),
    warnings: retentionWarnings(found, params, counts, averaged, (cohort) => cohortName(source, cohort)),
    n: counts.size.reduce((sum, size) => sum + size, 0),
    excluded: found.excluded,
    window: found.journey.window,
    ...(values === null || params.replicates === 0 ? {} : { seed: params.seed }),
  };
}

/** Which cells a curve is over, or null for the heat map itself. */
function curveCells(found: Cohorts, params: RetentionParams, counts: Counts, table: string): Uint8Array | null {
  if (table === "main") return null;
  if (table === "average") return averagedCells(params, counts);
  if (table === "same_cohort") return sameCohortCells(found, counts);
  throw new UserError(`Retention has no table "${table}".`, "Choose a mark of the heat map or of a curve again.");
}

/** Which cells of the heat map a row of a table stands for. */
function cellsBehind(found: Cohorts, params: RetentionParams, pick: Pick, weekStart: number): Set<number> {
  const { periods, count, groups } = found;
  const counts = countCells(found, params);
  const within = curveCells(found, params, counts, pick.table);
  const cells = new Set<number>();
  for (let slot = 0; slot < groups.length * count; slot++) {
    const { group, cohort, period } = pick.row;
    const cell = slot * periods + Number(period);
    if (params.by !== null && groups[Math.floor(slot / count)] !== group) continue;
    if (within === null ? cohortName({ cohorts: found, params, weekStart }, slot % count) !== cohort : within[cell] !== 1) continue;
    cells.add(cell);
  }
  return cells;
}

/**
 * The customers who were active in the cells behind a row: `{cohort, period}` of the heat map or `{period}` of a curve, with `group` when
 * broken down.
 *
 * @throws {UserError} If there is no such table.
 */
export function members(inputs: Inputs, params: RetentionParams, pick: Pick, job: Job): Bitset {
  const found = cohorts(inputs, params, job);
  const cells = cellsBehind(found, params, pick, job.weekStart);
  const period = Number(pick.row["period"]);
  const set = bitset(found.journey.customers);
  found.seats.slot.forEach((slot, customer) => {
    if (slot < 0 || period >= found.seats.reach[customer]! || !cells.has(slot * found.periods + period)) return;
    if (isActive(found.active, customer, period, found.span)) insert(set, customer);
  });
  return set;
}

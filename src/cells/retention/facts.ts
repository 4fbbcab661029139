import { newcombeDifference } from "../../analysis/intervals/newcombe-difference.ts";
import { wilson } from "../../analysis/intervals/wilson.ts";
import type { Fact } from "../../schema/result.ts";
import type { Cohorts, RetentionParams } from "./cohorts.ts";
import type { Counts } from "./completeness.ts";
import { points, share, staying, telling } from "./say.ts";
import type { Pooled } from "./tables.ts";

/** Fewer customers than this are shown, not told about. */
export const fewest = 30;
/** How many of the latest finished cohorts count as recent. */
const recent = 3;

interface Tally {
  active: number;
  eligible: number;
}

const tally = (): Tally => ({ active: 0, eligible: 0 });

function add(into: Tally, active: number, eligible: number): void {
  into.active += active;
  into.eligible += eligible;
}

/** How many come back, over all groups. */
function comesBack(cohorts: Cohorts, params: RetentionParams, pooled: Pooled, period: number, level: number): Fact[] {
  const all = tally();
  for (let group = 0; group < cohorts.groups.length; group++) {
    const cell = group * cohorts.periods + period;
    add(all, pooled.active[cell]!, pooled.eligible[cell]!);
  }
  if (all.eligible === 0) return [];
  const rate = all.active / all.eligible;
  const { lower, upper } = wilson(all.active, all.eligible, level);
  const words = share(rate, { lower, upper });
  return [
    {
      code: "comes_back",
      text: `${words.rate} of new customers ${staying(params, period)} ${words.interval}.`,
      values: { rate, rate_lower: lower, rate_upper: upper, active: all.active, eligible: all.eligible, period },
      holds: all.eligible >= fewest,
    },
  ];
}

/** Whether the latest finished cohorts differ from those before them. */
function trend(cohorts: Cohorts, params: RetentionParams, counts: Counts, period: number, level: number, skipFirst: boolean): Fact[] {
  const { count, periods, groups } = cohorts;
  const byCohort = Array.from({ length: count }, (_, cohort) => {
    const sums = tally();
    for (let group = 0; group < groups.length; group++) {
      const cell = (group * count + cohort) * periods + period;
      if (counts.complete[cell] === 1) add(sums, counts.active[cell]!, counts.eligible[cell]!);
    }
    return sums;
  });
  const finished = byCohort.slice(skipFirst ? 1 : 0).filter((sums) => sums.eligible > 0);
  if (finished.length < 2 * recent) return [];
  const [late, early] = [tally(), tally()];
  finished.forEach((sums, place) => add(place >= finished.length - recent ? late : early, sums.active, sums.eligible));
  if (late.eligible < fewest || early.eligible < fewest) return [];
  const { difference, lower, upper } = newcombeDifference(late.active, late.eligible, early.active, early.eligible, level);
  const of = (sums: Tally) => share(sums.active / sums.eligible, wilson(sums.active, sums.eligible, level)).rate;
  return [
    {
      code: "trend",
      text: `Of customers in the ${recent} latest finished cohorts ${of(late)} ${staying(params, period)}, against ${of(early)} before: ${points({ lower, upper })} ${difference < 0 ? "less" : "more"}.`,
      values: {
        recent: late.active / late.eligible,
        earlier: early.active / early.eligible,
        difference,
        difference_lower: lower,
        difference_upper: upper,
      },
      holds: lower > 0 || upper < 0,
    },
  ];
}

/** The two groups furthest apart. With many groups some pair is always far apart by chance, so the level is shared among all pairs. */
function groupDifference(cohorts: Cohorts, params: RetentionParams, pooled: Pooled, period: number, level: number): Fact[] {
  const candidates = cohorts.groups
    .map((name, group) => ({
      name,
      active: pooled.active[group * cohorts.periods + period]!,
      eligible: pooled.eligible[group * cohorts.periods + period]!,
    }))
    .filter((group) => group.eligible >= fewest)
    .sort((left, right) => right.active / right.eligible - left.active / left.eligible || (left.name < right.name ? -1 : 1));
  const [best, worst] = [candidates.at(0), candidates.at(-1)];
  if (best === undefined || worst === undefined || best === worst) return [];
  const pairs = (candidates.length * (candidates.length - 1)) / 2;
  const { difference, lower, upper } = newcombeDifference(best.active, best.eligible, worst.active, worst.eligible, 1 - (1 - level) / pairs);
  const of = (sums: Tally) => share(sums.active / sums.eligible, wilson(sums.active, sums.eligible, level)).rate;
  return [
    {
      code: "group_difference",
      text: `Of “${best.name}” ${of(best)} ${staying(params, period)}, of “${worst.name}” ${of(worst)}: ${points({ lower, upper })} apart.`,
      values: {
        best: best.active / best.eligible,
        worst: worst.active / worst.eligible,
        difference,
        difference_lower: lower,
        difference_upper: upper,
      },
      holds: lower > 0,
    },
  ];
}

/**
 * What the counts say. A fact holds only where its interval supports it and it rests on at least 30 customers.
 *
 * @param skipFirst Whether the first cohort may hold older customers, so that it says nothing about a trend.
 */
export function retentionFacts(cohorts: Cohorts, params: RetentionParams, counts: Counts, pooled: Pooled, level: number, skipFirst: boolean): Fact[] {
  const period = telling(params);
  if (period < 0 || period >= cohorts.periods) return [];
  const differences = params.by === null ? [] : groupDifference(cohorts, params, pooled, period, level);
  return [
    ...differences.filter((fact) => fact.holds),
    ...comesBack(cohorts, params, pooled, period, level),
    ...trend(cohorts, params, counts, period, level, skipFirst),
    ...differences.filter((fact) => !fact.holds),
  ];
}

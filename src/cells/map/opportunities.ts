import { meanInterval } from "../../analysis/intervals/mean-interval.ts";
import { newcombeDifference } from "../../analysis/intervals/newcombe-difference.ts";
import { welchDifference, type Sums } from "../../analysis/intervals/welch-difference.ts";
import { wilson } from "../../analysis/intervals/wilson.ts";
import { stake, type Estimate } from "../../analysis/journey-map/stake.ts";
import { combined, nobody, sidesAmongGroups, sidesAmongStages, type Rivals, type Side } from "./sides.ts";
import type { GroupFeelings } from "./feelings.ts";
import type { Grid } from "./grid.ts";
import type { TouchGroups } from "./touch-groups.ts";
import type { MapParams, Touches } from "./touches.ts";

/** What would be won at one cell if all its customers stayed as often as those it is compared with. */
export interface Opportunity {
  cell: number;
  /** The group the cell is compared with; −1 for the customers of the stage who were not there. */
  best: number;
  /** Customers concerned: those in other groups, or all. */
  customers: number;
  dropOff: number;
  bestDropOff: number;
  gap: Estimate;
  /** How much better the others feel; null where too few answered. */
  feelingGap: Estimate | null;
  /** Customers who would not have dropped off. */
  kept: Estimate;
  /** What they would have brought; null where the journey has no value. */
  stake: Estimate | null;
  /** What chance alone does not explain, over all comparisons made. */
  holds: "both" | "drop_off" | "feeling" | null;
}

/**
 * How surely the place is what is wrong. Customers choose where they go, and those about to buy meet other touchpoints: a gap in drop-off alone
 * may be of who comes. That they also feel worse there is of the place.
 */
const evidence = ({ holds, gap }: Opportunity): number => (holds === null ? 0 : holds === "both" ? 3 : holds === "feeling" && gap.value > 0 ? 2 : 1);

interface Comparison {
  model: number;
  gap: Estimate;
}

const estimate = ({ difference, lower, upper }: { difference: number; lower: number; upper: number }): Estimate => ({
  value: difference,
  lower,
  upper,
});

const feltBy = ({ feeling }: Side): Sums => feeling;

function others(sides: readonly Side[], model: number): Side {
  return sides.reduce((sum, side, group) => (group === model ? sum : combined(sum, side, 1)), nobody);
}

function dropOffGap(sides: readonly Side[], model: number, level: number): Estimate {
  const [rest, best] = [others(sides, model), sides[model]!];
  return estimate(newcombeDifference(rest.dropped, rest.followed, best.dropped, best.followed, level));
}

/** The group that surely drops off least: by the upper bound of its rate, so that few lucky customers are no model. */
function bestByDropOff({ sides, models }: Rivals, least: number, level: number): Comparison | null {
  const enough = [...sides.keys()].filter((group) => sides[group]!.followed >= least);
  if (enough.length < 2) return null;
  const surely = (group: number) => wilson(sides[group]!.dropped, sides[group]!.followed, level).upper;
  const allowed = models ?? enough;
  const model = allowed.reduce((best, group) => (surely(group) < surely(best) ? group : best));
  return others(sides, model).followed < least ? null : { model, gap: dropOffGap(sides, model, level) };
}

function feelingGap(sides: readonly Side[], model: number, least: number, level: number): Estimate | null {
  const [rest, best] = [feltBy(others(sides, model)), feltBy(sides[model]!)];
  return rest.count < least || best.count < least ? null : estimate(welchDifference(best, rest, level));
}

/** The group that surely feels best: by the lower bound of its mean. */
function bestByFeeling({ sides, models }: Rivals, least: number, level: number): Comparison | null {
  const enough = [...sides.keys()].filter((group) => feltBy(sides[group]!).count >= least && sides[group]!.followed > 0);
  const allowed = models === null ? enough : models.filter((group) => enough.includes(group));
  if (enough.length < 2 || allowed.length === 0) return null;
  const surely = (group: number) => meanInterval(feltBy(sides[group]!).count, feltBy(sides[group]!).sum, feltBy(sides[group]!).squares, level).lower;
  const model = allowed.reduce((best, group) => (surely(group) > surely(best) ? group : best));
  const gap = feelingGap(sides, model, least, level);
  return gap === null || others(sides, model).followed === 0 ? null : { model, gap };
}

const counts = (rivals: readonly Rivals[], isEnough: (side: Side) => boolean): number =>
  rivals.reduce((sum, { sides, models }) => {
    const enough = sides.filter(isEnough).length;
    return sum + (enough < 2 ? 0 : (models?.length ?? enough));
  }, 0);

/**
 * Ranks the cells by what is lost there: customers × how many more of them drop off than where it goes best × what a customer who stays
 * brings.
 *
 * The best was chosen for being best, so its rate flatters it; intervals are widened by the number of comparisons made (Bonferroni, half of
 * the level for drop-off and half for feeling), which makes the choice safe and leaves the estimate a little too large.
 *
 * @param felt Feelings by cell and group, where there are any.
 * @returns What holds by both first, then what is felt where more leave, then other gaps that hold; each by the least that is at stake, its lower
 * bound: what is surely lost. Only cells that do worse than their best, or feel worse and do not surely better.
 */
export function opportunitiesOf(
  touches: Touches,
  grid: Grid,
  learn: TouchGroups | null,
  felt: GroupFeelings | null,
  { least }: MapParams,
  level: number,
): Opportunity[] {
  const rivals =
    learn === null || grid.learned === null ? sidesAmongStages(touches, grid, felt) : sidesAmongGroups(touches, grid.learned, learn, felt);
  const byFeeling = counts(rivals, (side) => feltBy(side).count >= least);
  const byDropOff = counts(rivals, (side) => side.followed >= least);
  const share = byFeeling > 0 ? 2 : 1;
  const strict = 1 - (1 - level) / share / Math.max(1, byDropOff);
  const strictly = 1 - (1 - level) / share / Math.max(1, byFeeling);
  const hasValue = touches.journey.has("value");

  function opportunity(own: Rivals): Opportunity | null {
    const dropping = bestByDropOff(own, least, strict);
    const feeling = bestByFeeling(own, least, strictly);
    const isFelt = (feeling?.gap.lower ?? 0) > 0;
    const chosen = isFelt && !((dropping?.gap.lower ?? 0) > 0) ? feeling : dropping;
    if (chosen === null) return null;
    const { model } = chosen;
    const [rest, best] = [others(own.sides, model), own.sides[model]!];
    const gap = dropOffGap(own.sides, model, strict);
    const kept = { value: rest.customers * gap.value, lower: rest.customers * gap.lower, upper: rest.customers * gap.upper };
    const worse = feelingGap(own.sides, model, least, strictly);
    const worth = hasValue ? stake(kept, { count: rest.followed - rest.dropped, sum: rest.value, squares: rest.squares }, strict) : null;
    return {
      cell: own.cell,
      best: own.models === null ? model : -1,
      customers: rest.customers,
      dropOff: rest.dropped / rest.followed,
      bestDropOff: best.dropped / best.followed,
      gap,
      feelingGap: worse,
      kept,
      stake: worth,
      holds:
        gap.lower > 0 && (worth === null || worth.lower > 0)
          ? (worse?.lower ?? 0) > 0
            ? "both"
            : "drop_off"
          : chosen === feeling
            ? "feeling"
            : null,
    };
  }

  const surely = (one: Opportunity) => one.stake?.lower ?? one.kept.lower;
  return rivals
    .map(opportunity)
    .filter((one) => one !== null && one.gap.upper >= 0 && (one.gap.value > 0 || one.holds !== null))
    .map((one) => one!)
    .sort((left, right) => evidence(right) - evidence(left) || surely(right) - surely(left) || left.cell - right.cell);
}

import { wilson } from "../../analysis/intervals/wilson.ts";
import { normalQuantile } from "../../analysis/special/normal-quantile.ts";
import type { Fact } from "../../schema/result.ts";
import type { CellDifference } from "./compare.ts";
import type { Feelings } from "./feelings.ts";
import type { Opportunity } from "./opportunities.ts";
import { feelingText, percent, points } from "./say.ts";
import { placeNames, type Source } from "./tables.ts";
import type { TouchGroups } from "./touch-groups.ts";
import type { MapParams } from "./touches.ts";

/** What the facts are told from. */
export interface Told {
  feelings: Feelings;
  opportunities: readonly Opportunity[];
  differences: readonly CellDifference[];
  learn: TouchGroups | null;
  compare: TouchGroups | null;
}

/** The first thing to act on. */
function firstOpportunity({ touches }: Source, { opportunities, learn }: Told, { within }: MapParams): Fact[] {
  const first = opportunities[0];
  if (first === undefined) return [];
  const { stage, touchpoint } = placeNames(touches, first.cell);
  const model = first.best < 0 ? `customers of ${stage} who were not there` : `"${learn!.names[first.best]!}"`;
  const { gap, feelingGap } = first;
  const isFelt = first.holds === "feeling" && feelingGap !== null;
  const stays = `After "${touchpoint}" ${percent(first.dropOff)} are not seen again once ${within} are over, against ${percent(first.bestDropOff)} of ${model}`;
  const text = isFelt
    ? `At "${touchpoint}" customers feel ${feelingGap.lower.toFixed(2)} to ${feelingGap.upper.toFixed(2)} worse, on a scale from −1 to +1, than ${model}.`
    : `${stays}: ${gap.lower > 0 ? `${points(gap)} more` : "no more than chance explains"}${first.holds === "both" ? ", and they feel worse there" : ""}.`;
  return [
    {
      code: "opportunity",
      text,
      values: {
        drop_off: first.dropOff,
        best_drop_off: first.bestDropOff,
        gap: gap.value,
        gap_lower: gap.lower,
        gap_upper: gap.upper,
        customers: first.customers,
        ...(feelingGap === null ? {} : { feeling_gap: feelingGap.value }),
      },
      holds: first.holds !== null,
    },
  ];
}

/** By how much an interval grows when it is one of several. */
function widening(comparisons: number, level: number): number {
  return normalQuantile((1 - level) / 2 / comparisons) / normalQuantile((1 - level) / 2);
}

/** Where customers feel worst, if that is worse than how they feel on the whole. */
function lowestFeeling({ touches, level }: Source, { feelings }: Told, { least }: MapParams): Fact[] {
  const cells = touches.stages.length * touches.touchpoints.length;
  const felt = feelings.found.filter((one) => one.source === feelings.line && one.place < cells && one.customers >= least);
  const overall = feelings.overall.find(({ source }) => source === feelings.line);
  if (felt.length < 2 || overall === undefined) return [];
  const lowest = felt.reduce((low, one) => (one.mean < low.mean ? one : low));
  const { stage, touchpoint } = placeNames(touches, lowest.place);
  const upper = lowest.mean + (lowest.upper - lowest.mean) * widening(felt.length, level);
  return [
    {
      code: "feeling",
      text: `Customers feel worst at "${touchpoint}" in ${stage}: ${feelingText(lowest.mean)} (${feelingText(lowest.lower)} to ${feelingText(lowest.upper)}), against ${feelingText(overall.mean)} on the whole.`,
      values: { feeling: lowest.mean, feeling_lower: lowest.lower, feeling_upper: lowest.upper, overall: overall.mean, customers: lowest.customers },
      holds: upper < overall.lower,
    },
  ];
}

/** The difference between groups that is least likely by chance. */
function difference({ touches, level }: Source, { differences, compare }: Told): Fact[] {
  const first = differences.reduce<CellDifference | null>((best, one) => (best === null || one.q < best.q ? one : best), null);
  if (first === null || compare === null) return [];
  const { stage, touchpoint } = placeNames(touches, first.cell);
  const against = first.other < 0 ? "all others" : `"${compare.names[first.other]!}"`;
  const what = first.measure === "conversion" ? "convert" : "drop off";
  return [
    {
      code: "difference",
      text: `At "${touchpoint}" in ${stage}, ${percent(first.rate)} of "${compare.names[first.group]!}" ${what}, against ${percent(first.otherRate)} of ${against}.`,
      values: {
        rate: first.rate,
        against: first.otherRate,
        difference: first.difference,
        difference_lower: first.lower,
        difference_upper: first.upper,
        q: first.q,
      },
      holds: first.q <= 1 - level && (first.lower > 0 || first.upper < 0),
    },
  ];
}

/** From which stage the fewest go on. */
function narrowest({ touches, grid, level }: Source, { within, least }: MapParams): Fact[] {
  const last = touches.stages.length - (touches.hasRest ? 2 : 1);
  const stages = [...touches.stages.keys()].filter((stage) => stage < last && grid.flowing[stage]! > 0);
  const rate = (stage: number) => grid.forward[stage]! / grid.flowing[stage]!;
  if (stages.length === 0) return [];
  const stage = stages.reduce((low, one) => (rate(one) < rate(low) ? one : low));
  const { lower, upper } = wilson(grid.forward[stage]!, grid.flowing[stage]!, level);
  return [
    {
      code: "narrowest",
      text: `${percent(rate(stage))} of customers in ${touches.stages[stage]!} go on to a later stage within ${within} (${percent(lower).slice(0, -1)}–${percent(upper).slice(0, -1)}).`,
      values: { rate: rate(stage), rate_lower: lower, rate_upper: upper, customers: grid.flowing[stage]! },
      holds: grid.flowing[stage]! >= least,
    },
  ];
}

/** How large the map is: true of any. */
function extent({ touches }: Source): Fact[] {
  if (touches.count === 0) return [];
  const { stages, touchpoints, hasRest, count } = touches;
  const [across, down] = [stages.length - Number(hasRest), touchpoints.length];
  return [
    {
      code: "extent",
      text: `${count.toLocaleString("en-US")} customer${count === 1 ? "" : "s"} met ${down} touchpoint${down === 1 ? "" : "s"} in ${across} stage${across === 1 ? "" : "s"}.`,
      values: { customers: count, touchpoints: down, stages: across },
      holds: true,
    },
  ];
}

/** What the map says, the most worth acting on first. */
export function mapFacts(source: Source, told: Told, params: MapParams): Fact[] {
  return [
    ...firstOpportunity(source, told, params),
    ...lowestFeeling(source, told, params),
    ...difference(source, told),
    ...narrowest(source, params),
    ...extent(source),
  ];
}

import { normalQuantile } from "../../analysis/special/normal-quantile.ts";
import type { Fact } from "../../schema/result.ts";
import type { Credits } from "./credits.ts";
import { models, type Model } from "./models.ts";
import { rangesOf, type Range } from "./range-table.ts";
import type { Part } from "./part.ts";
import { between, percent, whole } from "./say.ts";

/** Fewer customers with a conversion than this are shown, not told about. */
export const fewest = 30;

/** Smaller differences of shares are rounding. */
const least = 1e-9;

const numberOf = (model: Model) => models.indexOf(model);

/** A channel's share by last touch less that by first touch, in the data and its standard error over replicates. */
function lastLessFirst({ channels, replicates, conversions, totals }: Credits, channel: number): { difference: number; error: number } {
  const at = (model: Model, replicate: number) =>
    conversions[(numberOf(model) * channels + channel) * replicates + replicate]! / totals.conversions[replicate]!;
  const difference = (replicate: number) => at("last", replicate) - at("first", replicate);
  const drawn = Array.from({ length: replicates - 1 }, (_, replicate) => difference(replicate + 1)).filter((value) => !Number.isNaN(value));
  const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
  const error = Math.sqrt(drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (drawn.length - 1));
  return { difference: difference(0), error };
}

/**
 * The channel whose credit hangs most on the model, told when its first and last touches differ by more than chance explains: models that
 * disagree only because they divide differently say nothing about customers. The level is shared among all channels.
 */
function depends(ranges: readonly Range[], credits: Credits, converted: number, level: number, channels: readonly string[]): Fact[] {
  const told = ranges.filter(({ channel }) => channel < credits.channels);
  if (told.length < 2 || credits.replicates < 2) return [];
  const z = -normalQuantile((1 - level) / (2 * told.length));
  const tested = told.map((range) => ({ range, ...lastLessFirst(credits, range.channel) }));
  const supported = tested.filter(({ difference, error }) => Math.abs(difference) > Math.max(least, z * error));
  const widest = (supported.length > 0 ? supported : tested).toSorted(
    (left, right) => Math.abs(right.difference) - Math.abs(left.difference) || left.range.channel - right.range.channel,
  )[0]!;
  const { range, difference, error } = widest;
  const name = channels[range.channel]!;
  const of = (model: Model) => range.lines.find((line) => line.model === numberOf(model))!.share;
  return [
    {
      code: "depends_on_model",
      text: `"${name}" earns ${between(range.least.share, range.most.share)} of conversions, depending on the model: ${percent(of("first"))} by first touch, ${percent(of("last"))} by last.`,
      values: {
        least: range.least.share,
        most: range.most.share,
        first: of("first"),
        last: of("last"),
        last_less_first: difference,
        last_less_first_lower: difference - z * (error || 0),
        last_less_first_upper: difference + z * (error || 0),
      },
      holds: supported.length > 0 && converted >= fewest,
    },
  ];
}

/** How far the sum of every model's credit is from the conversions there are. */
export function largestGap(credits: Credits): number {
  const { channels, replicates, conversions, totals, none } = credits;
  return models.reduce((largest, _, model) => {
    let sum = none.conversions[0]!;
    for (let channel = 0; channel < channels; channel++) sum += conversions[(model * channels + channel) * replicates]!;
    return Number.isNaN(sum) ? largest : Math.max(largest, Math.abs(sum - totals.conversions[0]!));
  }, 0);
}

/**
 * What the models say together.
 *
 * @param converted Customers with a conversion.
 */
export function attributionFacts(parts: readonly Part[], channels: readonly string[], converted: number, level: number): Fact[] {
  const [part, ...others] = parts;
  const credits = part?.credits ?? null;
  if (part === undefined || credits === null || others.length > 0) return [reconciled(parts)];
  return [...depends(rangesOf(part, level), credits, converted, level, channels), reconciled(parts)];
}

function reconciled(parts: readonly Part[]): Fact {
  const known = parts.flatMap(({ credits }) => (credits === null ? [] : [credits]));
  const total = known.reduce((sum, { totals }) => sum + totals.conversions[0]!, 0);
  const gap = known.reduce((largest, credits) => Math.max(largest, largestGap(credits)), 0);
  return {
    code: "reconciled",
    text: `The credit of every model adds up to all ${whole(total)} conversions.`,
    values: { conversions: total, largest_gap: gap },
    // True of any data, so it is no finding.
    holds: false,
  };
}

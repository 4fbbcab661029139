import type { Fact, Warning } from "../../schema/result.ts";
import type { SegmentDifference } from "./differing.ts";
import type { SegmentSize } from "./main-table.ts";
import type { Membership } from "./membership.ts";

/** Fewer customers than this are shown, not told about. */
const fewest = 30;
/** A standardised difference is told about when its interval lies beyond this: smaller ones do not matter. */
const least = 0.1;

const percent = (share: number, digits = 0): string => (share * 100).toFixed(digits);

function interval(rate: number, lower: number, upper: number): string {
  const digits = upper - lower < 0.02 || rate < 0.03 ? 1 : 0;
  return `${percent(rate, digits)}% (${percent(lower, digits)}–${percent(upper, digits)})`;
}

/** The segment whose customers bring the most beyond their number, where the interval supports it. */
function valueFact(sizes: readonly SegmentSize[]): Fact[] {
  return sizes
    .slice(0, -1)
    .filter(({ valueShare }) => valueShare !== null)
    .sort((left, right) => right.valueShare!.ratio / right.share - left.valueShare!.ratio / left.share)
    .slice(0, 1)
    .map(({ segment, customers, share, bounds, valueShare }) => ({
      code: "value",
      text: `"${segment}" is ${interval(share, bounds.lower, bounds.upper)} of customers and brings ${interval(valueShare!.ratio, valueShare!.lower, valueShare!.upper)} of the value.`,
      values: { share, value_share: valueShare!.ratio, value_share_lower: valueShare!.lower, value_share_upper: valueShare!.upper, customers },
      holds: customers >= fewest && valueShare!.lower > bounds.upper,
    }));
}

function sizeFact([first]: readonly SegmentSize[]): Fact[] {
  if (first === undefined || Number.isNaN(first.share)) return [];
  const { segment, customers, share, bounds } = first;
  return [
    {
      code: "size",
      text: `"${segment}" is ${interval(share, bounds.lower, bounds.upper)} of customers.`,
      values: { share, share_lower: bounds.lower, share_upper: bounds.upper, customers },
      holds: customers >= fewest,
    },
  ];
}

const direction = (difference: SegmentDifference): string => (difference.difference > 0 ? "more" : "less");

/** The largest difference that is not the segment's own rule. */
function differenceFact(found: readonly SegmentDifference[]): Fact[] {
  return found
    .filter(({ byRule, q, lower }) => !byRule && !Number.isNaN(q) && !Number.isNaN(lower))
    .sort((left, right) => Number(right.isFound) - Number(left.isFound) || Math.abs(right.difference) - Math.abs(left.difference))
    .slice(0, 1)
    .map((top) => ({
      code: "difference",
      text: `"${top.segment}" differs most from other customers in ${top.of.name.replaceAll("_", " ")}: ${Math.abs(top.difference).toFixed(2)} standard deviations ${direction(top)} (${top.lower.toFixed(2)} to ${top.upper.toFixed(2)}).`,
      values: { difference: top.difference, difference_lower: top.lower, difference_upper: top.upper, q_value: top.q, customers: top.count },
      holds: top.isFound && Math.min(top.count, top.otherCount) >= fewest && Math.max(top.lower, -top.upper) >= least,
    }));
}

/** What the segments say, the most telling first. */
export function segmentFacts(sizes: readonly SegmentSize[], found: readonly SegmentDifference[]): Fact[] {
  const [value, size, difference] = [valueFact(sizes), sizeFact(sizes), differenceFact(found)];
  return [...value, ...size, ...difference];
}

/** What to know before believing the figures. */
export function segmentWarnings({ names, sets, n }: Membership, sizes: readonly SegmentSize[], found: readonly SegmentDifference[]): Warning[] {
  if (n === 0)
    return [
      {
        code: "nobody",
        lead: "No customers.",
        text: "No customers. Nobody meets the conditions.",
        remedy: "Loosen the conditions, or choose a later date.",
      },
    ];
  const warnings: Warning[] = [];
  const own = sizes.slice(0, -1);
  for (const { segment } of own.filter(({ customers }) => customers === 0))
    warnings.push({ code: "empty_segment", lead: `Nobody is in "${segment}".`, text: `Nobody is in "${segment}".`, remedy: "Loosen its rules." });
  for (const { segment } of own.filter(({ customers }) => customers === n))
    warnings.push({
      code: "everybody",
      lead: `Everybody is in "${segment}".`,
      text: `Everybody is in "${segment}", so there is nobody to compare with.`,
      remedy: "Make its rules stricter.",
    });
  for (const { segment, customers } of own.filter(({ customers }) => customers > 0 && customers < fewest))
    warnings.push({
      code: "small_segment",
      lead: "Few customers.",
      text: `Few customers. "${segment}" has ${customers}: look at the intervals before comparing.`,
    });
  const shared =
    sets[0] === undefined
      ? 0
      : sets[0].reduce((sum, _, customer) => sum + (sets.slice(0, -1).filter((set) => set[customer] === 1).length > 1 ? 1 : 0), 0);
  if (shared > 0 && names.length > 2)
    warnings.push({
      code: "overlap",
      lead: "Segments overlap.",
      text: `Segments overlap. ${shared.toLocaleString("en-US")} customers are in several; where another cell is broken down by these segments, they count in the first.`,
    });
  if (found.some(({ byRule }) => byRule))
    warnings.push({
      code: "by_rule",
      lead: "Some differences are the rules themselves.",
      text: "Some differences are the rules themselves. What a segment is made of is drawn hollow and claimed nowhere.",
    });
  return warnings;
}

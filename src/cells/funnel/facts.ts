import type { Fact, Warning } from "../../schema/result.ts";
import type { Rates, StepCounts } from "./counts.ts";
import type { GroupDifference } from "./differences.ts";
import type { FunnelParams } from "./plan.ts";
import { counted, length, share, whole } from "./say.ts";

/** Fewer customers than this are shown, not told about. */
const fewest = 30;

/** What a funnel's facts are read from: all groups together. */
export interface Whole {
  params: FunnelParams;
  labels: readonly string[];
  counts: StepCounts;
  rates: { step: Rates; total: Rates };
  /** Null where nothing converts for half. */
  median: number | null;
}

function largestDrop({ params, labels, counts: { reached }, rates: { step } }: Whole): Fact[] {
  const drops = labels
    .map((label, at) => ({
      at,
      label,
      before: reached[at - 1] ?? 0,
      lost: 1 - step.rate[at]!,
      lower: 1 - step.upper[at]!,
      upper: 1 - step.lower[at]!,
    }))
    .slice(1)
    .filter(({ before, lower }) => before >= fewest && !Number.isNaN(lower))
    .sort((left, right) => right.lost - left.lost);
  const [top, second] = drops;
  if (top === undefined || params.order === "any") return [];
  const words = share(top.lost, top);
  return [
    {
      code: "largest_drop",
      text: `Most are lost after “${labels[top.at - 1]!}”: ${words.rate} ${words.interval} of ${counted[params.counting]} there do not reach “${top.label}”.`,
      values: { step: top.at + 1, lost: top.lost, lost_lower: top.lower, lost_upper: top.upper, of: top.before },
      // The largest of several is always large by chance: it has to be clear of the next.
      holds: second !== undefined && top.lower > second.upper,
    },
  ];
}

function converts({ params, labels, counts: { reached }, rates: { total } }: Whole): Fact[] {
  const last = labels.length - 1;
  const [entered, rate, lower, upper] = [reached[0]!, total.rate[last]!, total.lower[last]!, total.upper[last]!];
  if (entered === 0 || Number.isNaN(lower)) return [];
  const words = share(rate, { lower, upper });
  const way = params.order === "any" ? "do all steps" : `go from “${labels[0]!}” to “${labels[last]!}”`;
  return [
    {
      code: "converts",
      text: `${words.rate} of ${counted[params.counting]} ${way} within ${params.window} ${words.interval}.`,
      values: { rate, rate_lower: lower, rate_upper: upper, entered, converted: reached[last]! },
      holds: entered >= fewest,
    },
  ];
}

function takes({ params, counts: { reached }, labels, median }: Whole): Fact[] {
  if (reached[0]! < fewest) return [];
  if (median !== null)
    return [{ code: "time_to_convert", text: `Half have converted after ${length(median)}.`, values: { median_seconds: median }, holds: true }];
  const text = `Fewer than half convert within ${params.window}, so there is no time by which half have.`;
  return [{ code: "time_to_convert", text, values: { converted: reached[labels.length - 1]! }, holds: true }];
}

function differs({ params }: Whole, differences: readonly GroupDifference[], level: number): Fact[] {
  const found = differences
    .filter(({ customers, rest }) => customers >= fewest && Number.isFinite(rest))
    .sort((left, right) => left.q - right.q || Math.abs(right.difference) - Math.abs(left.difference));
  const [top] = found;
  if (top === undefined || params.counting !== "unique") return [];
  const percent = (value: number) => `${(value * 100).toFixed(1)}%`;
  return [
    {
      code: "group_difference",
      text: `Of “${top.group}” ${percent(top.rate)} convert, of all others ${percent(top.rest)}: ${(top.lower * 100).toFixed(1)} to ${(top.upper * 100).toFixed(1)} points apart.`.replaceAll(
        /-(?=\d)/g,
        "−",
      ),
      values: {
        rate: top.rate,
        rest: top.rest,
        difference: top.difference,
        difference_lower: top.lower,
        difference_upper: top.upper,
        q_value: top.q,
      },
      holds: top.q <= 1 - level && (top.lower > 0 || top.upper < 0),
    },
  ];
}

/** What a funnel says, the most telling first. */
export function funnelFacts(all: Whole, differences: readonly GroupDifference[], level: number): Fact[] {
  return [...largestDrop(all), ...converts(all), ...differs(all, differences, level), ...takes(all)];
}

/** What to know before believing the figures. */
export function funnelWarnings({ params, labels, counts }: Whole, overlap: boolean): Warning[] {
  const warnings: Warning[] = [];
  const [entered, immature] = [counts.reached[0]!, counts.immature[0]!];
  const say = (code: string, lead: string, text: string, remedy?: string) =>
    warnings.push({ code, lead, text: `${lead} ${text}`, ...(remedy === undefined ? {} : { remedy }) });
  if (entered === 0 && immature > 0)
    say(
      "immature",
      "Nobody has had the time yet.",
      `${immature === 1 ? "The only one" : `All ${whole(immature)} ${counted[params.counting]}`} entered less than ${params.window} before the data end.`,
      "Choose a shorter time.",
    );
  else if (entered === 0)
    say("nobody", "Nobody entered.", `No event is “${labels[0]!}”.`, "Look at the conditions of the first step, and at the dates.");
  else if (immature > entered / 4)
    say(
      "immature",
      "Many entered too late.",
      `${whole(immature)} ${counted[params.counting]} entered less than ${params.window} before the data end and are left out.`,
      "Choose a shorter time to count more of them.",
    );
  if (overlap && params.order !== "any")
    say("overlap", "One event can be several steps.", "An event that meets the conditions of two steps counts as one of them only, in each attempt.");
  if (params.by !== null && params.breakdown_at === "all")
    say("groups_overlap", "Groups overlap.", "A customer counts in every group entered, so the groups add up to more than all customers.");
  if (params.by !== null && params.breakdown_at === "last")
    say(
      "groups_by_outcome",
      "Groups are made by the outcome.",
      "The value at the last step compares customers by how far they got.",
      "Take the value at the first step.",
    );
  if (entered > 0 && entered < fewest) say("few", "Few customers.", `Only ${whole(entered)} entered: the intervals are wide.`);
  return warnings;
}

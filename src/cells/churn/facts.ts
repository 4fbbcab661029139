import { wilson } from "../../analysis/intervals/wilson.ts";
import { auc, aucDifference } from "../../analysis/ranking/auc.ts";
import type { Fact } from "../../schema/result.ts";
import { depths, tenth, type GainCurve } from "./judge.ts";
import type { Learned } from "./learn.ts";
import type { ProfitCurve } from "./profit.ts";
import { modelWords, share, shares } from "./say.ts";

/** Fewer customers than this are shown, not told about. */
const fewest = 30;

const whole = (value: number) => value.toLocaleString("en-US", { maximumFractionDigits: 0 });

function paysBest({ best, values, lower, upper }: ProfitCurve, gains: GainCurve): Fact {
  if (best < 0) {
    const text = "At this cost, save rate and value, contacting nobody pays best.";
    return { code: "pays_best", text, values: { contacted: 0, found: 0, profit: 0 }, holds: false };
  }
  const [depth, found, least, most] = [depths[best]!, gains.shares[best]!, lower[best]!, upper[best]!];
  return {
    code: "pays_best",
    text: `Contacting the riskiest ${share(depth)} pays best: it reaches ${share(found)} of those who will leave, for a profit of ${whole(least)} to ${whole(most)}.`,
    values: { contacted: depth, found, profit: values[best]!, profit_lower: least, profit_upper: most },
    holds: best < depths.length - 1 && least > 0,
  };
}

function findsLeavers(chosen: Learned, gains: GainCurve, outcomes: Uint8Array, level: number): Fact {
  const [found, lower, upper] = [gains.shares[tenth]!, gains.lower[tenth]!, gains.upper[tenth]!];
  const area = auc(chosen.scores, outcomes, level);
  return {
    code: "finds_leavers",
    text: `The riskiest tenth holds ${share(found)} of those who leave ${shares({ lower, upper })}, ${(found * 10).toFixed(1)} times its share.`,
    values: { found, found_lower: lower, found_upper: upper, auc: area.auc, auc_lower: area.lower, auc_upper: area.upper },
    holds: outcomes.length >= fewest && lower > 0.1 && area.lower > 0.5,
  };
}

function beatsRule(chosen: Learned, rule: Learned, outcomes: Uint8Array, level: number): Fact {
  const { difference, lower, upper } = aucDifference(chosen.scores, rule.scores, outcomes, level);
  const [own, other] = [chosen, rule].map((learned) => auc(learned.scores, outcomes, level).auc) as [number, number];
  const [least, most] = [lower, upper].map(Math.abs).sort((a, b) => a - b) as [number, number];
  const [how, more] = difference >= 0 ? ["better", "more"] : ["worse", "less"];
  return {
    code: "beats_recency",
    text: `${modelWords[chosen.name]} tells leavers apart ${how} than days since the last activity alone: area ${own.toFixed(2)} against ${other.toFixed(2)}, ${least.toFixed(3)} to ${most.toFixed(3)} ${more}.`,
    values: { auc: own, rule: other, difference, difference_lower: lower, difference_upper: upper },
    holds: outcomes.length >= fewest && (lower > 0 || upper < 0),
  };
}

/**
 * What was found. A fact holds only where its interval supports it; of pure chance only the rate of leaving remains.
 *
 * @param leave The end of the sentence "… of customers".
 */
export function churnFacts(
  chosen: Learned,
  rule: Learned | null,
  gains: GainCurve,
  profit: ProfitCurve | null,
  outcomes: Uint8Array,
  level: number,
  leave: string,
): Fact[] {
  const left = outcomes.reduce((sum, outcome) => sum + outcome, 0);
  const rate = left / outcomes.length;
  const interval = wilson(left, outcomes.length, level);
  const finds = findsLeavers(chosen, gains, outcomes, level);
  const pays = profit === null ? null : paysBest(profit, gains);
  return [
    // Where the ranking itself may be chance, a best depth would be chance too.
    ...(pays === null ? [] : [{ ...pays, holds: pays.holds && finds.holds }]),
    finds,
    ...(rule === null ? [] : [beatsRule(chosen, rule, outcomes, level)]),
    {
      code: "base_rate",
      text: `${share(rate)} of customers ${leave} ${shares(interval)}.`,
      values: { rate, rate_lower: interval.lower, rate_upper: interval.upper, left, customers: outcomes.length },
      holds: outcomes.length >= fewest,
    },
  ];
}

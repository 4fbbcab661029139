import { shareOfSum } from "../../analysis/segments/share-of-sum.ts";
import { wilson } from "../../analysis/intervals/wilson.ts";
import type { Fact, Warning } from "../../schema/result.ts";
import { moves, stations } from "./migration.ts";
import { segmentNames, slipping } from "./names.ts";
import type { RfmParams } from "./params.ts";
import type { Scored } from "./scored.ts";
import { groups } from "./scores.ts";
import { segmentSums, together } from "./tables.ts";

/** Fewer customers than this are shown, not told about. */
const fewest = 30;

function interval(rate: number, lower: number, upper: number): string {
  const digits = upper - lower < 0.02 || rate < 0.03 ? 1 : 0;
  const percent = (share: number) => (share * 100).toFixed(digits);
  return `${percent(rate)}% (${percent(Math.max(0, lower))}–${percent(upper)})`;
}

function riskFact(found: Scored, params: RfmParams, level: number): Fact[] {
  const sums = segmentSums(found);
  const revenue = together(sums.filter((_, segment) => slipping.includes(segmentNames[segment]!)));
  const share = shareOfSum(revenue, together(sums), found.measures.n, level);
  const { customers } = revenue;
  if (share === null) return [];
  return [
    {
      code: "value_at_risk",
      text: `${interval(share.ratio, share.lower, share.upper)} of the revenue of the last ${params.lookback} is from good customers who are slipping away.`,
      values: {
        share: share.ratio,
        share_lower: share.lower,
        share_upper: share.upper,
        customers,
        revenue: revenue.sum,
      },
      holds: customers >= fewest && share.lower > 0,
    },
  ];
}

function championsFact(found: Scored, level: number): Fact[] {
  const { n } = found.measures;
  const sums = segmentSums(found);
  const champions = sums[segmentNames.indexOf("Champions")]!;
  const share = shareOfSum(champions, together(sums), n, level);
  const { customers } = champions;
  if (share === null) return [];
  const bounds = wilson(customers, n, level);
  return [
    {
      code: "champions",
      text: `Champions are ${interval(customers / n, bounds.lower, bounds.upper)} of customers and bring ${interval(share.ratio, share.lower, share.upper)} of the revenue.`,
      values: { share: customers / n, revenue_share: share.ratio, revenue_share_lower: share.lower, revenue_share_upper: share.upper, customers },
      holds: customers >= fewest && share.lower > bounds.upper,
    },
  ];
}

function movesFact(found: Scored, params: RfmParams, level: number): Fact[] {
  if (found.compared === null) return [];
  const { from, to } = moves(found);
  const good = [stations.indexOf("Champions"), stations.indexOf("Loyal")];
  let [were, lost] = [0, 0];
  from.forEach((station, customer) => {
    if (!good.includes(station)) return;
    were++;
    if (!good.includes(to[customer]!)) lost++;
  });
  if (were === 0) return [];
  const { lower, upper } = wilson(lost, were, level);
  return [
    {
      code: "moved_down",
      text: `Of those who were champions or loyal on ${params.compare}, ${interval(lost / were, lower, upper)} no longer are.`,
      values: { share: lost / were, share_lower: lower, share_upper: upper, customers: were },
      holds: were >= fewest,
    },
  ];
}

/** What the scores say, the most telling first. */
export function rfmFacts(found: Scored, params: RfmParams, level: number): Fact[] {
  return [...riskFact(found, params, level), ...championsFact(found, level), ...movesFact(found, params, level)];
}

const words = { recency: "recency", frequency: "frequency", monetary: "money" } as const;

/** What to know before believing the figures. */
export function rfmWarnings({ measures, scores }: Scored, params: RfmParams): Warning[] {
  if (measures.n === 0) {
    return [
      {
        code: "nobody",
        lead: "No purchases.",
        text: `No purchases. Nobody bought in the last ${params.lookback}.`,
        remedy: "Look back further, or check which events are purchases.",
      },
    ];
  }
  const warnings: Warning[] = [];
  if (measures.n < fewest) {
    warnings.push({
      code: "few",
      lead: "Few customers.",
      text: `Few customers. Scores compare customers with one another, and there are only ${measures.n}.`,
    });
  }
  for (const measure of ["recency", "frequency", "monetary"] as const) {
    const sizes = new Uint32Array(groups + 1);
    for (const score of scores[measure]) sizes[score]!++;
    const empty = Array.from({ length: groups }, (_, place) => place + 1).filter((score) => sizes[score] === 0);
    if (params.scoring === "fixed" || empty.length === 0 || measures.n < groups) continue;
    warnings.push({
      code: `ties_${measure}`,
      lead: `Many have the same ${words[measure]}.`,
      text: `Many have the same ${words[measure]}. Equal customers get equal scores, so nobody has a ${words[measure]} score of ${empty.join(" or ")}, and groups differ in size.`,
    });
  }
  return warnings;
}

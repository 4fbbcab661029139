import { expect, test } from "vitest";
import { customerWeights } from "../../../src/analysis/bootstrap/customer-weights.ts";
import { quantile } from "../../../src/analysis/quantile.ts";
import { random } from "../../../src/analysis/random/random.ts";
import { auc } from "../../../src/analysis/ranking/auc.ts";
import { shareOfSum } from "../../../src/analysis/segments/share-of-sum.ts";

type Draw = () => number;
type Bounds = { lower: number; upper: number };

const level = 0.95;
const customers = 300;
const normal = (next: Draw) => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
/** Money has a long tail. */
const spent = (next: Draw) => Math.exp(3 + 0.7 * normal(next));

/** The percentile interval of a ratio of sums over customers, drawn as the cells draw. */
function bootstrapped(over: Float64Array, under: Float64Array, seed: number): Bounds {
  const replicates = 200;
  const [tops, bottoms] = [new Float64Array(replicates), new Float64Array(replicates)];
  const weights = new Uint8Array(replicates);
  for (let customer = 0; customer < over.length; customer++) {
    customerWeights(String(customer), seed, weights);
    for (let replicate = 0; replicate < replicates; replicate++) {
      tops[replicate]! += weights[replicate]! * over[customer]!;
      bottoms[replicate]! += weights[replicate]! * under[customer]!;
    }
  }
  const ratios = tops.map((top, replicate) => top / bottoms[replicate]!).sort();
  return { lower: quantile(ratios, (1 - level) / 2), upper: quantile(ratios, (1 + level) / 2) };
}

/** How one customer's part and whole come about, and what their ratio truly is. */
interface Ratio {
  truth: number;
  draw(next: Draw): readonly [part: number, whole: number];
}

/** A channel's share of linear credit: customers convert once to four times, and each has a liking for the channel of their own. */
const credit: Ratio = {
  truth: 0.4,
  draw(next) {
    const [liking, conversions] = [0.2 + 0.4 * next(), 1 + Math.floor(4 * next())];
    let part = 0;
    for (let conversion = 0; conversion < conversions; conversion++) {
      const touches = 1 + Math.floor(3 * next());
      for (let touch = 0; touch < touches; touch++) if (next() < liking) part += 1 / touches;
    }
    return [part, conversions];
  },
};

/** Revenue per customer of a cohort of whom three in ten come back. */
const revenue: Ratio = { truth: 0.3 * Math.exp(3 + 0.7 ** 2 / 2), draw: (next) => [next() < 0.3 ? spent(next) : 0, 1] };

/** The share of revenue of one in four customers. */
const atRisk: Ratio = {
  truth: 0.25,
  draw(next) {
    const value = spent(next);
    return [next() < 0.25 ? value : 0, value];
  },
};

function drawn({ draw }: Ratio, next: Draw): { over: Float64Array; under: Float64Array } {
  const [over, under] = [new Float64Array(customers), new Float64Array(customers)];
  for (let customer = 0; customer < customers; customer++) [over[customer], under[customer]] = draw(next) as [number, number];
  return { over, under };
}

function valueAtRisk(next: Draw): Bounds {
  const { over, under } = drawn(atRisk, next);
  const sums = (values: Float64Array) => ({
    sum: values.reduce((sum, value) => sum + value, 0),
    squares: values.reduce((sum, value) => sum + value * value, 0),
  });
  return shareOfSum(sums(over), sums(under), customers, level)!;
}

/** Scores one deviation apart: the area is Φ(1 / √2). */
function ranked(next: Draw): Bounds {
  const outcomes = Uint8Array.from({ length: customers }, (_, row) => (row % 4 === 0 ? 1 : 0));
  return auc(
    Float64Array.from(outcomes, (outcome) => outcome + normal(next)),
    outcomes,
    level,
  );
}

const resampled =
  (ratio: Ratio) =>
  (next: Draw, seed: number): Bounds => {
    const { over, under } = drawn(ratio, next);
    return bootstrapped(over, under, seed);
  };

const intervals = [
  { title: "attribution: a channel's share of credit, customer bootstrap", truth: credit.truth, of: resampled(credit) },
  { title: "retention: revenue per customer, customer bootstrap", truth: revenue.truth, of: resampled(revenue) },
  { title: "RFM: share of revenue at risk, linearised", truth: atRisk.truth, of: valueAtRisk },
  // Φ(1 / √2), from a table of the normal distribution.
  { title: "churn: area under the ROC curve, DeLong", truth: 0.7602499389, of: ranked },
];

test.each(intervals)("$title covers the truth about as often as it says", ({ title, truth, of }) => {
  const sets = 2_000;
  let covered = 0;
  for (let seed = 1; seed <= sets; seed++) {
    const { lower, upper } = of(random(seed), seed);
    if (lower <= truth && truth <= upper) covered++;
  }
  const actual = covered / sets;
  console.log(`| ${title} | ${(level * 100).toFixed(0)}% | ${(actual * 100).toFixed(1)}% | ${sets} sets of ${customers} customers |`);
  expect(actual).toBeGreaterThan(0.92);
  expect(actual).toBeLessThan(0.98);
});

import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { benjaminiHochberg } from "../../../src/analysis/segments/benjamini-hochberg.ts";
import { differences } from "../../../src/analysis/segments/differences.ts";
import { logOdds } from "../../../src/analysis/segments/log-odds.ts";
import { ratioInterval } from "../../../src/analysis/segments/ratio-interval.ts";
import { midRankCuts, quantileCuts, scoreOf } from "../../../src/analysis/segments/score-cuts.ts";
import { shareOfSum } from "../../../src/analysis/segments/share-of-sum.ts";
import { setOverlap } from "../../../src/analysis/segments/set-overlap.ts";
import { standardisedDifference } from "../../../src/analysis/segments/standardised-difference.ts";
import { random } from "../../../src/analysis/random/random.ts";

describe("small measures", () => {
  test("benjaminiHochberg(p) is p · tests / rank, made monotone from the largest down", () => {
    // By hand: 0.01·4/1, min(0.04·4/3, …), 0.03·4/2 = 0.06 > 0.0533, 0.5.
    const q = benjaminiHochberg(Float64Array.of(0.01, 0.04, 0.03, 0.5, Number.NaN));
    expect(Array.from(q.slice(0, 4), (value) => value.toFixed(6))).toEqual(["0.040000", "0.053333", "0.053333", "0.500000"]);
    expect(q[4]).toBeNaN();
  });

  test("logOdds(…) agrees with the worked example of weighted log-odds", () => {
    // 30 of 1000 against 10 of 1200 with prior 4 of 220, by the formula of Monroe, Colaresi and Quinn (2008), computed apart.
    const { delta, z } = logOdds(30, 1000, 10, 1200, 4, 220);
    expect(delta).toBeCloseTo(1.0574656878, 9);
    expect(z).toBeCloseTo(3.3300376378, 9);
  });

  test("setOverlap(…) counts both of either and both of the first", () => {
    expect(setOverlap(10, 20, 40)).toEqual({ jaccard: 0.2, containment: 0.5 });
    expect(setOverlap(0, 0, 4)).toEqual({ jaccard: 0, containment: 0 });
  });

  test("standardisedDifference(…) is the means' difference over the root of the mean variance", () => {
    // By hand: means 3 and 1, variances 1 and 1.
    expect(standardisedDifference({ count: 2, sum: 6, squares: 20 }, { count: 2, sum: 2, squares: 4 })).toBe(2);
    expect(standardisedDifference({ count: 2, sum: 2, squares: 2 }, { count: 2, sum: 2, squares: 2 })).toBeNaN();
  });

  test("ratioInterval(…) of a share is the share, and has no interval for one customer", () => {
    // By hand: errors ±½, four of them; standard error √(4/3 · 1) / 4.
    const found = ratioInterval(Float64Array.of(1, 0, 1, 0), Float64Array.of(1, 1, 1, 1))!;
    expect(found.ratio).toBe(0.5);
    expect(found.upper - 0.5).toBeCloseTo((1.959964 * Math.sqrt(4 / 3)) / 4, 5);
    expect(ratioInterval(Float64Array.of(1), Float64Array.of(1))).toBeNull();
  });
});

property.prop([fc.array(fc.tuple(fc.double({ min: 0, max: 100, noNaN: true }), fc.boolean()), { minLength: 2, maxLength: 40 })])(
  "shareOfSum(…) is ratioInterval(…) from sums",
  (list) => {
    const whole = Float64Array.from(list, ([value]) => value + 1);
    const part = whole.map((value, at) => (list[at]![1] ? value : 0));
    const sums = (values: Float64Array) => ({
      sum: values.reduce((sum, value) => sum + value, 0),
      squares: values.reduce((sum, value) => sum + value * value, 0),
    });
    const [one, other] = [shareOfSum(sums(part), sums(whole), whole.length)!, ratioInterval(part, whole)!];
    expect(one.ratio).toBeCloseTo(other.ratio, 9);
    expect(one.lower).toBeCloseTo(other.lower, 6);
    expect(one.upper).toBeCloseTo(other.upper, 6);
  },
);

describe("scores", () => {
  test("midRankCuts(…) gives ties the score of their middle rank", () => {
    // By hand: three ones have the middle 0.3, so score 2; the two 0.7, so 4; the nine 0.9, so 5.
    const values = Float64Array.of(1, 1, 1, 2, 9);
    const cuts = midRankCuts(values, 5);
    expect([...values].map((value) => scoreOf(value, cuts))).toEqual([2, 2, 2, 4, 5]);
  });

  property.prop([fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 60 })])(
    "scoreOf(value, midRankCuts) is ⌈5 · middle rank⌉",
    (list) => {
      const sorted = Float64Array.from(list).sort();
      const cuts = midRankCuts(sorted, 5);
      for (const value of list) {
        const less = list.filter((other) => other < value).length;
        const equal = list.filter((other) => other === value).length;
        const middle = (less + equal / 2) / list.length;
        expect(scoreOf(value, cuts)).toBe(Math.min(5, Math.max(1, Math.ceil(5 * middle))));
      }
    },
  );

  test("quantileCuts(…) are the quantiles of type 7", () => {
    // By hand: places 1, 2, 3, 4 of 0 to 5.
    expect([...quantileCuts(Float64Array.of(1, 2, 3, 4, 5, 6), 5)]).toEqual([2, 3, 4, 5]);
    expect(scoreOf(2, [2, 3, 4, 5])).toBe(1);
  });
});

describe("differences(…)", () => {
  const among = new Uint8Array(400).fill(1);
  const ids = Array.from(among, (_, customer) => `c${customer}`);
  const half = Uint8Array.from(ids, (_, customer) => customer % 2);
  const options = { groups: [half], ids, among, replicates: 100, seed: 1, level: 0.95 };

  test("finds a planted shift of one standard deviation, with an interval around it", async () => {
    const next = random(3);
    const normal = () => Array.from({ length: 12 }, next).reduce((sum, value) => sum + value, -6);
    const shifted = Float64Array.from(ids, (_, customer) => normal() + half[customer]!);
    const [found] = await differences({ ...options, traits: [shifted] });
    expect(found!.difference).toBeGreaterThan(0.7);
    expect(found!.lower).toBeGreaterThan(0.5);
    expect(found!.upper).toBeLessThan(1.5);
    expect(found!.q).toBeLessThan(1e-6);
  });

  test("claims next to nothing in pure noise: of forty traits at most two have a q-value below 0.05", async () => {
    const traits = Array.from({ length: 40 }, (_, trait) => {
      const next = random(100 + trait);
      return Float64Array.from(ids, () => next());
    });
    const found = await differences({ ...options, traits });
    expect(found.filter(({ q }) => q <= 0.05).length).toBeLessThanOrEqual(2);
  });

  test("gives no interval where one side has fewer than ten customers, and leaves missing values out", async () => {
    const few = Uint8Array.from(ids, (_, customer) => (customer < 5 ? 1 : 0));
    const values = Float64Array.from(ids, (_, customer) => (customer < 2 ? Number.NaN : customer));
    const [found] = await differences({ ...options, groups: [few], traits: [values] });
    expect([found!.count, found!.otherCount]).toEqual([3, 395]);
    expect(found!.mean).toBe(3);
    expect(found!.lower).toBeNaN();
    expect(found!.q).toBeNaN();
  });
});

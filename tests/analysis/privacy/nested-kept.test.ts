import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { nestedKept } from "../../../src/analysis/privacy/nested-kept.ts";

describe("which steps of a funnel can be told", () => {
  test("a step that loses three is left out, and so is a last one of four", () => {
    // By hand: 100 − 97 = 3 and 4 are below 10; 100 − 60 = 40 is not.
    expect([...nestedKept([100, 97, 60, 4], () => false, 10)]).toEqual([1, 0, 1, 0]);
  });

  test("a step that loses nobody stays", () => {
    expect([...nestedKept([50, 50, 20], () => false, 10)]).toEqual([1, 1, 1]);
  });

  test("what is hidden for another reason does not count as the step before", () => {
    expect([...nestedKept([100, 80, 75], (place) => place === 1, 10)]).toEqual([1, 0, 1]);
  });

  property.prop([fc.array(fc.nat(60), { maxLength: 8 }), fc.integer({ min: 2, max: 12 })])(
    "no two that stay differ by fewer than k, and none is below k",
    (counts, k) => {
      const chain = counts.toSorted((one, other) => other - one);
      const kept = nestedKept(chain, () => false, k);
      const told = chain.filter((_, place) => kept[place] === 1);
      expect(told.every((count) => count >= k)).toBe(true);
      for (const one of told) for (const other of told) expect(one === other || Math.abs(one - other) >= k).toBe(true);
    },
  );
});

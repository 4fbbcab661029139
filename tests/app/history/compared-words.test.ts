import { expect, test } from "vitest";
import { intervalDifference } from "../../../src/analysis/intervals/interval-difference.ts";
import { comparedWords } from "../../../src/app/history/compared-words.ts";
import type { Compared } from "../../../src/notebook/versions/comparison.ts";

function compared(before: readonly [number, number, number], after: readonly [number, number, number], isShare: boolean): Compared {
  const [from, to] = [before, after].map(([value, lower, upper]) => ({ value, lower, upper }));
  const difference = intervalDifference(to!, from!);
  return { of: "", what: "rate", before: from!, after: to!, difference, clear: difference.lower > 0 || difference.upper < 0, isShare };
}

// The differences by hand: 0.013 ± √(0.005² + 0.006²) and so on.
test("a share that rose clearly says by how many points", () => {
  expect(comparedWords(compared([0.099, 0.093, 0.104], [0.112, 0.106, 0.118], true), "en")).toBe(
    "was 9.9% (9.3–10.4), now 11.2% (10.6–11.8): 0.5 to 2.1 points more",
  );
});

test("a share that fell clearly says so with the smaller bound first", () => {
  expect(comparedWords(compared([0.112, 0.106, 0.118], [0.099, 0.093, 0.104], true), "en")).toContain(": 0.5 to 2.1 points less");
});

test("a change within the intervals is no clear one", () => {
  expect(comparedWords(compared([0.1, 0.05, 0.16], [0.11, 0.06, 0.17], true), "en")).toContain(": no clear change");
});

test("amounts that are no shares have no points", () => {
  // By hand: 120 ± √(30² + 40²) = 70 to 170.
  expect(comparedWords(compared([400, 370, 440], [520, 490, 560], false), "en")).toBe("was 400 (370 to 440), now 520 (490 to 560): 70 to 170 more");
});

import { expect, test } from "vitest";
import { studentQuantile } from "../../../src/analysis/special/student-quantile.ts";

test.each([
  // R 4.3, qt(p, df).
  [0.975, 1, 12.7062047],
  [0.975, 2, 4.30265273],
  [0.975, 3, 3.18244631],
  [0.975, 4, 2.77644511],
  [0.975, 10, 2.22813885],
  [0.975, 30, 2.04227246],
  [0.995, 7, 3.4994833],
  [0.025, 10, -2.22813885],
])("studentQuantile(%d, %d) is that of R", (p, freedom, expected) => {
  expect(studentQuantile(p, freedom) / expected).toBeCloseTo(1, 4);
});

test("studentQuantile(0.5, df) is 0, and of very many degrees of freedom it is the normal quantile", () => {
  expect(studentQuantile(0.5, 5)).toBe(0);
  // The normal quantile, R: qnorm(0.975).
  expect(studentQuantile(0.975, 1e6)).toBeCloseTo(1.959964, 4);
});

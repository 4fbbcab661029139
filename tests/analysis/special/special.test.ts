import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { erfc } from "../../../src/analysis/special/erfc.ts";
import { normalQuantile } from "../../../src/analysis/special/normal-quantile.ts";

const relativeError = (got: number, expected: number) => Math.abs(got / expected - 1);

test.each([
  // Python 3.11's math.erfc.
  [-3, 1.9999779095030015],
  [-1, 1.842700792949715],
  [0, 1],
  [0.1, 0.8875370839817152],
  [0.5, 0.4795001221869535],
  [1, 0.15729920705028513],
  [1.9999, 0.004679802092970608],
  [2, 0.004677734981047265],
  [3, 2.2090496998585438e-5],
  [5, 1.5374597944280351e-12],
  [10, 2.088487583762545e-45],
  [26, 5.663192408856143e-296],
])("erfc(%f) agrees with the C library", (x, expected) => {
  expect(relativeError(erfc(x), expected)).toBeLessThan(1e-13);
});

test.each([
  // Python's statistics.NormalDist().inv_cdf and R's qnorm.
  [1e-300, -37.0470962993612],
  [1e-20, -9.262340089798405],
  [1e-10, -6.361340902404056],
  [0.001, -3.090232306167813],
  [0.025, -1.959963984540054],
  [0.2, -0.8416212335729142],
  [0.9, 1.2815515655446008],
  [0.975, 1.959963984540054],
  [0.9995, 3.2905267314919255],
])("normalQuantile(%f) agrees with qnorm", (p, expected) => {
  expect(relativeError(normalQuantile(p), expected)).toBeLessThan(1e-14);
});

test("normalQuantile of the ends is infinite and of the middle is 0", () => {
  expect([normalQuantile(0), normalQuantile(0.5), normalQuantile(1)]).toEqual([-Infinity, 0, Infinity]);
});

test.prop([fc.double({ min: 1e-12, max: 0.5, noNaN: true })])("normalQuantile undoes the normal distribution function, erfc(−z/√2)/2", (p) => {
  expect(relativeError(erfc(-normalQuantile(p) / Math.SQRT2) / 2, p)).toBeLessThan(1e-12);
});

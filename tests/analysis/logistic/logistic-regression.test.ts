import { expect, test } from "vitest";
import { logisticRegression } from "../../../src/analysis/logistic/logistic-regression.ts";
import { logit, sigmoid, softplus } from "../../../src/analysis/logistic/sigmoid.ts";

const unhurried = () => undefined;

/** R's mtcars: am, wt and hp of its 32 cars (Henderson and Velleman 1981). */
const am = "1 1 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 1 1 0 0 0 0 0 1 1 1 1 1 1 1".split(" ").map(Number);
const wt =
  "2.62 2.875 2.32 3.215 3.44 3.46 3.57 3.19 3.15 3.44 3.44 4.07 3.73 3.78 5.25 5.424 5.345 2.2 1.615 1.835 2.465 3.52 3.435 3.84 3.845 1.935 2.14 1.513 3.17 2.77 3.57 2.78"
    .split(" ")
    .map(Number);
const hp = "110 110 93 110 175 105 245 62 95 123 123 180 180 180 205 215 230 66 52 65 97 150 150 245 175 66 91 113 264 175 335 109"
  .split(" ")
  .map(Number);
const cars = { columns: [Float64Array.from(wt), Float64Array.from(hp)], outcomes: Uint8Array.from(am) };

test("logisticRegression without a penalty gives R's glm of mtcars, errors and likelihood too", async () => {
  const fit = await logisticRegression(cars, 0, unhurried);
  // R: glm(am ~ wt + hp, binomial, mtcars).
  expect(fit.intercept).toBeCloseTo(18.86629872, 7);
  expect(fit.coefficients[0]).toBeCloseTo(-8.08347518, 7);
  expect(fit.coefficients[1]).toBeCloseTo(0.0362556, 7);
  expect(fit.errors![0]).toBeCloseTo(7.44355806, 6);
  expect(fit.errors![1]).toBeCloseTo(3.06867511, 6);
  expect(fit.errors![2]).toBeCloseTo(0.01773415, 7);
  expect(fit.logLikelihood).toBeCloseTo(-5.02955524, 7);
  expect(fit.separated).toBe(false);
});

test("logisticRegression meets its own first-order condition under a penalty", async () => {
  const penalty = 0.7;
  const fit = await logisticRegression(cars, penalty, unhurried);
  const residuals = am.map((outcome, row) => sigmoid(fit.intercept + fit.coefficients[0]! * wt[row]! + fit.coefficients[1]! * hp[row]!) - outcome);
  expect(residuals.reduce((sum, residual) => sum + residual, 0)).toBeCloseTo(0, 9);
  [wt, hp].forEach((values, index) => {
    const mean = values.reduce((sum, value) => sum + value) / 32;
    const scale = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 32);
    const slope = residuals.reduce((sum, residual, row) => sum + (residual * (values[row]! - mean)) / scale, 0);
    expect(slope + penalty * fit.coefficients[index]! * scale).toBeCloseTo(0, 9);
  });
  expect(fit.errors).toBeNull();
});

test("logisticRegression leaves out columns that those before them determine", async () => {
  const twice = cars.columns[0]!.map((value) => 2 * value - 1);
  const fit = await logisticRegression({ ...cars, columns: [...cars.columns, twice] }, 0, unhurried);
  expect([...fit.aliased]).toEqual([0, 0, 1]);
  expect(fit.coefficients[2]).toBe(0);
  expect(fit.coefficients[0]).toBeCloseTo(-8.08347518, 6);
});

test("logisticRegression says when the outcomes are perfectly separated, and keeps finite under a penalty", async () => {
  const data = { columns: [Float64Array.of(1, 2, 3, 4)], outcomes: Uint8Array.of(0, 0, 1, 1) };
  expect((await logisticRegression(data, 0, unhurried)).separated).toBe(true);
  const fit = await logisticRegression(data, 1, unhurried);
  expect(fit.separated).toBe(false);
  expect(fit.coefficients[0]).toBeGreaterThan(0);
});

test("logisticRegression of a constant column gives the base rate and a coefficient of 0", async () => {
  const fit = await logisticRegression({ columns: [Float64Array.of(5, 5, 5, 5)], outcomes: Uint8Array.of(0, 1, 1, 1) }, 0, unhurried);
  expect(fit.coefficients[0]).toBe(0);
  expect(sigmoid(fit.intercept)).toBeCloseTo(0.75, 12);
});

test("logisticRegression can be stopped between slices of rows", async () => {
  const column = Float64Array.from({ length: 5_000 }, (_, row) => row % 7);
  const outcomes = Uint8Array.from(column, (value, row) => Number((value + row) % 3 === 0));
  await expect(logisticRegression({ columns: [column], outcomes }, 1, () => Promise.reject(new Error("stopped")))).rejects.toThrow("stopped");
});

test("sigmoid, softplus and logit keep their digits far out", () => {
  // By the series of the exponential: sigmoid(−800) would be 0 where e^800 overflows, ln(1 + e^800) is 800.
  expect(sigmoid(-700)).toBeCloseTo(Math.exp(-700), 300);
  expect(softplus(800)).toBe(800);
  expect(logit(sigmoid(3))).toBeCloseTo(3, 12);
});

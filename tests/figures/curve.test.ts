import { expect, test } from "vitest";
import { curveFrame, curveRange } from "../../src/figures/curve-frame.ts";
import type { CurveSeries } from "../../src/figures/curve-series.ts";
import { category } from "../../src/figures/theme.ts";

const tip = () => ({ lead: "", text: "", second: null });
const series = (points: [number, number | null, number | null][]): CurveSeries => ({
  name: "line",
  end: "",
  paint: category(0),
  dashed: false,
  points: points.map(([y, lower, upper], x) => ({ x, y, lower, upper, tip, row: x })),
});

test("curveRange(series) holds lines and bands", () => {
  const { least, greatest } = curveRange(
    [
      series([
        [0.2, 0.18, 0.22],
        [0.1, 0.08, 0.12],
      ]),
    ],
    false,
  );
  expect(least).toBeLessThanOrEqual(0.08);
  expect(greatest).toBeGreaterThanOrEqual(0.22);
});

test("curveRange(series) does not let one wide band flatten the lines", () => {
  // By hand: the lines span 0.1, so nothing beyond 0.1 above them is shown, and 4% of air.
  const { greatest } = curveRange(
    [
      series([
        [0.2, 0.19, 0.21],
        [0.1, 0.01, 0.9],
      ]),
    ],
    false,
  );
  expect(greatest).toBeLessThan(0.32);
});

test("curveRange(series) of shares never reaches below 0, and of amounts begins there", () => {
  expect(
    curveRange(
      [
        series([
          [0.01, 0, 0.02],
          [0.002, 0, 0.01],
        ]),
      ],
      false,
    ).least,
  ).toBe(0);
  expect(
    curveRange(
      [
        series([
          [380, 350, 410],
          [900, 800, 1000],
        ]),
      ],
      true,
    ).least,
  ).toBe(0);
  expect(
    curveRange(
      [
        series([
          [-50, null, null],
          [20, null, null],
        ]),
      ],
      true,
    ).least,
  ).toBeLessThan(-50);
});

test("curveRange(series) of one point without an interval has a height", () => {
  const { least, greatest } = curveRange([series([[0.24, null, null]])], false);
  expect(greatest).toBeGreaterThan(least);
});

const options = { label: "", width: 752, formatX: String, unitX: "month", formatY: (y: number) => `${y}`, fromZero: false };

test("curveFrame(options) leaves room for labels and names every period of a year", () => {
  const points = Array.from({ length: 11 }, (): [number, number, number] => [0.2, 0.1, 0.3]);
  const frame = curveFrame({ ...options, series: [{ ...series(points), name: "Jun–Oct cohorts, app live" }] });
  expect(frame.placeTicks).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(frame.right).toBeLessThan(752 - 120);
  expect(frame.toX(10)).toBeCloseTo(frame.right);
  expect(frame.toY(frame.least)).toBeGreaterThan(frame.toY(frame.greatest));
});

test("curveFrame(options) of four hundred days names every twentieth", () => {
  const points = Array.from({ length: 400 }, (): [number, null, null] => [0.2, null, null]);
  const frame = curveFrame({ ...options, series: [series(points)] });
  // 20 would touch the words at the first place.
  expect(frame.placeTicks).toEqual([0, ...Array.from({ length: 18 }, (_, index) => 40 + index * 20)]);
});

test("curveFrame(options) of one place keeps it near the axis", () => {
  const frame = curveFrame({ ...options, series: [series([[0.2, 0.1, 0.3]])] });
  expect(frame.placeTicks).toEqual([0]);
  expect(frame.toX(0)).toBe(frame.right);
  expect(frame.right).toBeLessThan(200);
});

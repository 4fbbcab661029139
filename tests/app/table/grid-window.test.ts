import { expect, test } from "vitest";
import { columnsInView, firstInView, gridHeight, scrollTo } from "../../../src/app/table/grid-window.ts";

// By hand: a row is 28 px high.
test("firstInView of a short table counts rows of 28 px", () => {
  expect(firstInView(70, 280, 100)).toEqual({ row: 2, hidden: 14 });
});

test("firstInView of a million rows reaches the last at the end of the scroll", () => {
  const rows = 1_000_000;
  // At the end the last 280 px are in view, which is ten rows.
  expect(firstInView(gridHeight(rows) - 280, 280, rows).row).toBe(rows - 10);
  expect(firstInView(0, 280, rows)).toEqual({ row: 0, hidden: 0 });
});

test("scrollTo undoes firstInView, in proportion too", () => {
  for (const row of [0, 12_345, 700_000])
    expect(Math.abs(firstInView(scrollTo(row, 280, 1_000_000) + 0.01, 280, 1_000_000).row - row)).toBeLessThanOrEqual(1);
});

test("columnsInView leaves out those scrolled away and those not reached", () => {
  // Columns from 0, 100, 200 and 300; from 150 to 290 the second and the third are in view.
  expect(columnsInView([100, 100, 100, 100], 150, 140)).toEqual({ from: 1, to: 3 });
});

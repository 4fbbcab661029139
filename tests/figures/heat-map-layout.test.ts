import { expect, test } from "vitest";
import { heatMapLayout } from "../../src/figures/heat-map-layout.ts";

const numbered = (count: number, name = "") => Array.from({ length: count }, (_, index) => `${name}${index + 1}`);
const needs = (rows: number, columns: number, width = 752) => ({
  width,
  rowLabels: numbered(rows, "Jan 20"),
  sizes: ["customers", "2,934"],
  columns: numbered(columns),
  value: "24",
  total: "24.4",
});

test("heatMapLayout(needs) of a year of months has room for every word", () => {
  const layout = heatMapLayout(needs(13, 12));
  expect(layout).toMatchObject({ values: true, totals: true, rowEvery: 1, columnEvery: 1, fontSize: 12, rowHeight: 25 });
});

test("heatMapLayout(needs) of three years keeps values and gives up decimals", () => {
  const layout = heatMapLayout(needs(37, 36));
  expect(layout).toMatchObject({ values: true, totals: false, rowEvery: 1 });
  expect(layout.columnEvery).toBeGreaterThan(1);
});

test("heatMapLayout(needs) of sixty by sixty leaves values to the table", () => {
  const layout = heatMapLayout(needs(60, 60));
  expect(layout.values).toBe(false);
  expect(layout.rowEvery).toBeGreaterThan(1);
});

test("heatMapLayout(needs) of one column does not fill the whole width with it", () => {
  const layout = heatMapLayout(needs(1, 1));
  expect(layout.columnWidth).toBeLessThanOrEqual(72);
  expect(layout.marginLeft + layout.columnWidth + layout.marginRight).toBeCloseTo(752);
});

test("heatMapLayout(needs) stays within a narrow figure, however long the names are", () => {
  const layout = heatMapLayout({ ...needs(12, 12, 360), rowLabels: ["the cohort of a very long and winding name"] });
  expect(layout.labelWidth).toBeLessThanOrEqual(360 * 0.24);
  expect(layout.columnWidth * 12 + layout.marginLeft).toBeLessThanOrEqual(361);
});

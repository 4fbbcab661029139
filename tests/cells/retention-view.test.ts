import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { cohortCells, firstPeriod, groupsBySize, type CohortCell } from "../../src/cells/retention/cells-figure.ts";
import { differs, linePick, lineTable, withValues, type AverageLine } from "../../src/cells/retention/lines-figure.ts";
import { params as schema } from "../../src/cells/retention/params.ts";
import { pooled } from "../../src/cells/retention/pooled-figure.ts";
import { rateReading, valueReading } from "../../src/cells/retention/reading-figure.ts";
import { cellTip, triangleAlternative } from "../../src/cells/retention/triangle-figure.ts";
import { rateExtent, trianglePick, triangleTable, type Triangle } from "../../src/cells/retention/triangle-rows-figure.ts";
import { columnName, definition, hatchNote, periodNames, pooledNote } from "../../src/cells/retention/words-figure.ts";
import { drawn } from "../../src/figures/drawn.ts";
import type { FigureTheme } from "../../src/figures/figure.ts";
import { numbers, texts } from "../../src/figures/read.ts";
import { resolve } from "../../src/schema/parameters.ts";

const theme: FigureTheme = { width: 752, locale: "en", currency: "GBP", level: 0.95, timezone: "UTC" };
const params = (given = {}) => resolve(schema, { from: "customers", ...given });
const cell = (given: Partial<CohortCell>): CohortCell => ({
  cohort: "2010-12-01",
  group: null,
  period: 1,
  size: 885,
  eligible: 885,
  active: 324,
  rate: 324 / 885,
  lower: 0.335,
  upper: 0.398,
  complete: true,
  revenue: null,
  value: null,
  valueLower: null,
  valueUpper: null,
  ...given,
});

/** Cohorts of a hundred; each comes back as it is told, from period 0. */
function cells(rates: number[][], group: string | null = null): CohortCell[] {
  return rates.flatMap((row, cohort) =>
    row.map((rate, period) =>
      cell({
        cohort: `2025-${String(cohort + 1).padStart(2, "0")}-01`,
        group,
        period,
        size: 100,
        eligible: 100,
        active: Math.round(rate * 100),
        rate,
        lower: period === 0 ? 1 : rate - 0.05,
        upper: period === 0 ? 1 : rate + 0.05,
        complete: cohort + period < rates.length - 1,
      }),
    ),
  );
}

const triangle = (rows: CohortCell[], group: string | null = null, most?: number): Triangle => ({
  group,
  pooled: pooled(rows, 1, most),
  average: rows.filter((row) => row.cohort === "2025-01-01"),
});

const three = cells([[1, 0.3, 0.2], [1, 0.4], [1]]);

test("cohortCells(table) reads the main table, missing as null", () => {
  const table = drawn("group", [
    { name: "cohort", type: "text", values: ["2010-12-01"] },
    { name: "period", type: "integer", values: [1] },
    { name: "size", type: "integer", values: [885] },
    { name: "rate", type: "number", values: [null] },
    { name: "complete", type: "boolean", values: [false] },
  ]);
  expect(cohortCells(table)).toEqual([cell({ eligible: 0, active: 0, rate: null, lower: null, upper: null, complete: false })]);
});

test("firstPeriod(cells) passes over periods that are certain by definition", () => {
  expect(firstPeriod(three)).toBe(1);
  // Trailing over two periods: period 1 counts period 0 too, so both have an interval without width.
  expect(firstPeriod(three.map((row) => (row.period === 1 ? { ...row, rate: 1, lower: 1 } : row)))).toBe(2);
  expect(firstPeriod(three.map((row) => ({ ...row, lower: 0.2 })))).toBe(0);
  expect(firstPeriod(cells([[1]]))).toBe(1);
});

test("groupsBySize(cells) counts each cohort once", () => {
  const small = cells([[1, 0.5, 0.5, 0.5, 0.5]], "many periods");
  const large = cells([[1], [1]], "many customers");
  expect(groupsBySize([...small, ...large])).toEqual(["many customers", "many periods"]);
});

test("pooled(cells) keeps every cell where there are few", () => {
  const made = pooled(three, 1);
  expect(made.cohortsEach * made.periodsEach).toBe(1);
  expect(made.lines.map((line) => line.first)).toEqual(["2025-01-01", "2025-02-01", "2025-03-01"]);
  expect(made.cells.map(({ line, column, rate }) => [line, column, rate])).toEqual([
    [0, 0, 0.3],
    [0, 1, 0.2],
    [1, 0, 0.4],
  ]);
});

test("pooled(cells) of too many takes neighbours together, complete cells only, customers over customers", () => {
  const rows = cells([[1, 0.1, 0.2, 0.3], [1, 0.3, 0.4], [1, 0.5], [1]]);
  const made = pooled(rows, 1, 2);
  expect(made).toMatchObject({
    cohortsEach: 2,
    periodsEach: 2,
    columns: [
      [1, 2],
      [3, 3],
    ],
  });
  // By hand: complete are (0,1), (0,2) and (1,1), so 10 + 20 + 30 of 300; (1,2) is not over.
  expect(made.cells[0]).toMatchObject({ line: 0, column: 0, active: 60, eligible: 300, rate: 0.2, lower: null, complete: true });
  // By hand: (0,3) is not over and stands alone, so it is drawn as it is.
  expect(made.cells[1]).toMatchObject({ line: 0, column: 1, rate: 0.3, complete: false });
});

property.prop([fc.integer({ min: 1, max: 90 }), fc.integer({ min: 2, max: 12 })])(
  "pooled(cells, from, most) never has more lines or columns",
  (count, most) => {
    const rows = Array.from({ length: count }, (_, cohort) =>
      Array.from({ length: count - cohort }, (_, period) => cell({ cohort: `c${String(cohort).padStart(3, "0")}`, period, size: 10 })),
    ).flat();
    const made = pooled(rows, 1, most);
    expect(made.lines.length).toBeLessThanOrEqual(most);
    expect(made.columns.length).toBeLessThanOrEqual(most);
    expect(made.lines.reduce((sum, line) => sum + line.size, 0)).toBe(count * 10);
    expect(made.cells.every((drawn) => drawn.line < made.lines.length && drawn.column < made.columns.length)).toBe(true);
  },
);

test("triangleTable(triangles) has the rows in drawing order, and trianglePick(row) their keys", () => {
  const triangles = [triangle(three, "app"), triangle(cells([[1, 0.1], [1]]), "web")];
  const table = triangleTable(triangles);
  expect(texts(table, "group")).toEqual(["app", "app", "app", "web"]);
  expect(numbers(table, "rate")).toEqual([0.3, 0.2, 0.4, 0.1]);
  expect(numbers(table, "customers")).toEqual([30, 20, 40, 10]);
  expect(trianglePick(triangles, 3)).toEqual({ table: "main", row: { cohort: "2025-01-01", period: 1, group: "web" } });
  expect(trianglePick(triangles, 4)).toBeNull();
});

test("trianglePick(row) of cells taken together is null, since no one row of the result stands for them", () => {
  const together = triangle(three, null, 1);
  expect(trianglePick([together], 0)).toBeNull();
  expect(numbers(triangleTable([together]), "last_period")).toEqual([2]);
});

test("rateExtent(triangles) is that of the complete cells", () => {
  // By hand: complete is (0,1) only, at 30 per cent; what is not over would stretch the colours.
  expect(rateExtent([triangle(three)])).toEqual([0.3, 0.31]);
});

test("cellTip(cell) says value, interval and counts", () => {
  const made = pooled([cell({})], 1);
  const tip = cellTip(made.cells[0]!, made.lines[0]!, params(), "en");
  expect(tip).toEqual({ lead: "Dec 2010 cohort, month 1: 36.6%", text: "(33.5–39.8)", second: "324 of 885 customers came back" });
  const open = cellTip({ ...made.cells[0]!, complete: false }, made.lines[0]!, params(), "en");
  expect(open.second).toBe("324 of 885 customers so far: not over yet");
});

test("triangleAlternative(triangle) tells the picture in sentences", () => {
  const words = triangleAlternative(triangle(three), params(), theme);
  expect(words).toContain("3 lines of cohorts, Jan 2025 to Mar 2025");
  expect(words).toContain("The rate is 30.0%.");
});

test("definition(params) is the formula in words", () => {
  expect(definition(params(), 4338, theme)).toBe(
    "Per cent of a month’s new customers who came back in the given month after (classic, calendar months). 4,338 customers; 95% Wilson intervals.",
  );
  expect(definition(params({ measure: "unbounded", look_ahead: 3, grain: "day", level: 0.9 }), 1, theme)).toBe(
    "Per cent of a day’s new customers who came back on the given day after or in one of the 3 days behind it (unbounded, calendar days). 1 customer; 90% Wilson intervals.",
  );
  expect(definition(params({ measure: "trailing", periods: "rolling", level: 0.999 }), 2, theme)).toContain(
    "in the given month after or in the month before it (trailing, months from each customer’s own start). 2 customers; 99.9%",
  );
});

test("periodNames(params) of brackets are their days", () => {
  const names = periodNames(params({ measure: "bracket" }));
  expect([0, 1, 4].map(names.name)).toEqual(["0", "1–3", "15–30"]);
  expect(names.unit).toBe("day");
  expect(columnName(periodNames(params()), 8, 14)).toBe("8–14");
});

test("hatchNote(params) says whether averages leave it out", () => {
  expect(hatchNote(params())).toBe("month not over yet, left out of averages");
  expect(hatchNote(params({ complete_only: false }))).toBe("month not over yet");
  expect(hatchNote(params({ periods: "rolling" }))).toContain("not followed that long");
});

test("pooledNote(triangles) is said only where cells were taken together", () => {
  expect(pooledNote([triangle(three)], params())).toBe("");
  expect(pooledNote([triangle(three, null, 1)], params())).toBe("Too many to draw one by one: each cell takes 3 cohorts and 2 months together.");
});

const line = (name: string, rows: CohortCell[], table: "average" | "same_cohort" = "average"): AverageLine => ({
  name,
  group: null,
  table,
  cells: rows,
});

test("lineTable(lines) and linePick(row) agree on the order", () => {
  const lines = withValues(
    [line("all", three.slice(0, 3)), line("none", [cell({ rate: null })]), line("same", three.slice(1, 2), "same_cohort")],
    rateReading(theme),
  );
  expect(texts(lineTable(lines, rateReading(theme)), "line")).toEqual(["all", "all", "all", "same"]);
  expect(linePick(lines, 2)).toEqual({ table: "average", row: { period: 2 } });
  expect(linePick(lines, 3)).toEqual({ table: "same_cohort", row: { period: 1 } });
  expect(linePick(lines, 4)).toBeNull();
});

test("differs(average, same) is true for what can be seen", () => {
  expect(differs(three.slice(0, 3), three.slice(0, 3))).toBe(false);
  expect(differs(three.slice(0, 3), [cell({ period: 1, rate: 0.3004 })])).toBe(false);
  expect(differs(three.slice(0, 3), [cell({ period: 1, rate: 0.31 })])).toBe(true);
});

test("valueReading(theme) writes money, without one where no value is", () => {
  const reading = valueReading(theme);
  expect(reading.of(cell({}))).toBeNull();
  expect(reading.of(cell({ value: 470.2, valueLower: 437, valueUpper: 507 }))).toEqual({ value: 470.2, lower: 437, upper: 507 });
  expect(`${reading.value(470.2)} ${reading.interval(437, 507)}`).toBe("£470 (437–507)");
  expect([reading.tick(1500, true), reading.tick(1000, false), reading.tick(60_000, true)]).toEqual(["£1,500", "1,000", "60\u00a0k"]);
});

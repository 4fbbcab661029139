import { describe, expect, test } from "vitest";
import { aggregateKernels } from "../../../src/data/formula/functions/aggregate-kernels.ts";
import { exampleColumns } from "../../../src/schema/formula/function-signature.ts";
import { functionTable } from "../../../src/schema/formula/function-table.ts";
import { after, column, derived, rowsOf, tableOf } from "./columns.ts";

const example = tableOf(...Object.entries(exampleColumns).map(([name, { type, values }]) => column(name, type, values)));
const one = tableOf(column("n", "integer", [1]));

describe("every function of the table does what its example says:", () => {
  test.each([...functionTable.values()].map((entry) => [entry.example.formula, entry] as const))("%s", async (formula, entry) => {
    const { table } = entry.aggregate ? await after(example, [{ rollup: { result: formula } }]) : await after(one, [{ derive: { result: formula } }]);
    const value = rowsOf(table)[0]!.at(-1)!;
    const isTime = table.columns.at(-1)!.type === "time";
    if (typeof entry.example.gives === "number") expect(value).toBeCloseTo(entry.example.gives, 12);
    else expect(isTime ? new Date(Number(value)).toISOString() : value).toBe(entry.example.gives);
  });
});

test("every aggregate of the table has a kernel, and no other has one", () => {
  const aggregates = [...functionTable.values()].filter((entry) => entry.aggregate).map((entry) => entry.name);
  expect(Object.keys(aggregateKernels).toSorted()).toEqual(aggregates.toSorted());
});

test.each([
  // Halves away from zero, of the decimals as written: by hand.
  ["round(1.005, 2)", 1.01],
  ["round(-2.5)", -3],
  ["round(2.5)", 3],
  ["round(1234.5, -2)", 1200],
  ["round(1e300, 2)", 1e300],
  ['number(" 1e3 ")', 1000],
  ["number(true)", 1],
  ["bucket(-3, 10)", -10],
  ["bucket(20, 0, 10, 50)", 10],
  ["bucket(50, 0, 10, 50)", 50],
  ["bucket(-1, 0, 10)", null],
  ["-7 % 3", -1],
  ["2 ** 10", 1024],
  ['substring("abc", 2)', "bc"],
  ['substring("abc", 2, 1)', "b"],
  ['substring("abc", 0, 2)', "a"],
  ['split_part("a/b", "/", 3)', null],
  ['extract("abc", "x+")', null],
  ['replace("a.b.c", ".", "$&")', "a$&b$&c"],
  ['concat(1, "a", true)', "1atrue"],
  ["text(date(2025, 3, 1))", "2025-03-01"],
  ['text(time("2025-03-01 08:05:09.250"))', "2025-03-01T08:05:09.250"],
  ["one_of(3, 1, null)", null],
  ["one_of(1, 1, null)", true],
  ["max_of(1, null)", null],
  ["null ?? 2", 2],
  ["true && is_missing(null)", true],
] as const)("%s gives %s", async (formula, expected) => {
  expect((await derived(one, formula)).values).toEqual([expected]);
});

test.each([
  ["1 / 0", "divisions"],
  ["0 / 0", "divisions"],
  ["5 % 0", "divisions"],
  ["sqrt(-1)", "notFinite"],
  ["log(0)", "notFinite"],
  ["1e308 * 10", "notFinite"],
  ["(-8) ** 0.5", "notFinite"],
  ['number("abc")', "notNumbers"],
  ['number("")', "notNumbers"],
  ['number("Infinity")', "notNumbers"],
  ['time("31.1.2025")', "notTimes"],
  ["date(2025, 2, 29)", "notTimes"],
] as const)("%s is missing and counted as %s", async (formula, reason) => {
  const { values, step } = await derived(one, formula);
  expect(values).toEqual([null]);
  expect(step.losses).toEqual({ divisions: 0, notFinite: 0, notNumbers: 0, notTimes: 0, tooLong: 0, [reason]: 1 });
});

test("a division that is guarded, or of a missing value, is not counted", async () => {
  const table = tableOf(column("a", "number", [1, 2, null]), column("b", "number", [0, 4, 0]));
  for (const formula of ["b == 0 ? 0 : a / b", "b != 0 && a / b > 0", "coalesce(b == 0 ? 0 : null, a / b)", "(b != 0 && a / b > 0) ? 1 : 2"])
    expect((await derived(table, formula)).step.losses.divisions).toBe(0);
  expect((await derived(table, "a / b")).step.losses.divisions).toBe(1);
});

test("a text that would grow without end is missing and counted", async () => {
  const long = tableOf(column("x", "text", ["a".repeat(20_000)]));
  for (const formula of ["x + x", 'replace(x, "a", "aa")', "concat(x, x)"]) {
    const { values, step } = await derived(long, formula);
    expect(values).toEqual([null]);
    expect(step.losses.tooLong).toBe(1);
  }
});

import { fc, test as prop } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import type { Scalar } from "../../../src/schema/scalar.ts";
import { after, column, derived, tableOf, valuesOf } from "./columns.ts";

const [t, f, m] = [true, false, null];
const truths = tableOf(column("a", "boolean", [t, t, t, f, f, f, m, m, m]), column("b", "boolean", [t, f, m, t, f, m, t, f, m]));

describe("three-valued logic follows Kleene's tables:", () => {
  // Kleene (1952), §64, rows in the order of the columns above.
  test.each([
    ["a && b", [t, f, m, f, f, f, m, f, m]],
    ["a || b", [t, t, t, t, f, m, t, m, m]],
    ["!a", [f, f, f, t, t, t, m, m, m]],
    ["a == b", [t, f, m, f, t, m, m, m, m]],
    ["a != b", [f, t, m, t, f, m, m, m, m]],
    ["!(a && b)", [f, t, m, t, t, t, m, t, m]],
    ["a ? 1 : 2", [1, 1, 1, 2, 2, 2, m, m, m]],
    ["a ?? b", [t, t, t, f, f, f, t, f, m]],
    ["is_missing(a) || is_missing(b)", [f, f, t, f, f, t, t, t, t]],
  ] as const)("%s", async (formula, expected) => {
    expect((await derived(truths, formula)).values).toEqual(expected);
  });
});

const numbers = tableOf(column("x", "integer", [1, 5, null]), column("y", "number", [2, null, 2]), column("s", "text", ["a", "b", null]));

test.each([
  ["x < y", [true, null, null]],
  ["x >= y", [false, null, null]],
  ["x + y", [3, null, null]],
  ["-x", [-1, -5, null]],
  ["s + s", ["aa", "bb", null]],
  ['s == "a"', [true, false, null]],
  ['s != "nowhere"', [true, true, null]],
  ['s < "b"', [true, false, null]],
  ['one_of(s, "b", "c")', [false, true, null]],
  ["length(s)", [1, 1, null]],
  ["coalesce(y, x, 0)", [2, 5, 2]],
] as const)("%s keeps what is missing", async (formula, expected) => {
  expect((await derived(numbers, formula)).values).toEqual(expected);
});

/** An expression of the formula language and what it must give for a row, told by a plain interpreter that knows nothing of the compiler. */
interface Case {
  text: string;
  of: (row: Record<string, Scalar>) => Scalar;
}

type Two = (left: number, right: number) => Scalar;
const strict =
  (a: Case, b: Case, apply: Two) =>
  (row: Record<string, Scalar>): Scalar => {
    const [left, right] = [a.of(row), b.of(row)];
    if (left === null || right === null) return null;
    const result = apply(left as number, right as number);
    return typeof result === "number" && !Number.isFinite(result) ? null : result;
  };

const fallback = (one: fc.Arbitrary<Case>) =>
  fc.tuple(one, one).map(([a, b]): Case => ({ text: `(${a.text} ?? ${b.text})`, of: (row) => a.of(row) ?? b.of(row) }));
const and = (a: Scalar, b: Scalar): Scalar => (a === false || b === false ? false : a === null || b === null ? null : true);
const opposite = (a: Scalar): Scalar => (a === null ? null : !a);

const { number: numberCase, truth: truthCase } = fc.letrec<{ number: Case; truth: Case }>((tie) => {
  const number = (key: "number") => tie(key) as fc.Arbitrary<Case>;
  const truth = (key: "truth") => tie(key) as fc.Arbitrary<Case>;
  const operator = (sign: string, apply: Two) =>
    fc.tuple(number("number"), number("number")).map(([a, b]): Case => ({ text: `(${a.text} ${sign} ${b.text})`, of: strict(a, b, apply) }));
  const choice = (one: fc.Arbitrary<Case>) =>
    fc.tuple(truth("truth"), one, one).map(([test, a, b]): Case => ({
      text: `(${test.text} ? ${a.text} : ${b.text})`,
      of: (row) => {
        const holds = test.of(row);
        return holds === null ? null : holds ? a.of(row) : b.of(row);
      },
    }));
  return {
    number: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom("x", "y", "z").map((name): Case => ({ text: name, of: (row) => row[name]! })),
      fc.integer({ min: 0, max: 9 }).map((value): Case => ({ text: String(value), of: () => value })),
      operator("+", (a, b) => a + b),
      operator("-", (a, b) => a - b),
      operator("*", (a, b) => a * b),
      operator("/", (a, b) => a / b),
      operator("%", (a, b) => a % b),
      choice(number("number")),
      fallback(number("number")),
      number("number").map((a): Case => ({ text: `abs(-${a.text})`, of: (row) => (a.of(row) === null ? null : Math.abs(a.of(row) as number)) })),
    ),
    truth: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom("p", "q").map((name): Case => ({ text: name, of: (row) => row[name]! })),
      fc
        .constantFrom("red", "green", "blue")
        .map((word): Case => ({ text: `s == "${word}"`, of: (row) => (row["s"] === null ? null : row["s"] === word) }))
        .map(({ text, of }) => ({ text: `(${text})`, of })),
      fc.constantFrom("red", "blue").map((word): Case => ({ text: `("${word}" != s)`, of: (row) => (row["s"] === null ? null : row["s"] !== word) })),
      operator("<", (a, b) => a < b),
      operator("<=", (a, b) => a <= b),
      operator(">", (a, b) => a > b),
      operator(">=", (a, b) => a >= b),
      operator("==", (a, b) => a === b),
      operator("!=", (a, b) => a !== b),
      number("number").map((a): Case => ({ text: `is_missing(${a.text})`, of: (row) => a.of(row) === null })),
      truth("truth").map((a): Case => ({ text: `!${a.text}`, of: (row) => opposite(a.of(row)) })),
      fc.tuple(truth("truth"), truth("truth")).map(([a, b]): Case => ({ text: `(${a.text} && ${b.text})`, of: (row) => and(a.of(row), b.of(row)) })),
      fc.tuple(truth("truth"), truth("truth")).map(([a, b]): Case => ({
        text: `(${a.text} || ${b.text})`,
        of: (row) => opposite(and(opposite(a.of(row)), opposite(b.of(row)))),
      })),
      choice(truth("truth")),
      fallback(truth("truth")),
    ),
  };
});

const whole = fc.option(fc.integer({ min: -5, max: 5 }), { freq: 4 });
const decimal = fc.option(fc.constantFrom(-1.5, -0.5, 0, 0.25, 2, 1e308), { freq: 4 });
const truth = fc.option(fc.boolean(), { freq: 4 });
const row = fc.record({
  x: whole,
  y: decimal,
  z: fc.integer({ min: -3, max: 3 }),
  p: truth,
  q: fc.boolean(),
  s: fc.option(fc.constantFrom("red", "green")),
});
const rows = fc.array(row, { minLength: 1, maxLength: 12 });
type Row = { x: number | null; y: number | null; z: number; p: boolean | null; q: boolean; s: string | null };

const tableFrom = (list: readonly Row[]) =>
  tableOf(
    column(
      "x",
      "integer",
      list.map(({ x }) => x),
    ),
    column(
      "y",
      "number",
      list.map(({ y }) => y),
    ),
    column(
      "z",
      "integer",
      list.map(({ z }) => z),
    ),
    column(
      "p",
      "boolean",
      list.map(({ p }) => p),
    ),
    column(
      "q",
      "boolean",
      list.map(({ q }) => q),
    ),
    column(
      "s",
      "text",
      list.map(({ s }) => s),
    ),
  );
/** Minus zero and zero are one number. */
const plain = (value: Scalar) => (value === 0 ? 0 : value);

prop.prop([rows, numberCase], { numRuns: 200 })("derive gives what a plain interpreter gives, for numbers", async (list, { text, of }) => {
  expect((await derived(tableFrom(list), text)).values.map(plain)).toEqual(list.map((one) => plain(of(one))));
});

prop.prop([rows, truthCase], { numRuns: 200 })("derive gives what a plain interpreter gives, for conditions", async (list, { text, of }) => {
  expect((await derived(tableFrom(list), text)).values).toEqual(list.map(of));
});

prop.prop([rows, truthCase], { numRuns: 200 })("filter keeps the rows at which the condition is true, and no other", async (list, { text, of }) => {
  const { table } = await after(tableFrom(list), [{ filter: text }]);
  expect([...(table.selection ?? [])]).toEqual(list.flatMap((one, index) => (of(one) === true ? [index] : [])));
  expect(valuesOf(table, "z")).toEqual(list.filter((one) => of(one) === true).map(({ z }) => z));
});

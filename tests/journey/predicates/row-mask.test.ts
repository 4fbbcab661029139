import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { rowMask } from "../../../src/journey/predicates/row-mask.ts";
import type { Condition } from "../../../src/schema/conditions.ts";
import { UserError } from "../../../src/schema/errors.ts";
import { flags, integers, numbers, table, text, type Cell } from "../tables.ts";

const rows = fc.array(
  fc.record({
    word: fc.option(fc.constantFrom("a", "ab", "b", "")),
    number: fc.option(fc.integer({ min: -2, max: 2 })),
    whole: fc.option(fc.integer({ min: -2, max: 2 })),
    flag: fc.option(fc.boolean()),
  }),
  { maxLength: 40 },
);

const ordering = fc.constantFrom("atLeast", "atMost", "above", "below", "is", "isNot");
const wordCondition = fc.tuple(fc.constantFrom("atLeast", "atMost", "above", "below", "is", "isNot", "contains"), fc.constantFrom("a", "b", "ab"));
const simple: fc.Arbitrary<Condition> = fc.oneof(
  wordCondition.map(([operator, value]) => ({ column: "word", [operator]: value })),
  fc
    .tuple(fc.constantFrom("number", "whole"), ordering, fc.integer({ min: -2, max: 2 }))
    .map(([column, operator, value]) => ({ column, [operator]: value })),
  fc
    .tuple(fc.constantFrom("in", "notIn"), fc.array(fc.integer({ min: -2, max: 2 }), { maxLength: 4 }))
    .map(([operator, value]) => ({ column: "number", [operator]: value })),
  fc.boolean().map((value) => ({ column: "flag", is: value })),
  fc.tuple(fc.constantFrom("word", "number", "whole", "flag"), fc.boolean()).map(([column, value]) => ({ column, missing: value })),
);
const condition = fc.letrec<{ any: Condition }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    simple,
    fc.array(tie("any"), { maxLength: 3 }).map((any) => ({ any })),
    fc.array(tie("any"), { maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie("any"), { maxLength: 3 }).map((not) => ({ not })),
  ),
})).any;

/** What a condition means, row by row. */
function holds(row: Record<string, Cell>, item: Condition): boolean {
  if ("any" in item) return item.any.some((inner) => holds(row, inner));
  if ("all" in item) return item.all.every((inner) => holds(row, inner));
  if ("not" in item) return !item.not.every((inner) => holds(row, inner));
  if (!("column" in item)) throw new Error("no memberships here");
  const value = row[item.column] ?? null;
  if (item.missing !== undefined) return (value === null) === item.missing;
  if (value === null) return false;
  if (item.is !== undefined) return value === item.is;
  if (item.isNot !== undefined) return value !== item.isNot;
  if (item.in !== undefined) return (item.in as Cell[]).includes(value);
  if (item.notIn !== undefined) return !(item.notIn as Cell[]).includes(value);
  if (item.atLeast !== undefined) return value >= item.atLeast!;
  if (item.atMost !== undefined) return value <= item.atMost!;
  if (item.above !== undefined) return value > item.above!;
  if (item.below !== undefined) return value < item.below!;
  return (value as string).includes(item.contains as string);
}

const day = Date.UTC(2025, 6, 1);

describe("rowMask(table, conditions, name, timezone)", () => {
  property.prop([rows, fc.array(condition, { maxLength: 3 })], { numRuns: 400 })("is what the conditions mean, row by row", (list, conditions) => {
    const data = table(
      text(
        "word",
        list.map((row) => row.word),
      ),
      numbers(
        "number",
        list.map((row) => row.number),
      ),
      integers(
        "whole",
        list.map((row) => row.whole),
      ),
      flags(
        "flag",
        list.map((row) => row.flag),
      ),
    );
    const expected = list.map((row) => (conditions.every((item) => holds(row, item)) ? 1 : 0));
    expect([...rowMask(data, conditions, "t", "UTC")]).toEqual(expected);
  });

  test("looks only at selected rows", () => {
    const data = { ...table(integers("n", [1, 2, 3])), rows: 2, selection: Uint32Array.of(2, 0) };
    expect([...rowMask(data, [{ column: "n", atLeast: 2 }], "t", "UTC")]).toEqual([1, 0]);
  });

  test("reads dates in the notebook's zone: a bound is local midnight, equality the local day", () => {
    // Berlin is two hours ahead: its 1 July 2025 lasts from 30 June 22:00 to 1 July 22:00 UTC.
    const hours = [-3, -2, 0, 21.9, 22];
    const data = table(
      numbers(
        "t",
        hours.map((hour) => day + hour * 3_600_000),
        "time",
      ),
    );
    const mask = (item: Condition) => [...rowMask(data, [item], "t", "Europe/Berlin")];
    expect(mask({ column: "t", atLeast: "2025-07-01" })).toEqual([0, 1, 1, 1, 1]);
    expect(mask({ column: "t", above: "2025-07-01" })).toEqual([0, 0, 1, 1, 1]);
    expect(mask({ column: "t", below: "2025-07-02" })).toEqual([1, 1, 1, 1, 0]);
    expect(mask({ column: "t", is: "2025-07-01" })).toEqual([0, 1, 1, 1, 0]);
    expect(mask({ column: "t", is: "2025-07-01T00:00" })).toEqual([0, 1, 0, 0, 0]);
    expect(mask({ column: "t", notIn: ["2025-07-01", "2025-06-30T23:00:00+02:00"] })).toEqual([0, 0, 0, 0, 1]);
  });

  test("matches by a bounded regular expression", () => {
    const data = table(text("page", ["/product/12", "/cart", null]));
    expect([...rowMask(data, [{ column: "page", matches: "^/product/\\d+$" }], "t", "UTC")]).toEqual([1, 0, 0]);
    expect(() => rowMask(data, [{ column: "page", matches: "(a+)+$" }], "t", "UTC")).toThrow(UserError);
  });

  test("says what is wrong, and what was probably meant", () => {
    const data = table(text("channel", ["a"]), integers("visits", [1]));
    const problem = (item: Condition) => {
      try {
        rowMask(data, [item], "web", "UTC");
      } catch (error) {
        return error as UserError;
      }
      throw new Error("nothing was wrong");
    };
    expect(problem({ column: "chanel", is: "a" }).remedy).toContain('"channel"');
    expect(problem({ column: "visits", is: "many" }).message).toContain("whole numbers");
    expect(problem({ column: "visits", contains: "1" })).toBeInstanceOf(UserError);
    expect(problem({ column: "channel", atLeast: 3 })).toBeInstanceOf(UserError);
    expect(problem({ in: { cell: "loyal" } }).message).toContain("loyal");
  });
});

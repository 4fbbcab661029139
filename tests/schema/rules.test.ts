import { describe, expect, test } from "vitest";
import type { ParamSchema } from "../../src/schema/parameter.ts";
import { referencesOf, renameIn, resolve } from "../../src/schema/parameters.ts";
import type { Json } from "../../src/schema/json.ts";

const schema = { segments: { type: "rules", of: "from" } } as const satisfies ParamSchema;
const read = (rules: Json) => resolve(schema, { segments: [{ name: " loyal ", rules }] }).segments[0]!;
const buys = [{ column: "event", is: "buy" }];

describe("rules", () => {
  // Canonical forms by hand: defaults are left out, durations shortened, names trimmed.
  test.each<[Json, Json]>([
    [[{ did: buys }], [{ did: buys, atLeast: 1 }]],
    [[{ atMost: 0, did: buys, measure: "times" }], [{ did: buys, atMost: 0 }]],
    [[{ did: buys, within: "90 day", measure: "days" }], [{ did: buys, measure: "days", atLeast: 1, within: "90 days" }]],
    [[{ sequence: [buys, buys], within: "1 Months", note: 1 }], [{ sequence: [buys, buys], within: "1 month" }]],
    [[{ last: buys, of: [] }], [{ last: buys, of: [] }]],
    [[{ not: { column: "country", is: "DE" } }], [{ not: [{ column: "country", is: "DE" }] }]],
    [[{ in: { cell: "map", table: "main", row: { stage: "use" } } }], [{ in: { cell: "map", table: "main", row: { stage: "use" } } }]],
  ])("are brought to one form: %j", (raw, canonical) => {
    expect(read(raw)).toEqual({ name: "loyal", rules: canonical });
    expect(read(canonical).rules).toEqual(canonical);
  });

  test.each<[Json, RegExp]>([
    [[{ did: buys, atLeast: "two" }], /must be a number/],
    [[{ did: buys, measure: "weight" }], /times, days, value/],
    [[{ sequence: [buys] }], /2 to 8 steps/],
    [[{ sequence: [buys, buys], within: "soon" }], /length of time/],
    [["loyal"], /must be a rule/],
    [[{}], /segments/],
  ])("that are wrong are refused in words: %j", (raw, words) => {
    expect(() => read(raw)).toThrow(words);
  });

  test("have names that occur once", () => {
    const twice = [
      { name: "a", rules: [] },
      { name: "a", rules: [] },
    ];
    expect(() => resolve(schema, { segments: twice })).toThrow(/different names/);
    expect(() => resolve(schema, { segments: [] })).toThrow(/list of segments/);
  });

  test("refer to the cells whose customers they borrow, wherever that is said, and follow a new name", () => {
    const raw = {
      segments: [
        {
          name: "a",
          rules: [
            { any: [{ did: [{ in: { cell: "one" } }] }, { sequence: [buys, buys], without: [{ in: { cell: "two" } }] }] },
            { in: { cell: "three" } },
          ],
        },
      ],
    };
    expect(referencesOf(schema, raw)).toEqual(["one", "two", "three"]);
    const renamed = renameIn(schema, renameIn(schema, raw, "two", "second"), "three", "third");
    expect(referencesOf(schema, renamed)).toEqual(["one", "second", "third"]);
  });
});

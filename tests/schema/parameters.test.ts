import { describe, expect, test } from "vitest";
import { UserError } from "../../src/schema/errors.ts";
import type { Json } from "../../src/schema/json.ts";
import type { ParamSchema, ParamSpec } from "../../src/schema/parameter.ts";
import { referencesOf, renameIn, resolve, resolveOne } from "../../src/schema/parameters.ts";

const good: [ParamSpec, Json, Json][] = [
  [{ type: "input", accepts: ["table"] }, "comeback.average", "comeback.average"],
  [{ type: "column", of: "from" }, "Customer ID", "Customer ID"],
  [{ type: "columns", of: "from" }, ["a", "b", "a"], ["a", "b"]],
  [{ type: "choice", of: ["day", "week"], default: "day" }, "week", "week"],
  [{ type: "number", min: 0, max: 1 }, 0.5, 0.5],
  [{ type: "duration" }, " 7 day ", "7 days"],
  [{ type: "duration" }, "1 Months", "1 month"],
  [{ type: "flag", default: false }, true, true],
  [{ type: "text" }, "as it is ", "as it is "],
  [{ type: "breakdown", of: "from" }, { cell: "loyal" }, { cell: "loyal" }],
  [{ type: "formula", of: "from" }, " a + b ", "a + b"],
  [{ type: "file" }, ["orders.csv"], "orders.csv"],
  [{ type: "window" }, ["2025-01-01", null], ["2025-01-01", null]],
  [
    { type: "ranges", default: [[0, 0]] },
    [
      [0, 0],
      [1, 3],
    ],
    [
      [0, 0],
      [1, 3],
    ],
  ],
  [
    { type: "map", keys: "column", values: { type: "text" } },
    { b: "2", a: "1" },
    { a: "1", b: "2" },
  ],
  [{ type: "conditions", of: "from" }, [{ not: { column: "event", is: "x", note: 1 } }], [{ not: [{ column: "event", is: "x" }] }]],
  [{ type: "conditions", of: "from" }, [{ in: { cell: "loyal", segment: "yes" } }], [{ in: { cell: "loyal", segment: "yes" } }]],
  [{ type: "verbs", of: "from" }, [{ join: { from: "crm", on: ["id"] } }], [{ join: { from: "crm", on: ["id"], how: "left" } }]],
  [{ type: "mapping" }, [{ event: "=x", time: "t", customer: ["c"], from: "a" }], [{ from: "a", customer: "c", time: "t", event: "=x" }]],
  [{ type: "attributes" }, [{ from: "crm", customer: "id", columns: ["plan"] }], [{ from: "crm", customer: "id", columns: ["plan"] }]],
];

const bad: [ParamSpec, Json][] = [
  [{ type: "input", accepts: ["table"] }, "Not a name"],
  [{ type: "column", of: "from" }, ""],
  [{ type: "columns", of: "from" }, [1]],
  [{ type: "choice", of: ["day"], default: "day" }, "year"],
  [{ type: "number", min: 0, max: 1 }, 95],
  [{ type: "number", min: 0, max: 9, integer: true }, 1.5],
  [{ type: "duration" }, "soon"],
  [{ type: "duration" }, "1.5 months"],
  [{ type: "flag", default: false }, "yes"],
  [{ type: "text" }, 5],
  [
    { type: "breakdown", of: "from" },
    { cell: "loyal", more: 1 },
  ],
  [{ type: "formula", of: "from" }, "  "],
  [{ type: "file" }, []],
  [{ type: "window" }, ["2025-02-30x", null]],
  [{ type: "window" }, ["2025-02-01", "2025-01-01"]],
  [
    { type: "ranges", default: [[0, 0]] },
    [
      [0, 3],
      [2, 5],
    ],
  ],
  [{ type: "map", keys: "column", values: { type: "choice", of: ["text"], default: "text" } }, { a: "number" }],
  [{ type: "conditions", of: "from" }, [{ column: "event" }]],
  [{ type: "conditions", of: "from" }, [{ column: "event", is: "a", isNot: "b" }]],
  [{ type: "conditions", of: "from" }, [{ column: "event", in: "a" }]],
  [{ type: "verbs", of: "from" }, [{ explode: 1 }]],
  [{ type: "verbs", of: "from" }, [{ filter: "a", derive: { b: "1" } }]],
  [{ type: "verbs", of: "from" }, [{ join: { from: "crm", on: ["id"], how: "cross" } }]],
  [{ type: "mapping" }, [{ from: "a", customer: "c", time: "t" }]],
  [{ type: "mapping" }, [{ from: "a", customer: "c", time: "t", event: "e", score: "s", scale: "stars" }]],
  [{ type: "attributes" }, [{ from: "crm", customer: "id", columns: "plan" }]],
];

describe("a parameter", () => {
  test.each(good)("of spec %j reads %j in its canonical form", (spec, raw, canonical) => {
    expect(resolveOne("p", spec, raw)).toEqual(canonical);
    expect(resolveOne("p", spec, resolveOne("p", spec, raw))).toEqual(canonical);
  });

  test.each(bad)("of spec %j refuses %j and says which parameter, what it got and what to write", (spec, raw) => {
    expect.assertions(3);
    try {
      resolveOne("p", spec, raw);
    } catch (error) {
      expect(error).toBeInstanceOf(UserError);
      expect((error as UserError).param).toMatch(/^p/);
      expect((error as UserError).remedy).not.toBe("");
    }
  });

  test("of conditions refuses to be nested without end", () => {
    let deep: Json = { column: "a", is: 1 };
    for (let depth = 0; depth < 100; depth++) deep = { not: [deep] };
    expect(() => resolveOne("where", { type: "conditions", of: "from" }, [deep])).toThrow("less deeply nested");
  });
});

const schema = {
  from: { type: "input", accepts: ["journey"] },
  where: { type: "conditions", of: "from", optional: true },
  by: { type: "breakdown", of: "from", optional: true },
  level: { type: "number", min: 0.5, max: 0.999, optional: true },
  grain: { type: "choice", of: ["week", "month"], default: "month" },
} as const satisfies ParamSchema;

describe("a cell's parameters", () => {
  test("are complete once resolved: defaults stand where the file says nothing", () => {
    expect(resolve(schema, { from: "customers" })).toEqual({ from: "customers", where: [], by: null, level: null, grain: "month" });
  });

  test("say which of them is missing", () => {
    expect(() => resolve(schema, {})).toThrow('"from" is missing.');
  });

  test("refer to cells by inputs, breakdowns and conditions, each once, and not by the controls they follow", () => {
    const raw = {
      from: "customers",
      by: { cell: "loyal" },
      where: [{ any: [{ in: { cell: "loyal" } }, { in: { cell: "vip" } }] }],
      grain: { control: "period" },
    };
    expect(referencesOf(schema, raw)).toEqual(["customers", "loyal", "vip"]);
  });

  test("follow a cell that is renamed, and keep what cannot be read as it is", () => {
    const raw = { from: "customers.average", by: { cell: "customers" }, level: "much", grain: { control: "customers" } };
    expect(renameIn(schema, raw, "customers", "people")).toEqual({
      from: "people.average",
      by: { cell: "people" },
      level: "much",
      grain: { control: "customers" },
    });
  });
});

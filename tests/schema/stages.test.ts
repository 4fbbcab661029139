import { describe, expect, test } from "vitest";
import type { Json } from "../../src/schema/json.ts";
import type { ParamSpec } from "../../src/schema/parameter.ts";
import { parameterType, resolveOne } from "../../src/schema/parameters.ts";
import { stagesNamed } from "../../src/schema/stages.ts";

const spec: ParamSpec = { type: "stages", of: "own", optional: true };
const read = (raw: Json) => resolveOne("stages", spec, raw);

describe("the stages parameter", () => {
  test("is empty where nothing is said", () => {
    expect(resolveOne("stages", spec, undefined)).toEqual([]);
  });

  test("keeps a rule's stage, conditions and states, and leaves out what says nothing", () => {
    const rule = { stage: "retention", where: [{ column: "event", is: "purchase" }], state: [{ of: "purchases", atLeast: 1 }] };
    expect(read([rule, { stage: " new ", state: [] }])).toEqual([rule, { stage: "new", where: [] }]);
  });

  test.each<[string, Json]>([
    ["no list", "retention"],
    ["no name", [{ where: [] }]],
    ["an unknown state", [{ stage: "x", state: [{ of: "mood", atLeast: 1 }] }]],
    ["a state without a bound", [{ stage: "x", state: [{ of: "events" }] }]],
    ["a bound that is no number", [{ stage: "x", state: [{ of: "events", atLeast: "1" }] }]],
  ])("refuses %s", (_, raw) => {
    expect(() => read(raw)).toThrow("stages");
  });

  test("follows the cells its conditions refer to", () => {
    const value = read([{ stage: "x", where: [{ in: { cell: "loyal" } }] }]) as never;
    const type = parameterType(spec);
    expect(type.references(value)).toEqual(["loyal"]);
    expect(type.references(type.rename(value, "loyal", "fans"))).toEqual(["fans"]);
  });
});

describe("stagesNamed(rules)", () => {
  test("orders the usual stages as a journey goes, and any others as the rules come", () => {
    const of = (...stages: string[]) => stagesNamed(stages.map((stage) => ({ stage, where: [] })));
    expect(of("advocacy", "purchase", "awareness", "purchase")).toEqual(["awareness", "purchase", "advocacy"]);
    expect(of("advocacy", "trial", "awareness")).toEqual(["advocacy", "trial", "awareness"]);
  });
});

describe("a choice or a flag that may be left out", () => {
  test("says nothing by default", () => {
    expect(resolveOne("way", { type: "choice", of: ["a", "b"], default: "a", optional: true }, undefined)).toBe(null);
    expect(resolveOne("cut", { type: "flag", default: false, optional: true }, undefined)).toBe(null);
  });
});

import { expect, test } from "vitest";
import type { Json } from "../../src/schema/json.ts";
import type { ParamSchema } from "../../src/schema/parameter.ts";
import { referencesOf, renameIn, resolve } from "../../src/schema/parameters.ts";
import { stepLabel } from "../../src/schema/steps.ts";

const schema = { steps: { type: "steps", of: "from" } } as const satisfies ParamSchema;
const event = (is: string) => [{ column: "event", is }];
const read = (steps: Json) => resolve(schema, { steps }).steps;

// Canonical forms by hand: names trimmed, empty exclusions and false left out, durations shortened.
test("steps are brought to one form", () => {
  const raw = [
    { where: event("a"), name: " Seen ", except: [], anchored: false },
    { within: "90 minute", where: event("b"), except: event("c"), anchored: true, note: 1 },
  ];
  const canonical = [
    { name: "Seen", where: event("a") },
    { where: event("b"), within: "90 minutes", except: event("c"), anchored: true },
  ];
  expect(read(raw)).toEqual(canonical);
  expect(read(canonical)).toEqual(canonical);
});

test.each<[Json, RegExp]>([
  [[{ where: [] }], /2 to 50 steps/],
  [Array.from({ length: 51 }, () => ({ where: [] })), /2 to 50 steps/],
  [[{ where: [] }, { where: [], within: "soon" }], /length of time/],
  [[{ where: [] }, { name: 3, where: [] }], /name is text/],
  [[{ where: [] }, { where: [], anchored: "yes" }], /anchored/],
  [[{ where: [] }, "buy"], /list of steps/],
  [[{ where: [] }, {}], /list of conditions/],
])("steps that are wrong are refused in words: %j", (raw, words) => {
  expect(() => read(raw)).toThrow(words);
});

test("steps refer to the cells whose customers they name, and follow them to another name", () => {
  const steps = [{ where: [{ in: { cell: "loyal" } }] }, { where: [], except: [{ in: { cell: "staff" } }] }, { where: [] }];
  expect(referencesOf(schema, { steps })).toEqual(["loyal", "staff"]);
  expect(JSON.stringify(renameIn(schema, { steps }, "staff", "crew"))).toContain('"crew"');
});

// By hand: the example of the docstring, and one label of each form.
test("a step is called by its name, its conditions in words, or its place", () => {
  expect(stepLabel({ where: event("add_to_cart") }, 1)).toBe("Add to cart");
  expect(stepLabel({ name: "Cart", where: event("add_to_cart") }, 1)).toBe("Cart");
  expect(
    stepLabel(
      {
        where: [
          { column: "event", in: ["buy", "order"] },
          { column: "value", atLeast: 10 },
        ],
      },
      1,
    ),
  ).toBe("Buy or order, value at least 10");
  expect(stepLabel({ where: [{ column: "device", is: "phone" }] }, 0)).toBe("Device phone");
  expect(stepLabel({ where: [] }, 0)).toBe("Any event");
  expect(stepLabel({ where: [{ any: event("a") }] }, 2)).toBe("Step 3");
});

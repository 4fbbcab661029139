import { expect, test } from "vitest";
import type { CellResult } from "../../../src/schema/result.ts";
import { plainResults, resultsOf } from "../../../src/share/page/plain-results.ts";

const result: CellResult = {
  tables: {
    main: {
      rows: 3,
      unit: "group",
      columns: [
        {
          name: "channel",
          type: "text",
          role: "dimension",
          values: Int32Array.of(0, -1, 1),
          dictionary: ["web", "app"],
          valid: Uint8Array.of(0b101),
        },
        {
          name: "rate",
          type: "number",
          role: "rate",
          unit: "%",
          values: Float64Array.of(0.1 + 0.2, Number.NaN, 1e-300),
          valid: Uint8Array.of(0b101),
        },
        { name: "customers", type: "integer", role: "customers", values: Int32Array.of(12, 40, 7) },
        { name: "late", type: "number", values: Float64Array.of(Infinity, -Infinity, 0) },
        { name: "app", type: "boolean", values: Uint8Array.of(1, 0, 1) },
      ],
    },
  },
  facts: [{ code: "f", text: "A fact.", values: { share: 0.25 }, holds: true }],
  warnings: [{ code: "w", text: "A warning." }],
  n: 59,
  counts: "customers",
  excluded: { "no customer": 3 },
  window: [0, 1],
  seed: 1,
};

test("results come back as they were, to the last bit of every number", () => {
  expect(resultsOf(plainResults({ comeback: result }))).toEqual(new Map([["comeback", result]]));
});

test.each([
  ["no JSON", "{"],
  ["no tables", '{"a":{"facts":[],"warnings":[],"excluded":{},"n":1}}'],
  [
    "a column shorter than its table",
    '{"a":{"tables":{"main":{"rows":2,"unit":"group","columns":[{"name":"x","type":"number","values":{"array":"Float64Array","of":[1]}}]}},"facts":[],"warnings":[],"excluded":{},"n":1}}',
  ],
  [
    "a code without a word",
    '{"a":{"tables":{"main":{"rows":1,"unit":"group","columns":[{"name":"x","type":"text","dictionary":[],"values":{"array":"Int32Array","of":[0]}}]}},"facts":[],"warnings":[],"excluded":{},"n":1}}',
  ],
  [
    "an array of a kind that is none",
    '{"a":{"tables":{"main":{"rows":1,"unit":"group","columns":[{"name":"x","type":"number","values":{"array":"Function","of":[1]}}]}},"facts":[],"warnings":[],"excluded":{},"n":1}}',
  ],
])("results with %s are called damaged", (_what, text) => {
  expect(() => resultsOf(new TextEncoder().encode(text))).toThrow("What the cells found is damaged in this page.");
});

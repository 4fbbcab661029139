import { expect, test } from "vitest";
import type { Catalogued } from "../../../src/cells/cell.ts";
import { keyOf } from "../../../src/notebook/scheduler/key.ts";
import type { Runnable } from "../../../src/notebook/scheduler/plan.ts";
import { defaultSettings } from "../../../src/schema/settings.ts";

const kind = { name: "reading", major: 1, title: "", question: "", icon: "", provides: "table", summary: "" } as const;
const runnable = (about: Catalogued["kind"], params = {}): Runnable =>
  ({ kind: { kind: about, params: {} }, params, inputs: {}, files: {} }) as unknown as Runnable;

test("keyOf(runnable, inputs, settings) changes with the settings a kind depends on, and with no other", () => {
  const careful = runnable({ ...kind, settings: ["timezone"] });
  const any = runnable(kind);
  const stricter = { ...defaultSettings, level: 0.99 };
  expect(keyOf(careful, {}, stricter)).toBe(keyOf(careful, {}, defaultSettings));
  expect(keyOf(any, {}, stricter)).not.toBe(keyOf(any, {}, defaultSettings));
  expect(keyOf(careful, {}, { ...defaultSettings, timezone: "Europe/Berlin" })).not.toBe(keyOf(careful, {}, defaultSettings));
});

test("keyOf(runnable, inputs, settings) changes with a parameter and with an input's key", () => {
  const key = keyOf(runnable(kind, { a: 1 }), { from: "x" }, defaultSettings);
  expect(keyOf(runnable(kind, { a: 2 }), { from: "x" }, defaultSettings)).not.toBe(key);
  expect(keyOf(runnable(kind, { a: 1 }), { from: "y" }, defaultSettings)).not.toBe(key);
});

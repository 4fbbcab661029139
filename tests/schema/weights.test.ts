import { expect, test } from "vitest";
import type { Json } from "../../src/schema/json.ts";
import { weights } from "../../src/schema/parameters/weights.ts";

const spec = { type: "weights", parts: ["first", "between", "last"], default: [0.4, 0.2, 0.4] } as const;

test("weights are one share per part, or the usual ones", () => {
  expect(weights.read([1, 0, 3], spec, "position")).toEqual([1, 0, 3]);
  expect(weights.fallback(spec)).toEqual([0.4, 0.2, 0.4]);
});

test.each<[Json]>([[[1, 2]], [[0, 0, 0]], [[1, -1, 1]], [["1", 1, 1]], ["40-20-40"]])("weights refuse %j and say what is needed", (raw) => {
  expect(() => weights.read(raw, spec, "position")).toThrow('"position" must be 3 shares, one for each of first, between, last.');
});

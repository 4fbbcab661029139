import { expect, test } from "vitest";
import { placeAt } from "../../../src/app/column/place-at.ts";

const spans = [
  { top: 0, bottom: 40 },
  { top: 60, bottom: 100 },
];

// By hand: the middles are at 20 and 80.
test.each([
  [-5, 0],
  [19, 0],
  [21, 1],
  [79, 1],
  [81, 2],
  [500, 2],
])("placeAt of a pointer at %d is gap %d", (y, gap) => {
  expect(placeAt(y, spans)).toBe(gap);
});

test("placeAt of nothing is the only gap there is", () => {
  expect(placeAt(10, [])).toBe(0);
});

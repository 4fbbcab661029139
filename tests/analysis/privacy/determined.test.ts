import { describe, expect, test } from "vitest";
import { determined } from "../../../src/analysis/privacy/determined.ts";

const equation = (coefficients: Record<number, number>) => new Map(Object.entries(coefficients).map(([unknown, value]) => [Number(unknown), value]));

describe("what equations determine", () => {
  test("two unknowns in one sum are free, and the same two in a difference as well are not", () => {
    expect(determined([equation({ 0: 1, 1: 1 })])).toEqual(new Set());
    // By hand: x + y and x − y give x and y.
    expect(determined([equation({ 0: 1, 1: 1 }), equation({ 0: 1, 1: -1 })])).toEqual(new Set([0, 1]));
  });

  test("a square of four hidden cells is free though every line has a total", () => {
    const square = [equation({ 0: 1, 1: 1 }), equation({ 2: 1, 3: 1 }), equation({ 0: 1, 2: 1 }), equation({ 1: 1, 3: 1 })];
    expect(determined(square)).toEqual(new Set());
  });

  test("the bridge between two squares is known, though every line lacks two cells or more", () => {
    // Cells as edges of a graph of lines: two squares and edge 8 from one to the other. By hand: summing one square's row totals and
    // taking its column totals away leaves the bridge.
    const lines = [
      [0, 1],
      [2, 3, 8],
      [0, 2],
      [1, 3],
      [4, 5],
      [6, 7],
      [4, 6, 8],
      [5, 7],
    ];
    const known = determined(lines.map((line) => equation(Object.fromEntries(line.map((cell) => [cell, 1])))));
    expect(known).toEqual(new Set([8]));
  });

  test("no equation determines nothing", () => {
    expect(determined([])).toEqual(new Set());
  });
});

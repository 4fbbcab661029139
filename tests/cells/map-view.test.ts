import { expect, test } from "vitest";
import { atlasOf, mostPoints } from "../../src/cells/map/atlas-figure.ts";
import { cellColour } from "../../src/cells/map/cells-figure.ts";
import { feelingText, points } from "../../src/cells/map/say.ts";
import { map, resolved, type Happening } from "./map-run.ts";

const rate = (value: number) => ({ rate: { value, lower: value - 0.01, upper: value + 0.01 } });

test("cellColour(cell, mean) claims nothing where the interval holds the mean, and deepens with the distance", () => {
  // Steps begin at 4 and at 14 points.
  expect(cellColour(rate(0.505), 0.5)).toBe("var(--div-mid)");
  expect(cellColour(rate(0.52), 0.5)).toBe("var(--div-mid)");
  expect(cellColour(rate(0.6), 0.5)).toBe("var(--div-pos-1)");
  expect(cellColour(rate(0.65), 0.5)).toBe("var(--div-pos-2)");
  expect(cellColour(rate(0.3), 0.5)).toBe("var(--div-neg-2)");
  expect(cellColour({ rate: null }, 0.5)).toBe("var(--div-mid)");
});

const met = (customer: string, channel: string, event: string, day: number): Happening => ({ customer, channel, event, day });

test("atlasOf(result) has touchpoints in the order of the journey, and the stay of a cell beside that of its stage", async () => {
  const params = { least: 2 };
  const happenings = ["a", "b", "c"].flatMap((name) => [
    met(name, "counter", "purchase", 2),
    met(name, "banner", "visit", 1),
    met(name, "shop", "cart", 1.5),
  ]);
  const atlas = atlasOf(await map(happenings, 90, params), resolved(params));
  expect(atlas.points.map(({ name }) => name)).toEqual(["banner", "shop", "counter"]);
  // By hand: nobody has a touch later than 30 days after the first.
  expect(atlas.cells.map(({ rate: stay }) => stay?.value)).toEqual([0, 0, 0]);
  expect(atlas.stages.map(({ mean }) => mean)).toEqual([0, 0, 0]);
  expect(atlas.cells.map(({ flag }) => flag)).toEqual([0, 0, 0]);
});

test("atlasOf(result) draws the largest touchpoints and says how many more there are", async () => {
  const happenings = Array.from({ length: 25 }, (_, place) =>
    Array.from({ length: place + 1 }, (_customer, who) => met(`c${who}`, `p${place}`, "visit", place + who / 100)),
  ).flat();
  const atlas = atlasOf(await map(happenings, 90), resolved({}));
  expect(atlas.points.length).toBe(mostPoints);
  expect(atlas.hidden).toBe(5);
  // By hand: p0 to p4 have the fewest customers.
  expect(atlas.points.map(({ name }) => name)).not.toContain("p4");
});

test("feelings and points are written with their signs", () => {
  expect([feelingText(0.311), feelingText(-0.18), feelingText(-0.001)]).toEqual(["+0.31", "−0.18", "0.00"]);
  expect(points({ lower: 0.05, upper: 0.11 })).toBe("5 to 11 points");
  expect(points({ lower: -0.09, upper: -0.012 })).toBe("1.2 to 9.0 points");
});

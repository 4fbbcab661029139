import { expect, test } from "vitest";
import { endLabels } from "../../src/figures/end-labels.ts";

const frame = { top: 0, bottom: 200, right: 500, height: 30 };
const line = (points: [number, number][], width = 100) => {
  const places = points.map(([x, y]) => ({ x, y }));
  return { ...places.at(-1)!, width, points: places };
};

test("endLabels(lines) names a line that ends early at its own end", () => {
  const early = line([
    [0, 20],
    [250, 40],
  ]);
  const late = line([
    [0, 150],
    [500, 180],
  ]);
  expect(endLabels([early, late], frame)).toEqual([
    { x: 260, y: 40, leader: false },
    { x: 510, y: 180, leader: false },
  ]);
});

test("endLabels(lines) leads to the column at the right where another line is in the way", () => {
  const early = line([
    [0, 100],
    [250, 100],
  ]);
  const late = line([
    [0, 150],
    [500, 60],
  ]);
  const [label] = endLabels([early, late], frame);
  expect(label).toEqual({ x: 510, y: 100, leader: true });
});

test("endLabels(lines) pushes apart labels that end together", () => {
  const lines = [100, 104, 108].map((y) =>
    line([
      [0, 50],
      [500, y],
    ]),
  );
  expect(endLabels(lines, frame).map((label) => label.y)).toEqual([74, 104, 134]);
});

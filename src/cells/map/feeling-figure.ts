import { counted } from "../../figures/formats/counted.ts";
import { shortened } from "../../figures/text-width.ts";
import { category, variable } from "../../figures/theme.ts";
import type { MapCell } from "./atlas-figure.ts";
import { feelingText, sourceWords } from "./say.ts";
import { cellPick, type Wall } from "./lane-figure.ts";

const height = 176;
const headroom = 56;
const footroom = 34;
/** A slot narrower than this has room for a value only, or for none. */
const roomForName = 54;
const roomForValue = 32;

interface Point {
  cell: MapCell;
  x: number;
  y: number;
  slot: number;
}

const colourOf = ({ lower, upper }: { lower: number; upper: number }): string =>
  lower > 0 ? variable("div-pos-2") : upper < 0 ? variable("div-neg-2") : variable("cat-10");

/** Runs of points with nothing missing between them: a stage without enough answers breaks the line. */
function runs(points: readonly Point[]): Point[][] {
  const found: Point[][] = [];
  for (const point of points) {
    const run = found.at(-1);
    const before = run?.at(-1);
    if (run === undefined || before === undefined || point.cell.stage - before.cell.stage > 1) found.push([point]);
    else run.push(point);
  }
  return found;
}

function labelPoint(wall: Wall, { cell, x, y, slot }: Point, above: boolean): void {
  const { say, atlas } = wall;
  const value = feelingText(cell.feeling!.value);
  const middle = { anchor: "middle", size: 11, halo: true } as const;
  if (slot < roomForValue) return;
  const isNamed = slot >= roomForName;
  const offset = above ? (isNamed ? -21 : -9) : isNamed ? 16 : 17;
  if (isNamed) say(shortened(atlas.points[cell.point]!.name, slot - 4, 11), x, y + offset, { ...middle, weight: 600, fill: variable("ink") });
  const text = slot >= roomForName + 30 ? `${value}, n ${cell.answered}` : value;
  say(text, x, y + offset + (isNamed ? 12 : 0), { ...middle, fill: variable("figure-muted") });
}

/** How customers felt at each touchpoint: means with intervals, joined where nothing is missing between them. */
export function feelingLane(wall: Wall, top: number): number {
  const { atlas, say, draw, line, left, column, width, mark, theme } = wall;
  if (atlas.source === null) return top;
  const bottom = top + height;
  const y = (feeling: number) => top + headroom + ((1 - feeling) / 2) * (height - headroom - footroom);
  say("Feeling", 0, top + 20, { weight: 600, fill: variable("ink") });
  say(shortened(sourceWords[atlas.source]!, wall.names - 12, 11), 0, top + 36, { size: 11, fill: variable("figure-muted") });
  for (const [value, words] of [
    [1, "good +1"],
    [0, "0"],
    [-1, "bad −1"],
  ] as const) {
    line(left(0) - 10, y(value), width, y(value), variable("figure-grid"));
    say(words, wall.names - 18, y(value) + 4, { size: 11, anchor: "end", fill: variable("figure-muted") });
  }
  const points: Point[] = [];
  atlas.stages.forEach((_, stage) => {
    const here = atlas.cells.filter((cell) => cell.stage === stage);
    const known = here.filter(({ feeling }) => feeling !== null).toSorted((a, b) => a.point - b.point);
    const slot = (column - 16) / Math.max(1, known.length);
    known.forEach((cell, at) => points.push({ cell, slot, x: left(stage) + slot * (at + 0.5), y: y(cell.feeling!.value) }));
    if (known.length > 0) return;
    const most = Math.max(0, ...here.map(({ answered }) => answered));
    say(most === 0 ? "no answers" : `n ${most}: too few`, left(stage) + (column - 16) / 2, y(0) - 6, {
      size: 11,
      anchor: "middle",
      italic: true,
      fill: variable("figure-muted"),
      halo: true,
    });
  });
  for (const run of runs(points)) {
    const upper = run.map(({ x, cell }) => `${x},${y(cell.feeling!.upper)}`);
    const lower = run.map(({ x, cell }) => `${x},${y(cell.feeling!.lower)}`).toReversed();
    if (run.length > 1) draw("path", { d: `M${[...upper, ...lower].join("L")}Z`, fill: category(0).fill, "fill-opacity": 0.16 });
    if (run.length > 1)
      draw("path", { d: `M${run.map(({ x, y: at }) => `${x},${at}`).join("L")}`, fill: "none", stroke: variable("ink-2"), "stroke-width": 1.75 });
  }
  points.forEach((point, at) => {
    const { cell, x } = point;
    const feeling = cell.feeling!;
    line(x, y(feeling.lower), x, y(feeling.upper), variable("ink-2"));
    const dot = draw("circle", { cx: x, cy: point.y, r: 4, fill: colourOf(feeling), stroke: variable("paper"), "stroke-width": 1.5 });
    const [stage, name] = [atlas.stages[cell.stage]!.name, atlas.points[cell.point]!.name];
    mark(dot, cellPick(stage, name), () => ({
      lead: `${name} · ${stage}: ${feelingText(feeling.value)}`,
      text: `(${feelingText(feeling.lower)} to ${feelingText(feeling.upper)})`,
      second: `${counted(cell.answered, "customer", theme.locale)} answered: ${sourceWords[atlas.source!]!}`,
    }));
    const neighbours = [points[at - 1], points[at + 1]].filter((other) => other !== undefined);
    const mean = neighbours.reduce((sum, other) => sum + other.y, 0) / Math.max(1, neighbours.length);
    labelPoint(wall, point, neighbours.length === 0 || point.y <= mean);
  });
  line(0, bottom, width, bottom, variable("figure-axis"));
  return bottom;
}

/** What the other sources say, one row each, stage by stage: never joined with the line, which is on another scale. */
export function otherFeelings(wall: Wall, top: number): number {
  const { atlas, say, draw, left, line, width, mark, theme } = wall;
  let y = top;
  for (const source of new Set(atlas.others.map((other) => other.source))) {
    say(`By ${sourceWords[source]!}`, 0, y + 20, { size: 11, fill: variable("figure-muted") });
    for (const { stage, feeling, customers, source: of } of atlas.others) {
      if (of !== source) continue;
      const dot = draw("circle", {
        cx: left(stage) + 5,
        cy: y + 16,
        r: 4,
        fill: colourOf(feeling),
        stroke: variable("figure-muted"),
        "stroke-width": 0.75,
      });
      const name = atlas.stages[stage]!.name;
      mark(dot, { table: "feelings", row: { stage: name, touchpoint: null, source } }, () => ({
        lead: `${name}: ${feelingText(feeling.value)}`,
        text: `(${feelingText(feeling.lower)} to ${feelingText(feeling.upper)})`,
        second: `${counted(customers, "customer", theme.locale)} answered: ${sourceWords[source]!}`,
      }));
      say(`${feelingText(feeling.value)}, n ${customers}`, left(stage) + 15, y + 20, { size: 11 });
    }
    y += 30;
    line(0, y, width, y, variable("figure-grid"));
  }
  return y;
}

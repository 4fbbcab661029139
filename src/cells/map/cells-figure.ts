import { compact } from "../../figures/formats/compact.ts";
import { counted } from "../../figures/formats/counted.ts";
import { money } from "../../figures/formats/money.ts";
import { percent, percentInterval } from "../../figures/formats/percent.ts";
import { span } from "../../figures/formats/span.ts";
import { shortened } from "../../figures/text-width.ts";
import { variable } from "../../figures/theme.ts";
import type { Tip } from "../../figures/tip.ts";
import type { MapCell } from "./atlas-figure.ts";
import { feelingText } from "./say.ts";
import { touchpointIcon } from "./touchpoint-icon-figure.ts";
import { cellPick, type Wall } from "./lane-figure.ts";

const rowHeight = 32;
const largest = 13;

/** From how many points from the stage's average a colour begins, and deepens. */
const steps = [0.04, 0.14] as const;

/** The colour of a cell: how its rate differs from the stage's, grey where the interval holds the average. */
export function cellColour({ rate }: Pick<MapCell, "rate">, mean: number | null): string {
  if (rate === null || mean === null || (rate.lower <= mean && rate.upper >= mean)) return variable("div-mid");
  const away = rate.value - mean;
  const step = Math.abs(away) < steps[0] ? 0 : Math.abs(away) < steps[1] ? 1 : 2;
  return variable(step === 0 ? "div-mid" : `div-${away < 0 ? "neg" : "pos"}-${step}`);
}

/** What a cell says when it is pointed at. */
function cellTip({ atlas, theme }: Wall, cell: MapCell): Tip {
  const { locale, currency } = theme;
  const stage = atlas.stages[cell.stage]!;
  const verb = atlas.shade === "conversion" ? `convert within ${atlas.within}` : `are seen again after ${atlas.within}`;
  const parts = [
    cell.rate === null ? null : `${percent(cell.rate.value, locale, 1)} ${percentInterval(cell.rate.lower, cell.rate.upper, locale)} ${verb}`,
    stage.mean === null ? null : `${percent(stage.mean, locale, 1)} in the stage`,
    cell.exit === null ? null : `${percent(cell.exit, locale, 1)} of touches the last`,
    cell.next === null ? null : `next touch after ${span(cell.next * 1000, locale)}`,
    cell.value === null ? null : `value ${money(cell.value, currency, locale)}`,
    cell.cost === null ? null : `cost ${money(cell.cost, currency, locale)}`,
    cell.feeling === null ? null : `feeling ${feelingText(cell.feeling.value)} (n ${cell.answered})`,
  ].filter((part) => part !== null);
  return {
    lead: `${atlas.points[cell.point]!.name} · ${stage.name}: ${counted(cell.customers, "customer", locale)}`,
    text: counted(cell.events, "touch", locale, "touches"),
    second: parts.join("; "),
  };
}

/** One touchpoint in a row, with its owner. */
function rowHead(wall: Wall, point: number, middle: number): void {
  const { atlas, say, put, names } = wall;
  const { name, owner } = atlas.points[point]!;
  const drawn = touchpointIcon(name);
  if (drawn !== null) {
    drawn.setAttribute("x", "0");
    drawn.setAttribute("y", String(middle - 7));
    drawn.setAttribute("color", variable("figure-muted"));
    put(drawn);
  }
  const room = names - 40;
  const label = say(shortened(name, room, 12), 22, owner === null ? middle + 4 : middle - 2, { fill: variable("ink") });
  label.append(document.createElementNS("http://www.w3.org/2000/svg", "title"));
  label.lastElementChild!.textContent = name;
  if (owner !== null) say(shortened(owner, room, 11), 22, middle + 11, { size: 11, fill: variable("figure-muted") });
}

function drawCell(wall: Wall, cell: MapCell, most: number, middle: number): void {
  const { atlas, theme, draw, say, left, mark, column, hatched } = wall;
  const { locale } = theme;
  const stage = atlas.stages[cell.stage]!;
  const x = left(cell.stage) + largest;
  const isFew = cell.known < atlas.least;
  const radius = Math.max(2.5, largest * Math.sqrt(cell.customers / most));
  const circle = draw("circle", {
    cx: x,
    cy: middle,
    r: radius,
    fill: isFew ? hatched : cellColour(cell, stage.mean),
    stroke: variable("figure-muted"),
    "stroke-width": 0.75,
  });
  mark(circle, cellPick(stage.name, atlas.points[cell.point]!.name), () => cellTip(wall, cell));
  const words = x + largest + 6;
  say(compact(cell.customers, locale, 10_000), words, middle - 2, { weight: 600, fill: variable("ink") });
  const verb = atlas.shade === "conversion" ? "convert" : "stay";
  const below = isFew || cell.rate === null ? "too few" : `${percent(cell.rate.value, locale)} ${verb}`;
  say(below, words, middle + 11, { size: 11, fill: variable("figure-muted"), ...(isFew ? { italic: true as const } : {}) });
  if (cell.flag === 0) return;
  const flagX = Math.min(words + 64, left(cell.stage) + column - 20);
  draw("circle", { cx: flagX, cy: middle, r: 8, fill: variable("ink") });
  say(String(cell.flag), flagX, middle + 4, { size: 11, weight: 600, anchor: "middle", fill: variable("paper") });
}

/** The grid: a circle per cell, as large as its customers are many. */
export function cellsLane(wall: Wall, top: number): number {
  const { atlas, left, say, line, width, theme } = wall;
  const most = Math.max(1, ...atlas.cells.map(({ customers }) => customers));
  const byPlace = new Map(atlas.cells.map((cell) => [cell.point * atlas.stages.length + cell.stage, cell]));
  let y = top;
  atlas.points.forEach((_, point) => {
    const middle = y + rowHeight / 2;
    rowHead(wall, point, middle);
    atlas.stages.forEach((_stage, stage) => {
      const cell = byPlace.get(point * atlas.stages.length + stage);
      if (cell === undefined) say("·", left(stage) + largest, middle + 4, { fill: variable("figure-muted"), anchor: "middle" });
      else drawCell(wall, cell, most, middle);
    });
    y += rowHeight;
    line(0, y, width, y, variable("figure-grid"));
  });
  if (atlas.hidden === 0) return y;
  say(`The ${atlas.points.length} largest; ${counted(atlas.hidden, "more touchpoint", theme.locale)} in the table.`, 0, y + 18, {
    size: 11,
    fill: variable("figure-muted"),
  });
  line(0, y + 28, width, y + 28, variable("figure-grid"));
  return y + 28;
}

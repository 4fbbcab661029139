import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { element, svgElement } from "../../figures/element.ts";
import { counted } from "../../figures/formats/counted.ts";
import { percent } from "../../figures/formats/percent.ts";
import { hatch } from "../../figures/hatch.ts";
import { scrolling } from "../../figures/scrolling.ts";
import { textWidth } from "../../figures/text-width.ts";
import { variable } from "../../figures/theme.ts";
import { attachTip, rowOf } from "../../figures/tip.ts";
import type { Pick } from "../../schema/pick.ts";
import { cellsLane } from "./cells-figure.ts";
import { feelingLane, otherFeelings } from "./feeling-figure.ts";
import { flowLane, headLane, timeLane } from "./flow-figure.ts";
import type { Atlas } from "./atlas-figure.ts";
import { pen } from "./pen-figure.ts";
import type { Wall } from "./lane-figure.ts";

const leastNames = 136;
const mostNames = 210;
const leastStage = 118;
/** Of the whole-map notes below. */
const margin = 2;

/** The map for the wall: stages across, touchpoints down, the feeling below. */
export function wallFigure(atlas: Atlas, theme: FigureTheme, { title, subtitle }: { title: string; subtitle: string }): Figure {
  const longest = atlas.points.reduce((most, { name, owner }) => Math.max(most, textWidth(name, 12), textWidth(owner ?? "", 11)), 0);
  const namesWidth = Math.min(mostNames, Math.max(leastNames, longest + 44));
  const column = Math.max(leastStage, (theme.width - namesWidth) / Math.max(1, atlas.stages.length));
  const width = namesWidth + column * atlas.stages.length;
  const alt = alternative(atlas, theme);
  const root = svgElement("svg", { class: "figure-plot figure-wall", width, role: "img", "aria-label": alt });
  const { pattern, fill } = hatch();
  root.append(pattern);
  const picks: Pick[] = [];
  const wall: Wall = {
    ...pen(root),
    atlas,
    theme,
    width,
    column,
    names: namesWidth,
    left: (stage) => namesWidth + stage * column,
    hatched: fill,
    mark(drawn, pick, tip) {
      attachTip(drawn, { row: picks.length, tip });
      picks.push(pick);
    },
  };
  const lanes = [headLane, flowLane, timeLane, cellsLane, feelingLane, otherFeelings];
  let top = 0;
  const body = lanes.map((lane) => (top = lane(wall, top)));
  for (let stage = 0; stage < atlas.stages.length; stage++)
    wall.line(wall.left(stage) - 10, body[0]!, wall.left(stage) - 10, top, variable("figure-grid"));
  const height = top + margin;
  root.setAttribute("height", String(height));
  root.setAttribute("viewBox", `0 0 ${width} ${height}`);
  return {
    element: element("div", "figure", width > theme.width ? scrolling(root, "The journey map. Arrow keys scroll it.") : root),
    title,
    subtitle,
    alt,
    drawn: atlas.main,
    legend: legend(atlas),
    picks: (mark) => picks[rowOf(mark) ?? -1] ?? null,
  };
}

/** What a screen reader says instead of the map. */
function alternative({ stages, points, cells }: Atlas, { locale }: FigureTheme): string {
  const reached = stages.map(
    ({ name, customers, reach }) => `${name} ${counted(customers, "customer", locale)}${reach === null ? "" : `, ${percent(reach, locale)}`}`,
  );
  const felt = cells.filter(({ feeling }) => feeling !== null).length;
  return `Journey map of ${counted(stages.length, "stage", locale)} and ${counted(points.length, "touchpoint", locale)}. ${reached.join("; ")}. Feeling is known at ${counted(felt, "place", locale)}.`;
}

/** The key below the map. */
function legend({ shade, least, cells }: Atlas): HTMLElement {
  const strip = svgElement("svg", { width: 5 * 20, height: 10, "aria-hidden": "true" });
  ["div-neg-2", "div-neg-1", "div-mid", "div-pos-1", "div-pos-2"].forEach((token, step) =>
    strip.append(svgElement("rect", { x: step * 20, width: 20, height: 10, fill: variable(token) })),
  );
  const small = svgElement("svg", { width: 14, height: 14, "aria-hidden": "true" });
  const own = hatch();
  small.append(own.pattern, svgElement("circle", { cx: 7, cy: 7, r: 6, fill: own.fill, stroke: variable("figure-muted") }));
  const disc = svgElement("svg", { width: 16, height: 16, "aria-hidden": "true" });
  disc.append(svgElement("circle", { cx: 8, cy: 8, r: 8, fill: variable("ink") }));
  const number = svgElement("text", { x: 8, y: 12, "text-anchor": "middle", fill: variable("paper"), "font-size": 11, "font-weight": 600 });
  number.textContent = "1";
  disc.append(number);
  const item = (picture: Element, words: string) => element("span", "figure-legend-item", picture, element("span", "", words));
  const verb = shade === "conversion" ? "convert" : "stay";
  return element(
    "div",
    "figure-legend",
    item(strip, `fewer … more ${verb} than on the stage’s average, by 4 and 14 points; grey where chance may explain it`),
    ...(cells.every(({ known }) => known >= least) ? [] : [item(small, `fewer than ${least} customers`)]),
    ...(cells.every(({ flag }) => flag === 0) ? [] : [item(disc, "opportunity, below")]),
  );
}

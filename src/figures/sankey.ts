import { svgElement } from "./element.ts";
import { sankeyLayout, stepGap, stepWidth, type SankeyBand, type SankeyStep } from "./sankey-layout.ts";
import { shortened, textWidth } from "./text-width.ts";
import { category, variable } from "./theme.ts";
import { attachTip, type Marked, type Tip } from "./tip.ts";

/** What a step or a band is: it decides its colour. */
export type FlowKind = "start" | "step" | "other" | "goal" | "left" | "active";

/** One step of a layer. Its count and share stand beside or below its name where there is room. */
export interface FlowStep extends SankeyStep {
  name: string;
  count: string;
  share: string;
  kind: FlowKind;
  tip: () => Tip;
}

export interface FlowBand extends SankeyBand, Marked {
  kind: FlowKind;
}

export interface SankeyOptions {
  label: string;
  width: number;
  /** The names of the layers, from left to right. */
  layers: readonly string[];
  steps: readonly FlowStep[];
  bands: readonly FlowBand[];
}

const head = 28;
const size = 12;
const gap = 6;

const paints: Record<FlowKind, { step: string; ink: string; band: string; opacity: number }> = {
  start: { step: category(0).ink, ink: variable("ink"), band: variable("cat-10"), opacity: 0.28 },
  step: { step: variable("ink-2"), ink: variable("ink"), band: variable("cat-10"), opacity: 0.28 },
  other: { step: variable("figure-muted"), ink: variable("figure-text"), band: variable("cat-10"), opacity: 0.28 },
  goal: { step: category(0).ink, ink: category(0).ink, band: category(0).ink, opacity: 0.42 },
  left: { step: variable("cat-10"), ink: variable("figure-text"), band: variable("cat-10"), opacity: 0.16 },
  active: { step: variable("cat-10"), ink: variable("figure-text"), band: variable("cat-10"), opacity: 0.16 },
};

function words(x: number, y: number, text: string, ink: string, weight: number): SVGTextElement {
  const made = svgElement("text", {
    x,
    y,
    fill: ink,
    "font-weight": weight,
    "font-size": size,
    "paint-order": "stroke",
    stroke: variable("paper"),
    "stroke-width": 4,
    "stroke-linejoin": "round",
    "pointer-events": "none",
  });
  made.textContent = text;
  return made;
}

/** Name and numbers right of a step: one below the other where the step is tall, else in one line, the name first of all. */
function labels({ name, count, share, kind }: FlowStep, x: number, [top, bottom]: readonly [number, number], room: number): SVGElement[] {
  const { ink } = paints[kind];
  const middle = (top + bottom) / 2;
  const fits = (text: string) => textWidth(text, size) <= room;
  const numbers = fits(`${count} · ${share}`) ? `${count} · ${share}` : count;
  if (bottom - top >= 2 * stepGap && fits(numbers))
    return [words(x, middle - 3, shortened(name, room, size), ink, 600), words(x, middle + 12, numbers, variable("figure-text"), 400)];
  const made = words(x, middle + 4, shortened(name, room, size), ink, 600);
  const beside = [`${count} · ${share}`, count].find((text) => textWidth(`${name} ${text}`, size) + gap <= room);
  if (beside === undefined) return [made];
  const number = svgElement("tspan", { dx: gap, "font-weight": 400, fill: variable("figure-text") });
  number.textContent = beside;
  made.append(number);
  return [made];
}

/**
 * Draws a flow through layers: a bar per step, a band per link as wide as its number, and a name beside every step that no other name touches.
 */
export function sankeyFigure({ label, width, layers, steps, bands }: SankeyOptions): SVGSVGElement {
  const counts = layers.map((_, layer) => steps.filter((step) => step.layer === layer).length);
  const reach = width / layers.length;
  const height = Math.max(260, Math.max(1, ...counts) * stepGap + 140);
  const { steps: places, bands: ways } = sankeyLayout(steps, bands, [reach * (layers.length - 1) + stepWidth, height]);
  const total = head + height + gap;
  const drawing = svgElement("svg", {
    class: "figure-plot",
    width,
    height: total,
    viewBox: `0 0 ${width} ${total}`,
    role: "img",
    "aria-label": label,
  });
  layers.forEach((name, layer) => {
    const text = svgElement("text", { x: layer * reach, y: 11, "font-size": 11, fill: variable("figure-muted") });
    text.textContent = shortened(name, reach - gap, 11);
    drawing.append(text);
  });
  const marks = svgElement("g", { transform: `translate(0 ${head})` });
  bands.forEach((band, at) => {
    const { x1, y1, x2, y2, width: thickness } = ways[at]!;
    const { band: stroke, opacity } = paints[band.kind];
    const middle = (x1 + x2) / 2;
    const path = svgElement("path", {
      d: `M${x1},${y1}C${middle},${y1} ${middle},${y2} ${x2},${y2}`,
      fill: "none",
      stroke,
      "stroke-opacity": opacity,
      "stroke-width": Math.max(1, thickness),
    });
    attachTip(path, band);
    marks.append(path);
  });
  steps.forEach((step, at) => {
    const { x, top, bottom } = places[at]!;
    const bar = svgElement("rect", { x, y: top, width: stepWidth, height: Math.max(1.5, bottom - top), fill: paints[step.kind].step });
    attachTip(bar, { row: -1 - at, tip: step.tip });
    marks.append(bar);
  });
  steps.forEach((step, at) => {
    const { x, top, bottom } = places[at]!;
    marks.append(...labels(step, x + stepWidth + gap, [top, bottom], reach - stepWidth - 2 * gap));
  });
  drawing.append(marks);
  return drawing;
}

import { svgElement } from "../../figures/element.ts";
import type { FigureTheme } from "../../figures/figure.ts";
import { counted } from "../../figures/formats/counted.ts";
import { date, dateRange, moment } from "../../figures/formats/date.ts";
import { span } from "../../figures/formats/span.ts";
import { shortened, textWidth } from "../../figures/text-width.ts";
import { category, variable, type Paint } from "../../figures/theme.ts";
import { timeTicks } from "../../figures/time-ticks.ts";
import { attachTip } from "../../figures/tip.ts";
import { timeAxis, type TimeAxis } from "./axis-figure.ts";
import { clusters, labels } from "./lane-figure.ts";
import { amountsSaid, channelsSaid, eventsSaid, type Happening } from "./read-figure.ts";

const lineHeight = 15;
const top = 22;
const margin = 12;
/** Room right of the last mark, so that its words fit. */
const tail = 96;
/** Px below which a stage is not drawn. */
const narrowest = 3;
/** The colour stages begin with, so that they are not taken for the first sources. */
const firstStage = 3;

const text = (words: string, attributes: Record<string, string | number>): SVGTextElement => {
  const made = svgElement("text", { "font-size": 11.5, fill: variable("figure-text"), ...attributes });
  made.textContent = words;
  return made;
};

/** The colour of a stage, pale as the band is. */
export function stagePaint(stages: readonly string[], stage: string): Paint {
  const { fill, ink } = category(stages.indexOf(stage) + firstStage);
  return { fill: `color-mix(in srgb, ${fill} 16%, ${variable("paper")})`, ink };
}

/** Stretches of one stage: an event without one leaves the customer in the last. */
function stretches(events: readonly Happening[]): { stage: string; from: number; to: number }[] {
  const found: { stage: string; from: number; to: number }[] = [];
  for (const { stage, time } of events) {
    const last = found.at(-1);
    if (last !== undefined) last.to = time;
    if (stage !== null && stage !== last?.stage) found.push({ stage, from: time, to: time });
  }
  return found;
}

/** Stretches in px: those too narrow to be seen are left out, and what they parted becomes one. */
function visible(events: readonly Happening[], axis: TimeAxis): { stage: string; x1: number; x2: number }[] {
  const found: { stage: string; x1: number; x2: number }[] = [];
  for (const { stage, from, to } of stretches(events)) {
    const [x1, x2] = [axis.toX(from) - margin / 2, axis.toX(to) - margin / 2];
    const last = found.at(-1);
    if (last !== undefined && (x2 - x1 < narrowest || last.stage === stage)) last.x2 = x2;
    else found.push({ stage, x1, x2 });
  }
  const last = found.at(-1);
  if (last !== undefined) last.x2 += tail / 2;
  return found;
}

/** The stages behind the lanes, each named where it is wide enough. */
function bands(events: readonly Happening[], stages: readonly string[], axis: TimeAxis, bottom: number): SVGElement[] {
  return visible(events, axis).flatMap(({ stage, x1, x2 }) => {
    const band = svgElement("rect", {
      x: x1,
      y: 0,
      width: x2 - x1,
      height: bottom,
      fill: stagePaint(stages, stage).fill,
    });
    const title = svgElement("title", {});
    title.textContent = stage;
    band.append(title);
    return x2 - x1 < 36 ? [band] : [band, text(shortened(stage, x2 - x1 - 8, 11), { x: x1 + 4, y: 14, "font-size": 11, fill: variable("ink-2") })];
  });
}

/** The days below the lanes, what was cut out between them, and each session of several events as a bar. */
function foot(events: readonly Happening[], axis: TimeAxis, y: number, { locale, timezone }: FigureTheme): SVGElement[] {
  const local = (ms: number) => Date.parse(`${moment(ms, timezone).replace(" ", "T")}Z`);
  const ends = new Map<number, [number, number]>();
  for (const { session, time } of events) if (session !== null) ends.set(session, [ends.get(session)?.[0] ?? time, time]);
  const sessions = [...ends.values()]
    .filter(([from, to]) => to > from)
    .map(([from, to]) => {
      const x = axis.toX(from);
      return svgElement("rect", { x: x - 1, y: y - 2, width: Math.max(2, axis.toX(to) - x + 2), height: 4, rx: 1, fill: variable("ink-3") });
    });
  const taken: [number, number][] = [];
  const named = (words: string, x: number, anchor: "start" | "middle"): SVGElement[] => {
    const width = textWidth(words, 11) + 8;
    const left = anchor === "start" ? x : x - width / 2;
    if (taken.some(([from, to]) => left < to && left + width > from)) return [];
    taken.push([left, left + width]);
    return [text(words, { x, y: y + 20, "text-anchor": anchor, "font-size": 11, fill: variable("figure-muted") })];
  };
  const days = axis.runs.flatMap(({ from, to, x1, x2 }) => {
    const first = named(date(moment(from, timezone), locale), x1, "start");
    const ticks = x2 - x1 < 120 ? [] : timeTicks(local(from), local(to), x2 - x1, locale);
    return [...first, ...ticks.flatMap(({ at, text: words }) => named(words, axis.toX(at - (local(from) - from)), "middle"))];
  });
  let end = -Infinity;
  const breaks = axis.breaks.flatMap(({ x1, x2, ms }) => {
    const middle = (x1 + x2) / 2;
    const half = textWidth(span(ms, locale), 11) / 2;
    const centre = Math.max(middle, end + half + 8);
    end = centre + half;
    const slash = (x: number) => svgElement("path", { d: `M${x - 3} ${y + 5}L${x + 3} ${y - 5}`, stroke: variable("ink-3"), "stroke-width": 1.25 });
    const words = text(span(ms, locale), {
      x: centre,
      y: y + 34,
      "text-anchor": "middle",
      "font-size": 11,
      "font-style": "italic",
      fill: variable("figure-muted"),
    });
    return [slash(middle - 3), slash(middle + 3), words];
  });
  const lines = axis.runs.map(({ x1, x2 }) => svgElement("path", { d: `M${x1} ${y}H${Math.max(x2, x1 + 1)}`, stroke: variable("rule") }));
  return [...lines, ...sessions, ...days, ...breaks];
}

/** Every stage and source there is, in order: what their colours go by, the same for all customers. */
export interface Known {
  stages: readonly string[];
  sources: readonly string[];
}

/** What the drawing leaves for words: marks without a name, and pauses that are cut. */
export interface Left {
  unnamed: number;
  breaks: number;
}

/**
 * A lane for each source, its events in their places with their names, on one axis of time. A mark's area is what was paid; a hollow one was
 * paid back.
 */
export function lanes(
  events: readonly Happening[],
  { stages, sources: known }: Known,
  label: string,
  theme: FigureTheme,
): { drawing: SVGSVGElement } & Left {
  const { width, locale, timezone } = theme;
  const sources = known.filter((source) => events.some((found) => found.source === source));
  const left = Math.min(150, Math.max(60, ...sources.map((name) => textWidth(name, 12)))) + 20;
  const axis = timeAxis([...new Set(events.map(({ time }) => time))], left + margin, width - tail);
  const greatest = Math.max(1e-9, ...events.map(({ value }) => Math.abs(value ?? 0)));
  const radius = (value: number) => 4 + 7 * Math.sqrt(Math.abs(value) / greatest);
  const parts: SVGElement[] = [];
  let unnamed = 0;
  let y = top;
  for (const source of sources) {
    const own = events.filter((found) => found.source === source);
    const marks = clusters(own.map(({ time }, row) => ({ row, x: axis.toX(time) }))).map(({ x, rows }) => {
      const some = rows.map((row) => own[row]!);
      const amounts = amountsSaid(some, theme);
      return { x, some, amounts, text: [eventsSaid(some, 2), amounts].filter((words) => words !== "").join(", ") };
    });
    const names = labels(marks, width);
    const levels = Math.max(0, ...names.map(({ level }) => (level ?? -1) + 1));
    const base = y + levels * lineHeight + 18;
    const paint = category(known.indexOf(source));
    const title = text(shortened(source, left - 20, 12), { x: 0, y: base + 4, "font-size": 12, "font-weight": 600 });
    const count = text(counted(own.length, "event", locale), { x: 0, y: base + 18, "font-size": 11, fill: variable("figure-muted") });
    parts.push(svgElement("path", { d: `M${left} ${base}H${width}`, stroke: variable("figure-grid") }), title, count);
    for (const [at, { x }] of marks.entries()) {
      const { level } = names[at]!;
      if (level === null) unnamed++;
      if (level !== null && level > 0)
        parts.push(svgElement("path", { d: `M${x} ${base}V${base - 21 - level * lineHeight}`, stroke: variable("ink-3"), "stroke-width": 0.75 }));
    }
    for (const [at, { x, some, amounts }] of marks.entries()) {
      const value = some.reduce((sum, found) => sum + (found.value ?? 0), 0);
      const isBack = value < 0;
      const circle = svgElement("circle", {
        cx: x,
        cy: base,
        r: radius(value),
        fill: isBack ? variable("paper") : paint.fill,
        stroke: isBack ? paint.fill : variable("paper"),
        "stroke-width": isBack ? 2 : 1,
      });
      const [first, last] = [moment(some[0]!.time, timezone), moment(some.at(-1)!.time, timezone)];
      const day = first.slice(0, 10) === last.slice(0, 10) ? `${date(first, locale)}, ${first.slice(11, 16)}` : dateRange(first, last, locale);
      attachTip(circle, {
        row: some[0]!.row,
        tip: () => ({
          lead: eventsSaid(some, 6),
          text: amounts,
          second: [day, channelsSaid(some, locale), some[0]!.stage].filter((words) => words !== null).join(", "),
        }),
      });
      parts.push(circle);
      const { level, text: words } = names[at]!;
      if (level !== null) parts.push(text(words, { x: x + (level > 0 ? 3 : -3), y: base - 15 - level * lineHeight }));
    }
    y = base + 26;
  }
  const height = y + 8;
  const drawing = svgElement("svg", {
    class: "figure-plot",
    viewBox: `0 0 ${width} ${height + 38}`,
    width,
    height: height + 38,
    role: "img",
    "aria-label": label,
  });
  drawing.append(...bands(events, stages, axis, height - 8), ...parts, ...foot(events, axis, height, theme));
  return { drawing, unnamed, breaks: axis.breaks.length };
}

import * as Plot from "@observablehq/plot";
import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { counted } from "../../figures/formats/counted.ts";
import { number } from "../../figures/formats/number.ts";
import { percent, percentInterval } from "../../figures/formats/percent.ts";
import { span } from "../../figures/formats/span.ts";
import { hatch } from "../../figures/hatch.ts";
import { plot, withTips } from "../../figures/plot.ts";
import { numbers, texts } from "../../figures/read.ts";
import { shortened, textWidth } from "../../figures/text-width.ts";
import { category, variable } from "../../figures/theme.ts";
import { rowOf } from "../../figures/tip.ts";
import type { Table } from "../../schema/table.ts";

const rowHeight = 44;
const headHeight = 24;
const mostGroups = 8;

/** One bar: a step of a group, and where it stands. */
interface Step {
  row: number;
  place: number;
  label: string;
  count: number;
  before: number;
  rate: number | null;
  lower: number | null;
  upper: number | null;
  onward: number | null;
  dropped: number;
  median: number | null;
  isLast: boolean;
  isWorst: boolean;
}

function stepsOf(table: Table): { group: string | null; steps: Step[] }[] {
  const of = (name: string) => numbers(table, name);
  const [step, customers, entries, rate, lower, upper, onward, dropped, median] = [
    of("step"),
    of("customers"),
    of("entries"),
    of("rate_total"),
    of("rate_total_lower"),
    of("rate_total_upper"),
    of("rate_step"),
    of("dropped"),
    of("median_seconds"),
  ];
  const labels = texts(table, "label");
  const group = texts(table, "group");
  const found = new Map<string | null, Step[]>();
  for (let row = 0; row < table.rows; row++) {
    const steps = found.get(group[row]!) ?? [];
    found.set(group[row]!, steps);
    const count = entries[row] ?? customers[row] ?? 0;
    steps.push({
      row,
      place: step[row]! - 1,
      label: labels[row]!,
      count,
      before: steps.at(-1)?.count ?? count,
      rate: rate[row]!,
      lower: lower[row]!,
      upper: upper[row]!,
      onward: onward[row]!,
      dropped: dropped[row] ?? 0,
      median: median[row]!,
      isLast: false,
      isWorst: false,
    });
  }
  for (const steps of found.values()) {
    steps.at(-1)!.isLast = true;
    const worst = steps.slice(1).reduce<Step | null>((most, one) => (one.dropped > (most?.dropped ?? 0) ? one : most), null);
    if (worst !== null) worst.isWorst = true;
  }
  return [...found].map(([name, steps]) => ({ group: name, steps }));
}

function panel(steps: readonly Step[], label: string, most: number, noun: string, theme: FigureTheme): SVGSVGElement {
  const { width, locale } = theme;
  const isNarrow = width < 620;
  const named = (step: Step) => `${step.place + 1}  ${step.label}`;
  const names = Math.min(width * 0.3, Math.max(...steps.map((step) => textWidth(named(step), 13)), 90) + 16);
  const columns = isNarrow ? [0, 76] : [0, 140, 220];
  const reach = Math.max(40, width - names - columns.at(-1)! - 96);
  const toX = (count: number) => names + (count / most) * reach;
  const right = (column: number) => width - columns[column]!;
  const middle = (step: Step) => headHeight + (step.place + 0.5) * rowHeight;
  const lost = hatch();
  const height = headHeight + steps.length * rowHeight;
  const later = steps.filter(({ place }) => place > 0);
  const interval = (step: Step) => (step.lower === null || step.upper === null ? "" : percentInterval(step.lower, step.upper, locale, 1));
  const marked = steps.map((step) => ({
    ...step,
    tip: () => ({
      lead: `${step.label} ${step.rate === null ? "" : percent(step.rate, locale, 1)}`,
      text: interval(step),
      second: `${counted(step.count, noun, locale)}${step.place === 0 ? "" : `, ${number(step.dropped, locale)} lost before it`}`,
    }),
  }));
  const head = [
    { text: `${noun}s`, x: right(columns.length - 1) },
    ...(isNarrow ? [] : [{ text: "of the first", x: right(1) }]),
    { text: "lost here", x: right(0) },
  ];
  const lossText = (step: Step) =>
    step.before === 0 ? "" : `−${number(step.dropped, locale)}${step.onward === null ? "" : ` (${percent(1 - step.onward, locale)})`}`;
  const end = { textAnchor: "end", y: middle } as const;
  const whiskers = later.filter(({ lower, upper }) => lower !== null && upper !== null);
  return plot({
    label,
    width,
    height,
    x: { type: "linear", domain: [0, width], range: [0, width], axis: null },
    y: { type: "linear", domain: [0, height], range: [0, height], axis: null },
    marks: [
      () => lost.pattern,
      Plot.text(head, { x: "x", y: () => 10, text: "text", textAnchor: "end", fill: variable("figure-muted"), fontSize: 11.5 }),
      Plot.text(steps, {
        x: 0,
        y: (step: Step) => middle(step) - (step.median === null ? 0 : 7),
        text: (step: Step) => shortened(named(step), names - 12, 13),
        textAnchor: "start",
        fill: variable("ink"),
        fontSize: 13,
      }),
      Plot.text(
        later.filter(({ median }) => median !== null),
        {
          x: 0,
          y: (step: Step) => middle(step) + 9,
          dx: textWidth("1  ", 13),
          text: (step: Step) => `median ${span(step.median! * 1000, locale)}`,
          textAnchor: "start",
          fill: variable("figure-muted"),
          fontSize: 11,
        },
      ),
      Plot.rect(later, {
        x1: (step: Step) => toX(step.count),
        x2: (step: Step) => toX(step.before),
        y1: (step: Step) => middle(step) - 13,
        y2: (step: Step) => middle(step) + 13,
        fill: lost.fill,
      }),
      Plot.rect(marked, {
        x1: names,
        x2: (step: Step) => Math.max(names + 1, toX(step.count)),
        y1: (step: Step) => middle(step) - 13,
        y2: (step: Step) => middle(step) + 13,
        fill: category(0).fill,
        fillOpacity: (step: Step) => (step.isLast ? 1 : 0.55),
        rx: 1,
        ...withTips(marked),
      }),
      Plot.link(whiskers, {
        x1: (step: Step) => toX(step.lower! * steps[0]!.count),
        x2: (step: Step) => toX(step.upper! * steps[0]!.count),
        y1: middle,
        y2: middle,
        stroke: variable("ink-2"),
        strokeWidth: 1.25,
      }),
      Plot.text(steps, {
        ...end,
        x: () => right(columns.length - 1),
        text: (step: Step) => number(step.count, locale),
        fill: variable("ink"),
        fontWeight: 600,
        fontSize: 13,
      }),
      isNarrow
        ? null
        : Plot.text(steps, {
            ...end,
            x: () => right(1),
            text: (step: Step) => (step.rate === null ? "" : percent(step.rate, locale, 1)),
            fill: variable("figure-muted"),
          }),
      [true, false].map((isWorst) =>
        Plot.text(
          later.filter((step) => step.isWorst === isWorst),
          {
            ...end,
            x: () => right(0),
            text: lossText,
            fill: isWorst ? category(2).ink : variable("figure-muted"),
            fontWeight: isWorst ? 600 : 400,
          },
        ),
      ),
    ],
  });
}

/** Draws a bar per step, what is lost hatched behind it; the groups one below the other on one scale. */
export function stepsFigure(table: Table, theme: FigureTheme, about: { title: string; subtitle: string; noun: string }): Figure {
  const { locale } = theme;
  const all = stepsOf(table).sort((left, right) => right.steps[0]!.count - left.steps[0]!.count);
  const shown = all.slice(0, mostGroups);
  const most = Math.max(1, ...shown.flatMap(({ steps }) => steps.map(({ count }) => count)));
  const told = (steps: readonly Step[]) =>
    steps.map((step) => `${step.label} ${number(step.count, locale)}${step.rate === null ? "" : ` (${percent(step.rate, locale, 1)})`}`).join(", ");
  const alt = shown.map(({ group, steps }) => `${group === null ? "" : `${group}: `}${told(steps)}`).join(". ");
  const rest = all.slice(mostGroups).map(({ group }) => group);
  const panels = shown.map(({ group, steps }) => {
    const picture = panel(steps, `${group === null ? "" : `${group}: `}${told(steps)}`, most, about.noun, theme);
    return group === null ? picture : element("div", "", element("p", "figure-note", group), picture);
  });
  return {
    element: element(
      "div",
      "figure",
      ...panels,
      rest.length === 0 ? null : element("p", "figure-note", `and ${rest.length} more in the table: ${rest.join(", ")}`),
    ),
    title: about.title,
    subtitle: about.subtitle,
    alt,
    drawn: table,
    picks(mark) {
      const row = rowOf(mark);
      if (row === null) return null;
      const group = texts(table, "group")[row]!;
      const key = { step: numbers(table, "step")[row]!, label: texts(table, "label")[row]! };
      return { table: "main", row: group === null ? key : { ...key, group } };
    },
  };
}

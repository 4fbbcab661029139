import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { message } from "../../figures/message.ts";
import { rampLegend } from "../../figures/ramp-legend.ts";
import { swatchLegend } from "../../figures/swatch-legend.ts";
import type { CellResult } from "../../schema/result.ts";
import { categoriesPanel } from "./categories-figure.ts";
import { continuousPanel, stepOf } from "./continuous-figure.ts";
import { tickText } from "./formats-figure.ts";
import { heatExtent, heatPanel, heatPlaces } from "./heat-figure.ts";
import { drawnChart, nameOf, numberOf, type DrawnChart, type DrawnMark } from "./marks-figure.ts";
import { kind, type ChartParams } from "./params.ts";
import { stacked } from "./stack-figure.ts";
import { valueScale, type ValueScale } from "./value-scale-figure.ts";
import { altOf, facetName, subtitleOf, titleOf } from "./words-figure.ts";

interface Panel {
  name: string;
  marks: DrawnMark[];
}

function panelsOf(chart: DrawnChart, theme: FigureTheme): Panel[] {
  const panels = new Map<string, Panel>();
  for (const mark of chart.marks) {
    const name = facetName(chart, mark.values, theme);
    const panel = panels.get(name) ?? { name, marks: [] };
    panels.set(name, panel);
    panel.marks.push(mark);
  }
  return [...panels.values()];
}

function scaleOf(chart: DrawnChart, panels: readonly Panel[], params: ChartParams): ValueScale {
  const isLog = params.scale === "log";
  const stacks =
    (chart.mark === "bar" || chart.mark === "area" || chart.mark === "histogram") && !(params.stack === "beside" && chart.mark !== "area") && !isLog;
  const colours = chart.series.map(({ name }) => name);
  const values = stacks
    ? panels.flatMap(({ marks }) =>
        stacked(
          marks,
          colours,
          (mark) => (chart.axis === "words" ? nameOf(mark.values["x"] ?? null) : mark.place),
          params.stack === "share" && colours.length > 1,
        ).flatMap(({ low, high }) => [low, high]),
      )
    : chart.marks.flatMap((mark) => (chart.mark === "box" ? ["low", "high"] : ["y"]).flatMap((channel) => numberOf(mark, channel) ?? []));
  const bounds =
    stacks && colours.length > 1 ? [] : chart.marks.flatMap((mark) => ["lower", "upper"].flatMap((channel) => numberOf(mark, channel) ?? []));
  const fromZero =
    chart.mark === "bar" ||
    chart.mark === "area" ||
    chart.mark === "histogram" ||
    chart.mark === "rule" ||
    (chart.mark === "line" && values.every((value) => value >= 0));
  return valueScale([...values, ...bounds], { fromZero, isLog, most: chart.axis === "words" ? 6 : 5 });
}

function spanOf(chart: DrawnChart): [number, number] {
  const places = chart.marks.map(({ place }) => place).filter(Number.isFinite);
  const ends = chart.marks.flatMap((mark) => numberOf(mark, "x_to") ?? []);
  const [least, greatest] = [...places, ...ends].reduce(([low, high], place) => [Math.min(low, place), Math.max(high, place)], [
    Infinity,
    -Infinity,
  ] as [number, number]);
  if (least === greatest && chart.mark !== "bar") return [least - stepOf(chart, chart.marks), greatest + stepOf(chart, chart.marks)];
  if (chart.mark !== "bar") return chart.mark === "dot" && chart.axis === "numbers" ? withAir(least, greatest) : [least, greatest];
  const step = stepOf(chart, chart.marks);
  return chart.channels.get("x")?.grain === null ? [least - step / 2, greatest + step / 2] : [least, greatest + step];
}

const withAir = (least: number, greatest: number): [number, number] => {
  const air = (greatest - least || Math.abs(greatest) || 1) * 0.02;
  return [least - air, greatest + air];
};

/** The drawn picture: one panel, or a panel for each facet with its name above, all on the same scales. */
function drawing(chart: DrawnChart, params: ChartParams, theme: FigureTheme, alt: string): Element[] {
  const panels = panelsOf(chart, theme);
  const isAlone = panels.length === 1;
  const width = isAlone ? theme.width : Math.max(280, Math.floor((theme.width - 32) / 2));
  const draw = drawPanel(chart, panels, params, theme, width);
  return panels.map(({ name, marks }) => {
    const label = isAlone ? alt : `${name}. ${altOf({ ...chart, marks }, theme)}`;
    const picture = draw(marks, label);
    return isAlone ? picture : element("div", "", element("p", "figure-caption", element("b", "", name)), picture);
  });
}

function drawPanel(
  chart: DrawnChart,
  panels: readonly Panel[],
  params: ChartParams,
  theme: FigureTheme,
  width: number,
): (marks: DrawnMark[], label: string) => Element {
  if (chart.mark === "heat") {
    const places = { columns: heatPlaces(chart, "x", theme), lines: heatPlaces(chart, "y", theme), extent: heatExtent(chart) };
    return (marks, label) => heatPanel(chart, marks, places, { width, label, theme });
  }
  const scale = scaleOf(chart, panels, params);
  if (chart.axis === "words" || chart.mark === "box") {
    const names = [...new Set(chart.marks.map((mark) => nameOf(mark.values["x"] ?? null)))];
    return (marks, label) => categoriesPanel({ chart, marks, names, scale, stack: params.stack, width, label, theme });
  }
  const span = spanOf(chart);
  const named = labelsFit(chart, panels.length === 1);
  return (marks, label) => continuousPanel({ chart, marks, span, scale, stack: params.stack, width, label, named, theme });
}

/** Whether colours are named at the ends of their lines, so that no legend is needed. */
function labelsFit(chart: DrawnChart, isAlone: boolean): boolean {
  return isAlone && chart.axis !== "words" && (chart.mark === "line" || chart.mark === "area") && chart.series.length > 1;
}

function legendOf(chart: DrawnChart, panels: number, theme: FigureTheme): HTMLElement | null {
  if (chart.mark === "heat") {
    const [least, greatest] = heatExtent(chart);
    const { column } = chart.channels.get("colour")!;
    return rampLegend({ least: tickText(least, false, column, theme), greatest: tickText(greatest, true, column, theme), hatched: null });
  }
  return chart.series.length > 1 && !labelsFit(chart, panels === 1) ? swatchLegend(chart.series) : null;
}

/** A table's picture: its marks by the channels chosen or guessed, one figure with a panel for each facet. */
export function view(result: CellResult, params: ChartParams, theme: FigureTheme): Figure[] {
  const chart = drawnChart(result, theme);
  if (chart === null) {
    const words =
      Object.keys(result.excluded).length === 0 ? "The table has no rows." : `No row can be drawn: ${Object.keys(result.excluded).join(", ")}.`;
    const empty = { rows: 0, unit: "event" as const, columns: [] };
    const title = params.title ?? kind.question;
    return [
      {
        title,
        subtitle: "",
        alt: words,
        drawn: result.tables["main"] ?? empty,
        element: element("div", "figure", message(words, "Choose other columns, or another table.")),
      },
    ];
  }
  const alt = altOf(chart, theme);
  const title = titleOf(result, params, chart, theme);
  const pictures = drawing(chart, params, theme, alt);
  const legend = legendOf(chart, pictures.length, theme);
  return [
    {
      title,
      subtitle: subtitleOf(title, result, chart, theme, params),
      alt,
      drawn: chart.table,
      ...(legend === null ? {} : { legend }),
      element: pictures.length === 1 ? element("div", "figure", pictures[0]!) : element("div", "figure figure-halves", ...pictures),
    },
  ];
}

import { annotationWords, markedLines, type MarkedLine } from "../../figures/annotations.ts";
import type { Extent } from "../../figures/colour-step.ts";
import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { dateRange } from "../../figures/formats/date.ts";
import { number } from "../../figures/formats/number.ts";
import { hundredths, percent, percentInterval } from "../../figures/formats/percent.ts";
import { period, periods } from "../../figures/formats/period.ts";
import { heatMap, type HeatCell } from "../../figures/heat-map.ts";
import { rampLegend } from "../../figures/ramp-legend.ts";
import { rowOf, type Tip } from "../../figures/tip.ts";
import type { PooledCell, PooledLine } from "./pooled-figure.ts";
import { rateExtent, trianglePick, triangleTable, type Triangle } from "./triangle-rows-figure.ts";
import { columnName, emptyNote, hatchNote, inPeriod, isByCalendar, periodNames, type RetentionParams } from "./words-figure.ts";

const roomForDecimals = 44;

function cohortName({ first, last }: PooledLine, { grain }: RetentionParams, locale: string): string {
  if (grain === "day") return dateRange(first, last, locale);
  return first === last ? period(first, grain, locale) : `${period(first, grain, locale)} – ${period(last, grain, locale)}`;
}

/** What a cell of the triangle says. */
export function cellTip(cell: PooledCell, line: PooledLine, shown: RetentionParams, locale: string): Tip {
  const names = periodNames(shown);
  const counts = `${number(cell.active, locale)} of ${number(cell.eligible, locale)} customers`;
  return {
    lead: `${cohortName(line, shown, locale)} cohort, ${names.unit} ${columnName(names, cell.first, cell.last)}: ${percent(cell.rate, locale, 1)}`,
    text: cell.lower === null || cell.upper === null ? "" : percentInterval(cell.lower, cell.upper, locale, 1),
    second: cell.complete ? `${counts} came back` : `${counts} so far: not over yet`,
  };
}

const linesMarked = ({ pooled }: Triangle, { grain }: RetentionParams, { annotations = [], locale }: FigureTheme): MarkedLine[] =>
  markedLines(
    annotations,
    pooled.lines.map(({ first }) => first),
    grain,
    locale,
  );

/** What a screen reader says instead of a triangle. */
export function triangleAlternative(triangle: Triangle, shown: RetentionParams, theme: FigureTheme): string {
  const { group, pooled, average } = triangle;
  const { locale } = theme;
  const names = periodNames(shown);
  const { lines, cells } = pooled;
  const [first, last] = [lines[0]!, lines.at(-1)!];
  const of = group === null ? "" : `, ${group}`;
  const cohorts =
    lines.length === 1
      ? cohortName(first, shown, locale)
      : `${lines.length} lines of cohorts, ${period(first.first, shown.grain, locale)} to ${period(last.last, shown.grain, locale)}`;
  const rates = cells.filter((cell) => cell.complete).map((cell) => cell.rate);
  const ends = [Math.min(...rates), Math.max(...rates)].map((rate) => percent(rate, locale, 1));
  const range =
    rates.length === 0 ? "No period is over yet." : rates.length === 1 ? `The rate is ${ends[0]}.` : `Rates run from ${ends[0]} to ${ends[1]}.`;
  const at = ({ period, rate }: { period: number; rate: number | null }) => `${percent(rate!, locale, 1)} ${inPeriod(names, period)}`;
  const known = average.filter((cell) => cell.rate !== null);
  const together = known.length < 2 ? "" : ` All together: ${at(known[0]!)}, ${at(known.at(-1)!)}.`;
  return `Heat map of returning customers${of}: ${cohorts}. ${range}${together}${annotationWords(linesMarked(triangle, shown, theme))}`;
}

function picture(
  triangle: Triangle,
  shown: RetentionParams,
  theme: FigureTheme,
  about: { width: number; extent: Extent; firstRow: number },
): SVGSVGElement {
  const { pooled, average } = triangle;
  const { locale } = theme;
  const names = periodNames(shown);
  const roomy = about.width / (pooled.columns.length + 3) > roomForDecimals;
  const decimals = roomy && about.extent[1] < 0.1 ? 1 : 0;
  const labels = periods(
    pooled.lines.map((line) => line.first),
    shown.grain,
    locale,
  );
  const cells = pooled.cells.map((cell, index): HeatCell => {
    const tip = () => cellTip(cell, pooled.lines[cell.line]!, shown, locale);
    return { ...cell, value: cell.rate, text: hundredths(cell.rate, locale, decimals), tip, row: about.firstRow + index };
  });
  const filled = new Set(cells.map((cell) => cell.line));
  const rates = new Map(average.flatMap((cell) => (cell.rate === null ? [] : [[cell.period, hundredths(cell.rate, locale, roomy ? 1 : 0)]])));
  const size = pooled.lines.reduce((sum, line) => sum + line.size, 0);
  const texts = pooled.columns.map(([first]) => rates.get(first) ?? null);
  const isSummed = rates.size > 0 && pooled.periodsEach === 1 && pooled.lines.length > 1;
  const marked = linesMarked(triangle, shown, theme);
  return heatMap({
    label: triangleAlternative(triangle, shown, theme),
    marked,
    width: about.width,
    lines: pooled.lines.map((line, index) => {
      const note = filled.has(index) ? {} : { note: emptyNote(shown) };
      return { label: labels[index]!, size: number(line.size, locale), ...note };
    }),
    columns: pooled.columns.map(([first, last]) => columnName(names, first, last)),
    columnUnit: names.unit,
    sizeLabel: "customers",
    cells,
    extent: about.extent,
    total: isSummed ? { label: isByCalendar(shown) && shown.complete_only ? "All complete" : "All", size: number(size, locale), texts } : null,
  });
}

/** The triangles of a retention cell: one over the whole column, or one for each of a few groups, all in the same colours. */
export function triangleFigure(
  triangles: readonly Triangle[],
  shown: RetentionParams,
  theme: FigureTheme,
  caption: { title: string; subtitle: string },
): Figure {
  const { locale } = theme;
  const extent = rateExtent(triangles);
  const isAlone = triangles.length === 1 && triangles[0]!.group === null;
  const width = isAlone ? theme.width : Math.min(360, theme.width);
  let firstRow = 0;
  const pictures = triangles.map((triangle) => {
    const made = picture(triangle, shown, theme, { width, extent, firstRow });
    firstRow += triangle.pooled.cells.length;
    return isAlone ? made : element("div", "", element("p", "figure-caption", element("b", "", triangle.group ?? "none")), made);
  });
  const partial = triangles.some(({ pooled }) => pooled.cells.some((cell) => !cell.complete));
  const decimals = extent[1] - extent[0] < 0.02 ? 1 : 0;
  const legend = rampLegend({
    least: percent(extent[0], locale, decimals),
    greatest: percent(extent[1], locale, decimals),
    hatched: partial ? hatchNote(shown) : null,
  });
  return {
    element: element("div", isAlone ? "figure" : "figure figure-halves", ...pictures),
    ...caption,
    alt: triangles.map((triangle) => triangleAlternative(triangle, shown, theme)).join(" "),
    drawn: triangleTable(triangles),
    ...(triangles.some(({ pooled }) => pooled.cells.length > 1) ? { legend } : {}),
    picks(mark) {
      const row = rowOf(mark);
      return row === null ? null : trianglePick(triangles, row);
    },
  };
}

import { curve } from "../../figures/curve.ts";
import type { CurvePoint, CurveSeries } from "../../figures/curve-series.ts";
import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { category, variable } from "../../figures/theme.ts";
import { rowOf } from "../../figures/tip.ts";
import { linePick, lineTable, mostLines, withValues, type AverageLine } from "./lines-figure.ts";
import type { Estimate, Reading } from "./reading-figure.ts";
import { inPeriod, periodNames, type PeriodNames, type RetentionParams } from "./words-figure.ts";

/** What stands above a curve, and the first words of its alternative. */
export interface CurveCaption {
  title: string;
  subtitle: string;
  /** "Curve of returning customers". */
  alt: string;
}

const grey = { fill: variable("cat-10"), ink: variable("cat-10-ink") };

function seriesOf(lines: readonly AverageLine[], reading: Reading, names: PeriodNames): CurveSeries[] {
  let row = 0;
  let colour = 0;
  return lines.map((line): CurveSeries => {
    const dashed = line.table === "same_cohort";
    const told = line.cells.map((cell) => ({ cell, estimate: reading.of(cell)! }));
    const interval = ({ lower, upper }: Estimate) => (lower === null || upper === null ? "" : reading.interval(lower, upper));
    const points = told.map(({ cell, estimate }): CurvePoint => {
      const lead = () => `${line.name}, ${names.unit} ${names.name(cell.period)}: ${reading.value(estimate.value)}`;
      const tip = () => ({ lead: lead(), text: interval(estimate), second: reading.counts(cell) });
      return { x: cell.period, y: estimate.value, lower: estimate.lower, upper: estimate.upper, row: row++, tip };
    });
    const { estimate } = told.at(-1)!;
    const end = `${reading.value(estimate.value)} ${interval(estimate)}`.trim();
    return { name: line.name, end, paint: dashed ? grey : category(colour++), dashed, points };
  });
}

/** The alternative of a curve: where each line begins and ends. */
export function curveAlternative(
  words: string,
  series: readonly Pick<CurveSeries, "name" | "points">[],
  { value }: Reading,
  names: PeriodNames,
): string {
  const sentences = series.map(({ name: line, points }) => {
    const [first, last] = [points[0]!, points.at(-1)!];
    const start = `${line}: ${value(first.y)} ${inPeriod(names, first.x)}`;
    return first === last ? `${start}.` : `${start}, ${value(last.y)} ${inPeriod(names, last.x)}.`;
  });
  return `${words}. ${sentences.join(" ")}`;
}

/** Draws averages as lines: the largest groups, the others named below, or one average and its same-cohort reading. Null where there is nothing to draw. */
export function curveFigure(
  all: readonly AverageLine[],
  reading: Reading,
  shown: RetentionParams,
  theme: FigureTheme,
  caption: CurveCaption,
): Figure | null {
  const lines = withValues(all, reading);
  if (lines.length === 0) return null;
  const names = periodNames(shown);
  const direct = lines.slice(0, mostLines);
  const others = lines.slice(mostLines).map((line) => line.name);
  const series = seriesOf(direct, reading, names);
  const alt = curveAlternative(caption.alt, series, reading, names);
  const picture = curve({
    label: alt,
    width: theme.width,
    series,
    formatX: names.name,
    unitX: names.unit,
    formatY: reading.tick,
    fromZero: reading.column === "cumulative_value",
  });
  const more = others.length === 0 ? null : element("p", "figure-note", `and ${others.length} more in the table: ${others.join(", ")}`);
  return {
    element: element("div", "figure", picture, more),
    title: caption.title,
    subtitle: caption.subtitle,
    alt,
    drawn: lineTable(lines, reading),
    picks(mark) {
      const row = rowOf(mark);
      return row === null ? null : linePick(direct, row);
    },
  };
}

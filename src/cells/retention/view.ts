import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { element } from "../../figures/element.ts";
import { message } from "../../figures/message.ts";
import type { CellResult } from "../../schema/result.ts";
import type { Table } from "../../schema/table.ts";
import { cohortCells, groupsBySize, firstPeriod, type CohortCell } from "./cells-figure.ts";
import { curveFigure } from "./curves-figure.ts";
import { differs, type AverageLine } from "./lines-figure.ts";
import { mostPlaces, pooled } from "./pooled-figure.ts";
import { rateReading, valueReading } from "./reading-figure.ts";
import { triangleFigure } from "./triangle-figure.ts";
import { bandNote, definition, pooledNote, question, type RetentionParams } from "./words-figure.ts";

const mostTriangles = 4;

const cellsOf = (table: Table | undefined): CohortCell[] => (table === undefined ? [] : cohortCells(table));

/** The averages as lines: by group where there are groups, else the average and, where it differs, that of the same cohorts. */
function lines(result: CellResult, groups: readonly (string | null)[]): AverageLine[] {
  const average = cellsOf(result.tables["average"]);
  if (groups.length > 1 || groups[0] !== null)
    return groups.map((group) => ({ name: group ?? "none", group, table: "average", cells: average.filter((cell) => cell.group === group) }));
  const same = cellsOf(result.tables["same_cohort"]);
  return [
    { name: "All cohorts", group: null, table: "average", cells: average },
    ...(same.length <= mostPlaces && differs(average, same)
      ? [{ name: "Cohorts old enough for every period", group: null, table: "same_cohort", cells: same } as const]
      : []),
  ];
}

/** How a retention result looks: the triangle of cohorts, the average curves with their bands, and what a customer brings. */
export function view(result: CellResult, params: RetentionParams, theme: FigureTheme): Figure[] {
  const main = result.tables["main"];
  const cells = cellsOf(main);
  const title = result.facts.find((fact) => fact.holds)?.text.replace(/\.$/, "") ?? question(params);
  const subtitle = definition(params, result.n, theme);
  if (main === undefined || cells.length === 0) {
    const words = "No customer has an event to start with.";
    const text = message(words, "Loosen the conditions, or check the journey’s window.");
    return [{ element: element("div", "figure", text), title, subtitle, alt: words, drawn: main ?? { rows: 0, unit: "group", columns: [] } }];
  }
  const from = firstPeriod(cells);
  const groups = groupsBySize(cells);
  const later = lines(result, groups).map((line) => ({ ...line, cells: line.cells.filter((cell) => cell.period >= from) }));
  const triangles = groups.slice(0, mostTriangles).map((group) => ({
    group,
    pooled: pooled(
      cells.filter((cell) => cell.group === group),
      from,
    ),
    average: later.find((line) => line.group === group)?.cells ?? [],
  }));
  const notes = [
    subtitle,
    pooledNote(triangles, params),
    main.truncatedFrom === undefined ? "" : "Only the first cohorts are drawn; all are in the averages.",
  ];
  const triangle = triangleFigure(triangles, params, theme, { title, subtitle: notes.filter((note) => note !== "").join(" ") });
  const returning = curveFigure(later, rateReading(theme), params, theme, {
    title: "Returning, per cent of eligible customers,",
    subtitle: bandNote(later, params, theme),
    alt: "Curve of returning customers",
  });
  const value = curveFigure(lines(result, groups), valueReading(theme), params, theme, {
    title: "Value per customer so far,",
    subtitle: theme.currency === null ? "from the start" : `in ${theme.currency}, from the start`,
    alt: "Curve of the value per customer so far",
  });
  return [triangle, returning, value].filter((figure) => figure !== null);
}

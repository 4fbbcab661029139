import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { counted } from "../../figures/formats/counted.ts";
import { message } from "../../figures/message.ts";
import type { CellResult } from "../../schema/result.ts";
import { gridFigure } from "./grid-figure.ts";
import { migrationFigure } from "./migration-figure.ts";
import { segmentNames } from "./names.ts";
import { kind, type RfmParams } from "./params.ts";
import { segmentsFigure } from "./segments-figure.ts";

const scoring = {
  quintiles: "fifths by rank, equal customers scored equally",
  cut_points: "quantiles, a value at a cut below it",
  fixed: "cuts as written",
} as const;

/** How scores look: the 25 named cells, where the revenue is, and who moved since an earlier date. */
export function view(result: CellResult, params: RfmParams, theme: FigureTheme): Figure[] {
  const { grid, segments, migration } = result.tables;
  const title = result.facts.find((fact) => fact.holds)?.text.replace(/\.$/, "") ?? kind.question;
  const subtitle = `${counted(result.n, "customer", theme.locale)} with a purchase in the last ${params.lookback}; scores are ${scoring[params.scoring]}.`;
  if (grid === undefined || segments === undefined || result.n === 0) {
    const words = "Nobody bought in that time.";
    const text = message(words, "Look back further, or check which events are purchases.");
    return [{ title, subtitle, alt: words, drawn: grid ?? { rows: 0, unit: "group", columns: [] }, element: element("div", "figure", text) }];
  }
  return [
    gridFigure(grid, theme, { title, subtitle }),
    segmentsFigure(segments, theme),
    ...(migration === undefined || params.compare === null || migration.rows === 0
      ? []
      : [migrationFigure(migration, [...segmentNames, "Not yet a customer", "Inactive"], params.compare, theme)]),
  ];
}

import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { counted } from "../../figures/formats/counted.ts";
import { percent } from "../../figures/formats/percent.ts";
import { message } from "../../figures/message.ts";
import { texts } from "../../figures/read.ts";
import type { CellResult } from "../../schema/result.ts";
import { differencesFigure } from "./differences-figure.ts";
import { overlapFigure } from "./overlap-figure.ts";
import { kind, type SegmentParams } from "./params.ts";
import { sizesFigure } from "./sizes-figure.ts";

/** How segments look: their sizes, how they overlap where there are several, and how they differ from everyone else. */
export function view(result: CellResult, params: SegmentParams, theme: FigureTheme): Figure[] {
  const { locale } = theme;
  const level = params.level ?? theme.level;
  const { main, overlap, differences } = result.tables;
  const title = result.facts.find((fact) => fact.holds)?.text.replace(/\.$/, "") ?? kind.question;
  const known = params.as_of === null ? "" : ` as known when ${params.as_of} began`;
  const subtitle = `${counted(result.n, "customer", locale)}${known}; Wilson intervals at ${percent(level, locale)}.`;
  if (main === undefined || result.n === 0) {
    const words = "Nobody meets the conditions.";
    return [
      {
        title,
        subtitle,
        alt: words,
        drawn: main ?? { rows: 0, unit: "group", columns: [] },
        element: element("div", "figure", message(words, "Loosen them, or choose a later date.")),
      },
    ];
  }
  const names = texts(main, "segment").map((name) => name ?? "");
  return [
    sizesFigure(main, theme, { title, subtitle }),
    ...(names.length > 2 && overlap !== undefined && overlap.rows > 0 ? [overlapFigure(overlap, names, theme)] : []),
    ...(differences === undefined ? [] : [differencesFigure(differences, level, theme)]),
  ];
}

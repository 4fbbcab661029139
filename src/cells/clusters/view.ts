import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { element } from "../../figures/element.ts";
import { counted } from "../../figures/formats/counted.ts";
import { percent } from "../../figures/formats/percent.ts";
import { message } from "../../figures/message.ts";
import type { CellResult } from "../../schema/result.ts";
import { kind, type ClustersParams } from "./params.ts";
import { choiceFigure, personasFigure, sizesFigure } from "./persona-figure.ts";

/** How clusters look: their sizes, a card for each, and how well other numbers of clusters fit. */
export function view(result: CellResult, params: ClustersParams, theme: FigureTheme): Figure[] {
  const { main, choice, traits, medoids } = result.tables;
  const title = result.facts.find((fact) => fact.holds)?.text.replace(/\.$/, "") ?? kind.question;
  const subtitle = `${counted(result.n, "customer", theme.locale)}; k-means on scaled features; Wilson intervals at ${percent(params.level ?? theme.level, theme.locale)}.`;
  if (main === undefined || choice === undefined || traits === undefined || medoids === undefined || main.rows === 0) {
    const words = "There is nobody to group.";
    const none = { rows: 0, unit: "group" as const, columns: [] };
    return [{ title, subtitle, alt: words, drawn: none, element: element("div", "figure", message(words, "Choose another journey.")) }];
  }
  return [sizesFigure(main, theme, { title, subtitle }), personasFigure({ main, traits, medoids }, params, theme), choiceFigure(choice, theme)];
}

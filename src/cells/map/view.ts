import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { counted } from "../../figures/formats/counted.ts";
import { percent } from "../../figures/formats/percent.ts";
import { message } from "../../figures/message.ts";
import type { CellResult } from "../../schema/result.ts";
import { atlasOf, type MapParams } from "./atlas-figure.ts";
import { comparedFigure } from "./compared-figure.ts";
import { kind } from "./params.ts";
import { rankedFigure } from "./ranked-figure.ts";
import { wallFigure } from "./wall-figure.ts";

/** How a map looks: the map for the wall, where to act first, and how groups or periods differ. */
export function view(result: CellResult, params: MapParams, theme: FigureTheme): Figure[] {
  const { main, opportunities, compare } = result.tables;
  const title = result.facts.find((fact) => fact.holds)?.text.replace(/\.$/, "") ?? kind.question;
  const shown =
    params.shade === "conversion" ? `convert within ${params.within} of the first touch` : `are seen again once ${params.within} are over`;
  const level = percent(params.level ?? theme.level, theme.locale);
  const subtitle = `${counted(result.n, "customer", theme.locale)}. Circle: customers at the touchpoint. Colour: how many ${shown}, against the stage’s average (an association, not an effect). Feeling: means of customers from −1 to +1. ${level} intervals, of Wilson and Student.`;
  if (main === undefined || main.rows === 0) {
    const words = "There is no touchpoint to put on the map.";
    const text = message(words, "Choose another column of touchpoints, or loosen the condition on customers.");
    return [{ element: element("div", "figure", text), title, subtitle, alt: words, drawn: main ?? { rows: 0, unit: "group", columns: [] } }];
  }
  const by = params.by === null ? "the rest of its stage" : "its best segment";
  const groups = params.period !== null ? "the two periods" : "groups";
  return [
    wallFigure(atlasOf(result, params), theme, { title, subtitle }),
    ...(opportunities === undefined ? [] : [rankedFigure(opportunities, params.within, by, theme)]),
    ...(compare === undefined ? [] : [comparedFigure(compare, groups, theme)].filter((figure) => figure !== null)),
  ];
}

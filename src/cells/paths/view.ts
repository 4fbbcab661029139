import { drawn } from "../../figures/drawn.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import type { CellResult } from "../../schema/result.ts";
import { differencesFigure, liftFigure } from "./dots-figure.ts";
import { flowFigure } from "./flow-figure.ts";
import { loopsFigure } from "./loops-figure.ts";
import { kind } from "./params.ts";
import { transitionsFigure } from "./transitions-figure.ts";
import { variantsFigure } from "./variants-figure.ts";
import { definition, type PathsParams } from "./words-figure.ts";

/** How paths look: the flow, what comes next, the most frequent paths, the loops, and what sets goals and groups apart. */
export function view(result: CellResult, params: PathsParams, theme: FigureTheme): Figure[] {
  const { tables } = result;
  const level = params.level ?? theme.level;
  const table = (name: string) => tables[name] ?? drawn("group", []);
  const title = result.facts.find((fact) => fact.holds)?.text.replace(/\.$/, "") ?? kind.question;
  const about = { title, subtitle: definition(params, result.n, theme) };
  const figures: Record<Exclude<PathsParams["show"], "all">, () => (Figure | null)[]> = {
    flow: () => [flowFigure(table("flow"), params, theme, about)],
    transitions: () => [transitionsFigure(table("transitions"), theme)],
    variants: () => [variantsFigure(table("variants"), result.facts.find(({ code }) => code === "coverage")?.values["paths"] ?? 0, theme)],
    loops: () => [loopsFigure(table("loops"), theme)],
    lift: () => [liftFigure(table("lift"), params.goal_within, level, theme), differencesFigure(table("differences"), level, theme)],
  };
  const chosen = params.show === "all" ? Object.values(figures) : [figures[params.show]];
  const made = chosen.flatMap((make) => make()).filter((figure) => figure !== null);
  const [first, ...rest] = made.length === 0 ? [flowFigure(table("flow"), params, theme, about)] : made;
  // The first figure's title is the cell's.
  return [first!.title === title ? first! : { ...first!, title, subtitle: `${first!.title} ${first!.subtitle}. ${about.subtitle}` }, ...rest];
}

import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { firstRows } from "../../figures/first-rows.ts";
import { counted } from "../../figures/formats/counted.ts";
import type { CellResult } from "../../schema/result.ts";
import { stepsFigure } from "./steps-figure.ts";

/** How a table looks: its first rows, and how many rows each step left. */
export function view(result: CellResult, _params: unknown, theme: FigureTheme): Figure[] {
  const main = result.tables["main"];
  const steps = result.tables["steps"];
  const fact = result.facts.find((fact) => fact.code === "rows" && fact.holds);
  const rows = counted(main?.truncatedFrom ?? main?.rows ?? 0, "row", theme.locale);
  const columns = counted(main?.columns.length ?? 0, "column", theme.locale);
  const after = steps === undefined || steps.rows === 0 ? "No steps: the table as it comes." : `After ${counted(steps.rows, "step", theme.locale)}.`;
  const preview = firstRows(main, theme, {
    title: fact?.text ?? `${rows}, ${columns}`,
    subtitle: after,
    remedy: "Look at the rows each step left, and loosen its condition.",
  });
  return steps === undefined || steps.rows === 0 ? [preview] : [preview, stepsFigure(steps, theme)];
}

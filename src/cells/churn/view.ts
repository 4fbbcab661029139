import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { counted } from "../../figures/formats/counted.ts";
import { percent } from "../../figures/formats/percent.ts";
import { numbers, texts } from "../../figures/read.ts";
import type { CellResult } from "../../schema/result.ts";
import { gainFigure } from "./gain-figure.ts";
import { importanceFigure } from "./importance-figure.ts";
import { kind, type ChurnParams } from "./params.ts";
import { profitFigure } from "./profit-figure.ts";
import { reliabilityFigure } from "./reliability-figure.ts";
import { distributionFigure } from "./distribution-figure.ts";
import { snapshotsFigure } from "./snapshots-figure.ts";
import { targetsFigure } from "./targets-figure.ts";
import { modelLabel } from "./words-figure.ts";

/** The definition under the title: what leaving is, and how well the models tell it. */
function definition(result: CellResult, params: ChurnParams, theme: FigureTheme): string {
  const main = result.tables["main"]!;
  const [metric, model, value, lower, upper] = [
    texts(main, "metric"),
    texts(main, "model"),
    ...["value", "value_lower", "value_upper"].map((name) => numbers(main, name)),
  ] as const;
  const areas = metric.flatMap((name, row) => (name === "auc" && model[row] !== "base_rate" ? [row] : []));
  const fixed = (row: number, of: readonly (number | null)[]) => of[row]?.toFixed(2) ?? "–";
  const told = areas
    .toSorted((a, b) => Number(model[b] === params.model) - Number(model[a] === params.model) || b - a)
    .map(
      (row, place) =>
        `${modelLabel(model[row]!)} ${fixed(row, value!)}${place === 0 && lower![row] !== null ? ` (${fixed(row, lower!)}–${fixed(row, upper!)})` : ""}`,
    );
  const journey = result.tables["snapshots"] !== undefined;
  const left = params.cancel.length > 0 ? "a cancelling event" : "no activity";
  const meaning = journey ? `Left: ${left} in the ${params.windows.outcome} after a gap of ${params.windows.gap}. ` : "";
  const level = percent(params.level ?? theme.level, theme.locale);
  return `${meaning}Area under the ROC curve: ${told.join(", ")}. ${counted(result.n, "customer", theme.locale)} judged by models that had not seen them; ${level} intervals.`;
}

/** The width of a figure that shares the column with another. */
const halfWidth = 360;

const half = (figure: Figure | null): Figure | null => (figure === null ? null : { ...figure, half: true });

/** How a churn result looks: the snapshots, whether scores can be trusted, what they find, what contacting pays, why, and whom to contact. */
export function view(result: CellResult, params: ChurnParams, theme: FigureTheme): Figure[] {
  const title = result.facts.find((fact) => fact.holds)?.text.replace(/\.$/, "") ?? kind.question;
  const narrow = { ...theme, width: Math.min(theme.width, halfWidth) };
  const figures = [
    snapshotsFigure(result, theme),
    half(gainFigure(result, narrow)),
    half(reliabilityFigure(result, params, narrow)),
    half(profitFigure(result, narrow)),
    half(distributionFigure(result, narrow)),
    importanceFigure(result, theme),
    targetsFigure(result, theme),
  ].filter((figure) => figure !== null);
  const [first, ...others] = figures;
  if (first !== undefined) return [{ ...first, title, subtitle: definition(result, params, theme) }, ...others];
  const drawn = result.tables["main"] ?? { rows: 0, unit: "group" as const, columns: [] };
  return [{ element: element("div", "figure"), title, subtitle: "", alt: title, drawn }];
}

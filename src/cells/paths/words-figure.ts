import type { FigureTheme } from "../../figures/figure.ts";
import { counted } from "../../figures/formats/counted.ts";
import { percent } from "../../figures/formats/percent.ts";
import type { Values } from "../../schema/parameter.ts";
import type { params } from "./params.ts";

/** The parameters of a paths cell. */
export type PathsParams = Values<typeof params>;

/** What one path is. */
const unitOf = ({ unit, occurrence, start, end }: PathsParams): string => {
  if (start.length + end.length > 0 && occurrence === "every") return start.length > 0 ? "start" : "end";
  return unit === "session" ? "visit" : "customer";
};

/** The definition under the title: what a path is, where it starts and ends, of how many. */
export function definition(shown: PathsParams, customers: number, { locale, level }: FigureTheme): string {
  const where = [shown.start.length > 0 ? "from the start chosen" : "", shown.end.length > 0 ? "to the end chosen" : ""]
    .filter((part) => part !== "")
    .join(" ");
  const parts = [
    `One path per ${unitOf(shown)}${where === "" ? "" : `, ${where}`}, of ${counted(customers, "customer", locale)}`,
    shown.collapse_repeats ? "repeats of the same step merged" : "",
    `left: not seen for ${shown.unit === "session" ? "30 minutes" : shown.exit_gap} before the data end`,
  ];
  return `${parts.filter((part) => part !== "").join("; ")}. ${percent(shown.level ?? level, locale)} Wilson intervals.`;
}

/** How much of the paths the flow draws. */
export function drawnNote(shown: PathsParams, whole: number, paths: number, locale: string): string {
  const share = paths === 0 ? "" : ` ${percent(whole / paths, locale)} of the paths are over by then;`;
  return `Width: paths.${share} rare steps are drawn together beyond the ${shown.top} most frequent of each layer, all are counted.`;
}

/** The name of a layer: how many steps after the start, or before the end. */
export function layerName(layer: number, { start, end }: PathsParams, backwards: boolean): string {
  if (layer === 0) return backwards ? "End" : start.length > 0 ? "Start" : "First step";
  const count = `${layer} step${layer === 1 ? "" : "s"}`;
  return `${count} ${backwards ? "before" : start.length > 0 || end.length > 0 ? "on" : "later"}`;
}

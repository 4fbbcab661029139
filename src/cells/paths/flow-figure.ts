import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { counted } from "../../figures/formats/counted.ts";
import { number } from "../../figures/formats/number.ts";
import { percent, percentInterval } from "../../figures/formats/percent.ts";
import { span } from "../../figures/formats/span.ts";
import { message } from "../../figures/message.ts";
import { numbers, texts } from "../../figures/read.ts";
import { sankeyFigure, type FlowBand, type FlowKind, type FlowStep } from "../../figures/sankey.ts";
import { scrolling } from "../../figures/scrolling.ts";
import { rowOf } from "../../figures/tip.ts";
import type { Pick } from "../../schema/pick.ts";
import type { Table } from "../../schema/table.ts";
import { drawnNote, layerName, type PathsParams } from "./words-figure.ts";

/** The least room of a layer in px. */
const leastReach = 104;

/** Endings stand below the steps, and what was taken together above them. */
const lastKinds = ["other", "goal", "active", "left", "began"];

interface Flow {
  steps: (FlowStep & { into: number; out: number; kindName: string })[];
  bands: FlowBand[];
  layers: number;
}

const paintOf = (kind: string): FlowKind => (kind === "began" ? "left" : (kind as FlowKind));

/** The steps and bands of the flow, layers from left to right. */
export function flowOf(table: Table, { locale }: FigureTheme): Flow {
  const [from, to, fromKind, toKind] = ["from", "to", "from_kind", "to_kind"].map((name) => texts(table, name).map((text) => text ?? ""));
  const of = (name: string) => numbers(table, name);
  const [layer, occurrences, customers, probability] = [of("layer"), of("occurrences"), of("customers"), of("probability")];
  const [lower, upper, median] = [of("probability_lower"), of("probability_upper"), of("median_seconds")];
  const least = Math.min(0, ...layer.map((value) => value ?? 0));
  const steps: Flow["steps"] = [];
  const places = new Map<string, number>();
  const place = (at: number, name: string, kind: string): number => {
    const key = `${at} ${name}`;
    let found = places.get(key);
    if (found === undefined) {
      found =
        steps.push({
          layer: at,
          rank: 0,
          name,
          count: "",
          share: "",
          kind: paintOf(kind),
          kindName: kind,
          into: 0,
          out: 0,
          tip: () => ({ lead: name, text: "", second: null }),
        }) - 1;
      places.set(key, found);
    }
    return found;
  };
  const bands = from!.map((name, row): FlowBand => {
    const at = layer[row]! - least;
    const value = occurrences[row]!;
    const [source, target] = [place(at, name, fromKind![row]!), place(at + 1, to![row]!, toKind![row]!)];
    steps[source]!.out += value;
    steps[target]!.into += value;
    const wait = median[row] === null || median[row] === undefined ? "" : `, typically after ${span(median[row] * 1_000, locale)}`;
    const tip = () => ({
      lead: `${name} → ${to![row]!} ${percent(probability[row]!, locale, 1)}`,
      text: percentInterval(lower[row]!, upper[row]!, locale),
      second: `${counted(value, "path", locale)} of ${counted(customers[row]!, "customer", locale)}${wait}`,
    });
    return { from: source, to: target, value, row, tip, kind: paintOf(fromKind![row] === "began" ? "began" : toKind![row]!) };
  });
  const layers = steps.reduce((most, step) => Math.max(most, step.layer + 1), 0);
  const all = new Float64Array(layers);
  for (const step of steps) all[step.layer]! += Math.max(step.into, step.out);
  const total = Math.max(...all);
  // By their size over all layers, so that a step stands at about the same height in each.
  const sizes = new Map<string, number>();
  for (const step of steps) sizes.set(step.name, (sizes.get(step.name) ?? 0) + Math.max(step.into, step.out));
  const names = [...sizes.keys()].sort((a, b) => sizes.get(b)! - sizes.get(a)! || (a < b ? -1 : 1));
  for (const step of steps) {
    const value = Math.max(step.into, step.out);
    step.rank = Math.max(0, lastKinds.indexOf(step.kindName) + 1) * names.length + names.indexOf(step.name);
    step.count = number(value, locale);
    step.share = percent(value / total, locale);
    step.tip = () => ({
      lead: `${step.name} ${counted(value, "path", locale)}`,
      text: percent(value / total, locale, 1),
      second: "of all paths drawn",
    });
  }
  return { steps, bands, layers };
}

/** The flow from layer to layer, with what ended on the way. */
export function flowFigure(table: Table, shown: PathsParams, theme: FigureTheme, about: { title: string; subtitle: string }): Figure {
  const { locale, width } = theme;
  const { steps, bands, layers } = flowOf(table, theme);
  const backwards = shown.start.length === 0 && shown.end.length > 0;
  if (bands.length === 0) {
    const words = "There is no path with two steps.";
    return { ...about, element: element("div", "figure", message(words, "Loosen the start, the end or the conditions.")), alt: words, drawn: table };
  }
  const biggest = [...bands].sort((a, b) => b.value - a.value).slice(0, 6);
  const alt = `Flow in ${layers} layers. Widest: ${biggest.map(({ from, to, value }) => `${steps[from]!.name} to ${steps[to]!.name} ${number(value, locale)}`).join(", ")}.`;
  const names = Array.from({ length: layers }, (_, at) => layerName(backwards ? layers - 1 - at : at, shown, backwards));
  const isOver = ({ kindName }: Flow["steps"][number]) => ["left", "active", "goal", "began"].includes(kindName);
  const over = steps.reduce(
    (sum, step) => sum + (isOver(step) && step.layer !== (backwards ? layers - 1 : -1) ? (backwards ? step.out : step.into) : 0),
    0,
  );
  const anchorLayer = backwards ? layers - 1 : 0;
  const paths = steps.reduce((sum, step) => sum + (step.layer === anchorLayer ? (backwards ? step.into : step.out) : 0), 0);
  const picture = sankeyFigure({ label: alt, width: Math.max(width, layers * leastReach), layers: names, steps, bands });
  return {
    ...about,
    subtitle: `${about.subtitle} ${drawnNote(shown, over, paths, locale)}`,
    element: element("div", "figure", layers * leastReach > width ? scrolling(picture, "Flow") : picture),
    alt,
    drawn: table,
    picks: (mark) => pickOf(rowOf(mark), table, steps, backwards ? layers - 1 : 0),
  };
}

/** The customers on a band, or at a step. */
function pickOf(row: number | null, table: Table, steps: Flow["steps"], anchor: number): Pick | null {
  if (row === null) return null;
  if (row >= 0) {
    const [from, to] = [texts(table, "from")[row]!, texts(table, "to")[row]!];
    return { table: "flow", row: { layer: numbers(table, "layer")[row]!, from, to } };
  }
  const step = steps[-1 - row]!;
  return step.kind === "other" ? null : { table: "steps", row: { layer: step.layer - anchor, step: step.name } };
}

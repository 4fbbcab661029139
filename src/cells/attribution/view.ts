import { drawn } from "../../figures/drawn.ts";
import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { percent } from "../../figures/formats/percent.ts";
import { message } from "../../figures/message.ts";
import { numbers } from "../../figures/read.ts";
import { rowOf } from "../../figures/tip.ts";
import type { CellResult } from "../../schema/result.ts";
import type { Table } from "../../schema/table.ts";
import { channelCredits, shownMarkov, type ChannelCredits } from "./lines-figure.ts";
import { keysOf, matrixFigure } from "./matrix-figure.ts";
import { modelNames, unattributed } from "./models.ts";
import { modelsFigure } from "./models-figure.ts";
import { kind } from "./params.ts";
import type { AttributionParams } from "./presets.ts";
import { ranges, type Pointed } from "./range-figure.ts";
import { removalFigure } from "./removal-figure.ts";
import { returnsFigure } from "./returns-figure.ts";
import { spreadFigure } from "./spread-figure.ts";
import { definition, shareRange, whatOf } from "./words-figure.ts";

const mostChannels = 20;
const mostGroups = 6;

function rangeFigure(lines: readonly ChannelCredits[], pointed: Pointed, theme: FigureTheme, caption: { title: string; subtitle: string }): Figure {
  const groups = [...new Set(lines.map((line) => line.group))].slice(0, mostGroups);
  const shown = groups.flatMap((group) => lines.filter((line) => line.group === group).slice(0, mostChannels));
  const said = shown.map(
    (line) => `${line.group === null ? "" : `${line.group}, `}${line.channel} ${shareRange(line.least, line.most, theme.locale)}`,
  );
  const alt = `Ranges of credit across models: ${said.join(", ")}. In use today, ${modelNames[pointed.inUse]}.`;
  let firstRow = 0;
  const pictures = groups.map((group) => {
    const own = shown.filter((line) => line.group === group);
    const picture = ranges(own, pointed, alt, theme, firstRow);
    firstRow += own.length;
    return group === null ? picture : element("div", "", element("p", "figure-caption", element("b", "", group)), picture);
  });
  const inUse = (line: ChannelCredits) => line.credits.find((credit) => credit.model === pointed.inUse);
  const column = (name: string, role: "rate" | "lower" | "upper", of: (line: ChannelCredits) => number | null) =>
    ({ name, type: "number", role, values: shown.map(of) }) as const;
  return {
    element: element("div", "figure", ...pictures),
    ...caption,
    alt,
    drawn: drawn("group", [
      ...(groups[0] === null ? [] : [{ name: "group", type: "text", role: "dimension", values: shown.map((line) => line.group) } as const]),
      { name: "channel", type: "text", role: "dimension", values: shown.map((line) => line.channel) },
      column("least", "rate", (line) => line.least),
      column("most", "rate", (line) => line.most),
      column("share_lower", "lower", (line) => line.lower),
      column("share_upper", "upper", (line) => line.upper),
      column("in_use", "rate", (line) => inUse(line)?.share ?? null),
      {
        name: "customers",
        type: "integer",
        role: "customers",
        values: shown.map((line) => line.credits.find((credit) => credit.model === "linear")?.customers ?? 0),
      },
    ]),
    picks(mark) {
      const line = shown[rowOf(mark) ?? -1];
      if (line === undefined) return null;
      return { table: "range", row: { ...(line.group === null ? {} : { group: line.group }), channel: line.channel } };
    },
  };
}

/** The heat maps behind the models: how channels follow each other, meet on one path, and where they stand on it. */
function matrices(result: CellResult, channels: readonly string[], theme: FigureTheme): (Figure | null)[] {
  const { transitions, overlap, positions } = result.tables;
  const shareOf = (table: Table, name: string) => {
    const values = numbers(table, name);
    return (row: number) => values[row] ?? null;
  };
  const figure = (table: Table | undefined, make: (table: Table) => Omit<Parameters<typeof matrixFigure>[0], "table">) =>
    table === undefined || table.rows === 0 ? null : matrixFigure({ ...make(table), table }, theme);
  return [
    figure(transitions, (table) => ({
      name: "transitions",
      lines: "from",
      columns: "to",
      share: shareOf(table, "probability"),
      count: "transitions",
      title: "What follows what,",
      subtitle: "per cent of the steps that leave a channel; a line adds up to 100",
      columnUnit: "",
      lineNames: ["(start)", ...channels],
      columnNames: [...channels, "(conversion)", "(nothing)"],
    })),
    figure(overlap, (table) => ({
      name: "overlap",
      lines: "channel",
      columns: "other",
      share: shareOf(table, "share"),
      count: "conversions",
      title: "Channels that meet,",
      subtitle: "of the conversions with the channel of a line on their path, per cent that have the other one too",
      columnUnit: "",
      lineNames: channels,
      columnNames: channels,
      without: (line, column) => line === column,
    })),
    figure(positions, (table) => {
      const [channel, conversions] = [keysOf(table, "channel"), numbers(table, "conversions")];
      const earned = new Map<string, number>();
      channel.forEach((name, row) => earned.set(name, (earned.get(name) ?? 0) + (conversions[row] ?? 0)));
      const deepest = Math.max(2, ...numbers(table, "place").map((place) => place ?? 0));
      return {
        name: "positions",
        lines: "channel",
        columns: "place",
        share: (row) => (conversions[row] ?? 0) / (earned.get(channel[row]!) || 1),
        count: "conversions",
        title: "When channels join,",
        subtitle: "per cent of what a channel earns by ordered Shapley, by its place among the channels of a path",
        columnUnit: "place",
        lineNames: channels,
        columnNames: Array.from({ length: deepest }, (_, place) => String(place + 1)),
      };
    }),
  ];
}

/** How an attribution result looks: the range across models first, then each model alone, returns, and what lies behind the models. */
export function view(result: CellResult, params: AttributionParams, theme: FigureTheme): Figure[] {
  const own = { ...theme, level: params.level ?? theme.level };
  const main = result.tables["main"] ?? drawn("group", []);
  const all = channelCredits(main, params);
  const touched = all.filter((line) => line.channel !== unattributed);
  // Where nothing had a touch, that is the one line there is.
  const lines = touched.length === 0 ? all : touched;
  const untouched = touched.length === 0 ? null : (all.find((line) => line.channel === unattributed && line.group === null)?.most ?? null);
  const caption = {
    title: result.facts.find((fact) => fact.holds)?.text.replace(/\.$/, "") ?? kind.question,
    subtitle: definition(result, params, own, untouched),
  };
  if (lines.length === 0) {
    const words = params.credit === "value" && main.rows > 0 ? "No value is known to share out." : "There is no conversion to share out.";
    const text = message(
      words,
      params.credit === "value" && main.rows > 0 ? "Map a value, or share out conversions." : "Choose what counts as a conversion.",
    );
    return [{ ...caption, element: element("div", "figure", text), alt: words, drawn: main }];
  }
  const pointed: Pointed = { inUse: params.model, markov: shownMarkov(result.tables["orders"], params), what: whatOf(params) };
  const first = rangeFigure(lines, pointed, own, caption);
  if (lines.some((line) => line.group !== null)) return [first];
  const told = lines.slice(0, mostChannels);
  const channels = told.map((line) => line.channel);
  const figures = [
    first,
    modelsFigure(told.slice(0, 12), pointed, own),
    returnsFigure(result.tables["range"], params, own),
    removalFigure(result.tables["removal"], pointed.markov, params, own),
    ...matrices(result, channels, own),
    spreadFigure(result, own),
  ];
  if (theme.level !== own.level) first.subtitle += ` Intervals at ${percent(own.level, own.locale)}.`;
  return figures.filter((figure) => figure !== null);
}

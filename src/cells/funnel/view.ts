import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { element } from "../../figures/element.ts";
import { counted } from "../../figures/formats/counted.ts";
import { percent } from "../../figures/formats/percent.ts";
import { span } from "../../figures/formats/span.ts";
import { message } from "../../figures/message.ts";
import { numbers, texts } from "../../figures/read.ts";
import type { Values } from "../../schema/parameter.ts";
import type { CellResult } from "../../schema/result.ts";
import type { Table } from "../../schema/table.ts";
import type { params } from "./params.ts";
import { exitsFigure, ratesFigure, timesFigure } from "./side-figures.ts";
import { stepsFigure } from "./steps-figure.ts";

type FunnelParams = Values<typeof params>;

const nouns = { unique: "customer", totals: "attempt", sessions: "session" } as const;
const orders = { ordered: "in this order", strict: "in this order with nothing between", any: "in any order" } as const;

/** What is counted how, under the title. */
function definition(shown: FunnelParams, n: number, { locale, level }: FigureTheme): string {
  const entry = shown.entry === "first" ? "the first entry counts" : "the best entry counts";
  const noun = nouns[shown.counting];
  const used = percent(shown.level ?? level, locale, Number.isInteger((shown.level ?? level) * 100) ? 0 : 1);
  const bounds = shown.counting === "unique" ? `${used} Wilson intervals` : `${used} bootstrap intervals`;
  return `${counted(n, noun, locale)} who did the steps ${orders[shown.order]} within ${shown.window} of the first; ${entry}. ${bounds}; hatched: lost since the step before.`;
}

/** The step most are lost after, over all groups; 0 where nobody is lost. */
function worstStep(main: Table): number {
  const [step, dropped] = [numbers(main, "step"), numbers(main, "dropped")];
  const lost = new Map<number, number>();
  step.forEach((at, row) => lost.set(at! - 1, (lost.get(at! - 1) ?? 0) + (dropped[row] ?? 0)));
  return [...lost].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0];
}

/** How a funnel looks: a bar per step with what is lost, what came instead, the time it takes, and how it changes with time and rules. */
export function view(result: CellResult, shown: FunnelParams, theme: FigureTheme): Figure[] {
  const { main, times, exits, windows, rules, differences } = result.tables;
  const title = result.facts.find((fact) => fact.holds)?.text.replace(/\.$/, "") ?? "Where customers drop off";
  const subtitle = definition(shown, result.n, theme);
  if (main === undefined || result.n === 0) {
    const words = result.warnings[0]?.text ?? "Nobody entered.";
    const text = message(words, result.warnings[0]?.remedy ?? "");
    return [
      {
        element: element("div", "figure", text),
        title: "Where customers drop off",
        subtitle,
        alt: words,
        drawn: main ?? { rows: 0, unit: "group", columns: [] },
      },
    ];
  }
  const seconds = result.facts.find(({ code }) => code === "time_to_convert")?.values["median_seconds"];
  const median = seconds === undefined ? null : span(seconds * 1000, theme.locale);
  const named = (table: Table, column: string) => (row: number) => texts(table, column)[row]!;
  const length = (row: number) => span((numbers(windows!, "window_seconds")[row] ?? 0) * 1000, theme.locale);
  return [
    stepsFigure(main, theme, { title, subtitle, noun: nouns[shown.counting] }),
    exits === undefined ? null : exitsFigure(exits, worstStep(main), theme),
    times === undefined ? null : timesFigure(times, median, theme),
    differences === undefined
      ? null
      : ratesFigure({ table: differences, name: "differences", keys: ["group"] }, theme, {
          title: "Converted by group,",
          subtitle: "per cent of those who entered, and how many entered",
          name: named(differences, "group"),
        }),
    windows === undefined
      ? null
      : ratesFigure({ table: windows, name: "windows", keys: ["window_seconds"] }, theme, {
          title: "With more or less time,",
          subtitle: "per cent who convert within it, and how many",
          name: length,
        }),
    rules === undefined
      ? null
      : ratesFigure({ table: rules, name: "rules", keys: ["rules"] }, theme, {
          title: "Same steps, other rules,",
          subtitle: "per cent who convert, and how many customers",
          name: named(rules, "rules"),
        }),
  ].filter((figure) => figure !== null);
}

import { bars } from "../../figures/bars.ts";
import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { counted } from "../../figures/formats/counted.ts";
import { percent } from "../../figures/formats/percent.ts";
import { numbers, texts } from "../../figures/read.ts";
import { rowOf } from "../../figures/tip.ts";
import type { Table } from "../../schema/table.ts";
import { modelNames, type Model } from "./models.ts";
import type { AttributionParams } from "./presets.ts";

/** How many conversions a Markov chain loses without each channel. */
export function removalFigure(table: Table | undefined, markov: Model, { credit }: AttributionParams, { locale, width }: FigureTheme): Figure | null {
  if (table === undefined) return null;
  const order = Number(markov.slice(-1));
  const name = credit === "value" ? "removal_effect_value" : "removal_effect";
  const [orders, channels, effects, customers] = [
    numbers(table, "order"),
    texts(table, "channel"),
    numbers(table, name),
    numbers(table, "customers"),
  ];
  const rows = channels
    .map((channel, row) => ({ channel: channel ?? "", row, effect: effects[row] ?? null, customers: customers[row] ?? 0 }))
    .filter(({ row, effect }) => orders[row] === order && effect !== null)
    .sort((a, b) => b.effect! - a.effect! || a.channel.localeCompare(b.channel));
  if (rows.length < 2) return null;
  const alt = `Bars of removal effects: ${rows.map((row) => `${row.channel} ${percent(row.effect!, locale)}`).join(", ")}.`;
  const picture = bars({
    label: alt,
    width,
    bars: rows.map(({ channel, effect, customers, row }) => ({
      name: channel,
      row,
      value: effect!,
      text: percent(effect!, locale, effect! < 0.0995 ? 1 : 0),
      quiet: counted(customers, "customer", locale),
      tip: () => ({
        lead: `${channel}: ${percent(effect!, locale, 1)}`,
        text: "",
        second: `${counted(customers, "customer", locale)} with it on a path`,
      }),
    })),
  });
  return {
    element: element("div", "figure", picture),
    title: "Removal effects,",
    subtitle: `per cent of ${credit === "value" ? "value" : "conversions"} lost in the chain of ${modelNames[markov]} when all ways through a channel lead to nothing`,
    alt,
    drawn: table,
    picks(mark) {
      const row = rowOf(mark);
      return row === null ? null : { table: "removal", row: { order, channel: channels[row] ?? "" } };
    },
  };
}

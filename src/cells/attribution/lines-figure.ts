import { numbers, texts } from "../../figures/read.ts";
import type { Table } from "../../schema/table.ts";
import { models, unattributed, type Model } from "./models.ts";
import type { AttributionParams } from "./presets.ts";

/** What one model gives to one channel. */
export interface Credit {
  model: Model;
  share: number;
  lower: number | null;
  upper: number | null;
  /** Conversions or value, as chosen. */
  amount: number;
  customers: number;
}

/** One channel with what every model gives it, in the order of the models. */
export interface ChannelCredits {
  channel: string;
  group: string | null;
  credits: Credit[];
  least: number;
  most: number;
  lower: number;
  upper: number;
}

const isModel = (name: string | null): name is Model => name !== null && (models as readonly string[]).includes(name);

/** The channels of a main table, those that earn most in some model first; conversions without a touch last. */
export function channelCredits(main: Table, { credit }: Pick<AttributionParams, "credit">): ChannelCredits[] {
  const share = credit === "value" ? "value_share" : "share";
  const [group, model, channel] = [texts(main, "group"), texts(main, "model"), texts(main, "channel")];
  const [shares, lowers, uppers] = [numbers(main, share), numbers(main, `${share}_lower`), numbers(main, `${share}_upper`)];
  const [amounts, customers] = [numbers(main, credit), numbers(main, "customers")];
  const found = new Map<string, ChannelCredits>();
  for (let row = 0; row < main.rows; row++) {
    const [name, part] = [model[row] ?? null, shares[row] ?? null];
    if (!isModel(name) || part === null) continue;
    const key = JSON.stringify([group[row], channel[row]]);
    let line = found.get(key);
    if (line === undefined) {
      line = {
        channel: channel[row] ?? "",
        group: group[row] ?? null,
        credits: [],
        least: Infinity,
        most: -Infinity,
        lower: Infinity,
        upper: -Infinity,
      };
      found.set(key, line);
    }
    const [lower, upper] = [lowers[row] ?? null, uppers[row] ?? null];
    line.credits.push({ model: name, share: part, lower, upper, amount: amounts[row] ?? 0, customers: customers[row] ?? 0 });
    line.least = Math.min(line.least, part);
    line.most = Math.max(line.most, part);
    line.lower = Math.min(line.lower, lower ?? part);
    line.upper = Math.max(line.upper, upper ?? part);
  }
  const last = ({ channel }: ChannelCredits) => (channel === unattributed ? 1 : 0);
  return [...found.values()].sort((a, b) => last(a) - last(b) || b.most - a.most || a.channel.localeCompare(b.channel));
}

/** The Markov model a figure points out: of the order chosen, or of the one that foretells held-out paths best. */
export function shownMarkov(orders: Table | undefined, { order }: Pick<AttributionParams, "order">): Model {
  if (order !== "best") return `markov_${order}`;
  if (orders === undefined) return "markov_1";
  const likelihood = numbers(orders, "held_out_likelihood").map((value) => value ?? -Infinity);
  const best = numbers(orders, "order")[likelihood.indexOf(Math.max(...likelihood))] ?? 1;
  return `markov_${best === 3 ? 3 : best === 2 ? 2 : 1}`;
}

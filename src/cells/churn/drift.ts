import { quantile } from "../../analysis/quantile.ts";
import type { Table } from "../../schema/table.ts";
import { integers, numbers, texts } from "./columns.ts";
import { absent, rest, type Encoding } from "./encode.ts";
import { isNumeric, type Feature } from "./feature.ts";

/** How a feature was spread when the model learned: where its bins are cut, and the share of missing values first, then of each bin or level. */
export interface Spread {
  cuts: number[];
  shares: number[];
}

/** How far a feature has moved since. */
export interface Drift {
  name: string;
  /** Population stability index: 0 is no change, above 0.2 a large one. */
  psi: number;
  /** Texts that were not there, with how many customers have them. */
  unseen: { text: string; customers: number }[];
}

const bins = 10;
/** An empty bin counts as this share, so that the index stays finite. */
const least = 1e-4;

function sharesOf(feature: Feature, { levels = [] }: Encoding, cuts: readonly number[]): number[] {
  const counts = Array.from({ length: 1 + (isNumeric(feature) ? cuts.length + 1 : levels.length) }, () => 0);
  const place = new Map(levels.map((level, index) => [level, index + 1]));
  if (isNumeric(feature)) for (const value of feature.values) counts[Number.isNaN(value) ? 0 : 1 + cuts.filter((cut) => cut < value).length]!++;
  else for (const code of feature.codes) counts[place.get(code < 0 ? absent : feature.dictionary[code]!) ?? place.get(rest) ?? 0]!++;
  const rows = isNumeric(feature) ? feature.values.length : feature.codes.length;
  return counts.map((count) => count / Math.max(1, rows));
}

/** How features are spread among the rows a model learned from. */
export function spreadsOf(features: readonly Feature[], encodings: readonly Encoding[]): Spread[] {
  return features.map((feature, index) => {
    const sorted = isNumeric(feature) ? feature.values.filter((value) => !Number.isNaN(value)).sort() : new Float64Array(0);
    const quantiles = sorted.length === 0 ? [] : Array.from({ length: bins - 1 }, (_, cut) => quantile(sorted, (cut + 1) / bins));
    const cuts = [...new Set(quantiles)];
    return { cuts, shares: sharesOf(feature, encodings[index]!, cuts).map((share) => Number(share.toPrecision(6))) };
  });
}

/**
 * How far features have moved since the model learned.
 *
 * @see Siddiqi (2006), Credit Risk Scorecards, on the population stability index
 */
export function driftOf(features: readonly Feature[], encodings: readonly Encoding[], spreads: readonly Spread[]): Drift[] {
  return features.map((feature, index) => {
    const [then, encoding] = [spreads[index]!, encodings[index]!];
    const psi = sharesOf(feature, encoding, then.cuts).reduce((sum, share, bin) => {
      const [now, before] = [Math.max(least, share), Math.max(least, then.shares[bin] ?? 0)];
      return sum + (now - before) * Math.log(now / before);
    }, 0);
    const levels = new Set(encoding.levels);
    const unseen = new Map<string, number>();
    if (!isNumeric(feature) && !levels.has(rest)) {
      for (const code of feature.codes) {
        const text = code < 0 ? absent : feature.dictionary[code]!;
        if (!levels.has(text)) unseen.set(text, (unseen.get(text) ?? 0) + 1);
      }
    }
    return { name: feature.name, psi, unseen: [...unseen].map(([text, customers]) => ({ text, customers })) };
  });
}

/** `drift`: each feature's stability, the least stable first. */
export function driftTable(drifts: readonly Drift[], customers: number): Table {
  const sorted = [...drifts].sort((left, right) => right.psi - left.psi || (left.name < right.name ? -1 : 1));
  const columns = [
    texts(
      "feature",
      sorted.map(({ name }) => name),
    ),
    numbers(
      "psi",
      sorted.map(({ psi }) => psi),
      "value",
    ),
    integers(
      "unseen_customers",
      sorted.map(({ unseen }) => unseen.reduce((sum, one) => sum + one.customers, 0)),
      "count",
    ),
    integers(
      "customers",
      sorted.map(() => customers),
      "customers",
    ),
  ];
  return { rows: sorted.length, unit: "group", columns };
}

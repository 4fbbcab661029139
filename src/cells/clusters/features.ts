import { quantile } from "../../analysis/quantile.ts";
import type { Journey } from "../../journey/journey.ts";
import { behaviour } from "../../journey/traits/behaviour.ts";
import { columnTraits } from "../../journey/traits/column-traits.ts";
import type { Trait } from "../../journey/traits/trait.ts";
import { textCodes } from "../../journey/columns/text-codes.ts";
import type { ClustersParams } from "./params.ts";

/** A long tail on the right is drawn in where the skewness is above this. */
const longTail = 2;
const mostShares = 6;

/** What customers are compared by, as it is, and on one scale. */
export interface Features {
  traits: Trait[];
  /** Row by row, one row per customer: mean 0 and standard deviation 1 in each column. */
  points: Float64Array;
  width: number;
  /** Features whose logarithm was taken. */
  logged: string[];
  /** Features left out because they do not vary. */
  constant: string[];
}

/** The share of each customer's events by the most frequent values of a column. */
function mixTraits(journey: Journey, name: string): Trait[] {
  const { codes, dictionary } = textCodes(journey.property(name));
  const counts = new Map<number, number>();
  for (const code of codes) if (code >= 0) counts.set(code, (counts.get(code) ?? 0) + 1);
  const top = [...counts].sort((a, b) => b[1] - a[1] || (dictionary[a[0]]! < dictionary[b[0]]! ? -1 : 1)).slice(0, mostShares);
  return top.map(([level]) => ({
    name: `share of ${dictionary[level]!}`,
    source: name,
    isShare: true,
    values: Float64Array.from({ length: journey.customers }, (_, customer) => {
      let [all, found] = [0, 0];
      for (let event = journey.offsets[customer]!; event < journey.offsets[customer + 1]!; event++) {
        if (codes[event]! < 0) continue;
        all++;
        if (codes[event] === level) found++;
      }
      return all === 0 ? Number.NaN : found / all;
    }),
  }));
}

function moments(values: Float64Array): { mean: number; deviation: number; skewness: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let [squares, cubes] = [0, 0];
  for (const value of values) {
    squares += (value - mean) ** 2;
    cubes += (value - mean) ** 3;
  }
  const deviation = Math.sqrt(squares / values.length);
  return { mean, deviation, skewness: deviation > 0 ? cubes / values.length / deviation ** 3 : 0 };
}

/** Missing values become the median; a second feature says who they were. */
function filled(trait: Trait): Trait[] {
  const known = trait.values.filter((value) => !Number.isNaN(value)).sort();
  if (known.length === 0) return [];
  if (known.length === trait.values.length) return [trait];
  const middle = quantile(known, 0.5);
  const missing = trait.values.map((value) => (Number.isNaN(value) ? 1 : 0));
  return [
    { ...trait, values: trait.values.map((value) => (Number.isNaN(value) ? middle : value)) },
    { ...trait, name: `${trait.name} missing`, isShare: true, values: missing },
  ];
}

/** Draws the outer 1% on each side in to the quantiles. */
function drawnIn(values: Float64Array): Float64Array {
  const sorted = values.toSorted();
  const [low, high] = [quantile(sorted, 0.01), quantile(sorted, 0.99)];
  return values.map((value) => Math.min(high, Math.max(low, value)));
}

/**
 * The features customers are clustered by: logarithms where the tail is long, outer values drawn in, and every column with mean 0 and (population)
 * standard deviation 1.
 *
 * @throws {UserError} If a column is unknown.
 */
export function featuresOf(journey: Journey, params: ClustersParams): Features {
  const raw = [
    ...(params.behaviour ? behaviour(journey) : []),
    ...params.features.flatMap((column) => columnTraits(journey, column)),
    ...(params.mix === null ? [] : mixTraits(journey, params.mix)),
  ].flatMap(filled);
  const logged: string[] = [];
  const constant: string[] = [];
  const columns = raw.map((trait) => {
    const isLong = !trait.isShare && trait.values.every((value) => value >= 0) && moments(trait.values).skewness > longTail;
    if (isLong) logged.push(trait.name);
    const scaled = isLong ? trait.values.map(Math.log1p) : trait.values;
    const drawn = params.winsor && !trait.isShare ? drawnIn(scaled) : scaled;
    const { mean, deviation } = moments(drawn);
    if (!(deviation > 1e-12 * Math.max(1, Math.abs(mean)))) constant.push(trait.name);
    return drawn.map((value) => (value - mean) / deviation);
  });
  const kept = raw.map((_, at) => at).filter((at) => !constant.includes(raw[at]!.name));
  const points = new Float64Array(journey.customers * kept.length);
  kept.forEach((at, column) => columns[at]!.forEach((value, customer) => (points[customer * kept.length + column] = value)));
  return { traits: kept.map((at) => raw[at]!), points, width: kept.length, logged, constant };
}

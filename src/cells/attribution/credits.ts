import { chain, type Chain } from "../../analysis/attribution/chain.ts";
import type { Removal } from "../../analysis/attribution/chain-counts.ts";
import { channelSets } from "../../analysis/attribution/channel-sets.ts";
import { dataDriven, dataDrivenCredit, type DataDriven } from "../../analysis/attribution/data-driven.ts";
import { firstOrderRemoval } from "../../analysis/attribution/first-order-removal.ts";
import { heldOutLikelihood } from "../../analysis/attribution/held-out-likelihood.ts";
import { higherOrderRemoval } from "../../analysis/attribution/higher-order-removal.ts";
import { pathCredits, pathModels, type PathCredit } from "../../analysis/attribution/path-credit.ts";
import type { Paths } from "../../analysis/attribution/paths.ts";
import { mostExactChannels, rateShapley } from "../../analysis/attribution/rate-shapley.ts";
import { replicateOf, resampledSums, type ResampledSums } from "../../analysis/attribution/resampled-sums.ts";
import { sampledRateShapley } from "../../analysis/attribution/sampled-rate-shapley.ts";
import { hash32 } from "../../analysis/random/hash32.ts";
import type { Job } from "../cell.ts";
import { models, type Model } from "./models.ts";
import { rulesOf, type AttributionParams } from "./presets.ts";
import type { Ways } from "./ways.ts";
import { byCount, byCustomer } from "./weights.ts";

/** Numbers kept for the replicates of one chain, or of all channel sets; where there are more, only the data themselves are computed. */
const mostNumbers = 8e6;

/** What every model gives to every channel, in the data and in each replicate. */
export interface Credits {
  channels: number;
  /** Replicates, the data as they are (number 0) included. */
  replicates: number;
  /** At `(model × channels + channel) × replicates + replicate`; NaN where a model cannot tell. */
  conversions: Float64Array;
  values: Float64Array;
  /** Conversions without a touch, and all, per replicate. */
  none: { conversions: Float64Array; values: Float64Array };
  totals: { conversions: Float64Array; values: Float64Array };
  /** Removal effects of the orders 1 to 3 in the data; null where no path converts. */
  removals: (Removal | null)[];
  orders: { states: number; likelihood: number }[];
  /** Standard errors of the Shapley values of rates as parts of their sum, where they were sampled. */
  rateErrors: Float64Array | null;
  driven: DataDriven | null;
}

const numberOf = (model: Model) => models.indexOf(model);

/** Writes one model's shares of the conversions and values that had a touch. */
function share(credits: Credits, model: Model, replicate: number, parts: Float64Array, valueParts: Float64Array): void {
  const { channels, replicates, totals, none } = credits;
  const write = (into: Float64Array, shares: Float64Array, total: number) => {
    const whole = shares.reduce((sum, part) => sum + part, 0);
    for (let channel = 0; channel < channels; channel++) {
      into[(numberOf(model) * channels + channel) * replicates + replicate] = whole > 0 ? (shares[channel]! / whole) * total : Number.NaN;
    }
  };
  write(credits.conversions, parts, totals.conversions[replicate]! - none.conversions[replicate]!);
  write(credits.values, valueParts, totals.values[replicate]! - none.values[replicate]!);
}

/** Totals per replicate: every path model gives out all there is, so the first one's sum is the total. */
function totalsOf(sums: ResampledSums, kind: "conversions" | "values", channels: number, replicates: number): Float64Array {
  const totals = sums.none[kind].slice();
  for (let channel = 0; channel < channels; channel++) {
    for (let replicate = 0; replicate < replicates; replicate++) totals[replicate]! += sums[kind][channel * replicates + replicate]!;
  }
  return totals;
}

/** Credit of the models that look at one path alone, and of the logistic one once it is learnt. */
function creditOf(
  paths: Paths,
  ways: Ways,
  params: AttributionParams,
  driven: DataDriven | null,
): { of: (path: number) => PathCredit; models: number } {
  const { halfLife, position } = rulesOf(params);
  const simple = pathCredits(paths, { direct: ways.direct, position, halfLife });
  if (driven === null) return { of: simple, models: pathModels.length };
  const shares = new Float64Array(paths.channels);
  const widened = new Float64Array((pathModels.length + 1) * paths.channels);
  const of = (path: number): PathCredit => {
    const found = simple(path);
    widened.set(found.credit);
    if (found.distinct > 0) dataDrivenCredit(driven, path, found, shares);
    widened.set(shares.subarray(0, found.distinct), pathModels.length * paths.channels);
    return { ...found, credit: widened };
  };
  return { of, models: pathModels.length + 1 };
}

function copyPathModels(credits: Credits, sums: ResampledSums, driven: boolean): void {
  const size = credits.channels * credits.replicates;
  const sources: [Model, number][] = [
    ...pathModels.map((model, place): [Model, number] => [model, place]),
    ["shapley_ordered", pathModels.indexOf("shapley")],
  ];
  if (driven) sources.push(["logistic", pathModels.length]);
  for (const [model, place] of sources) {
    credits.conversions.set(sums.conversions.subarray(place * size, (place + 1) * size), numberOf(model) * size);
    credits.values.set(sums.values.subarray(place * size, (place + 1) * size), numberOf(model) * size);
  }
}

/** Markov credit of one order in one replicate. */
function removalOf(chain: Chain, order: number, sums: ResampledSums["chains"][number], replicates: number, replicate: number): Removal | null {
  const part = (values: Float64Array) => replicateOf(values, replicates, replicate);
  const counts = { taken: part(sums.taken), conversions: part(sums.conversions), nulls: part(sums.nulls), values: part(sums.values) };
  return order === 1 ? firstOrderRemoval(chain, counts) : higherOrderRemoval(chain, counts, replicate === 0 ? 1e-14 : 1e-9);
}

/**
 * Computes all models on one group's paths.
 *
 * @param within The part of the run's progress this takes.
 */
export async function creditsOf(paths: Paths, ways: Ways, params: AttributionParams, job: Job, within: [number, number]): Promise<Credits> {
  const [from, to] = within;
  const pauseIn = (start: number, end: number, doing: string) => (fraction: number) =>
    job.progress(from + (to - from) * (start + (end - start) * fraction), doing);
  const { channels } = paths;
  const ids = ways.journey?.attribute("customer").dictionary;
  const nameOf = (customer: number) => ids?.[customer] ?? String(customer);
  const fold = Uint8Array.from(paths.customer, (customer) => hash32(nameOf(customer)) % 5);
  const chains = [1, 2, 3].map((order) => chain(paths, order));
  const wanted = params.replicates + 1;
  const { halfLife } = rulesOf(params);
  const driven = channels < 2 ? null : await dataDriven(paths, fold, halfLife, pauseIn(0, 0.2, "learning which paths convert"));
  const credit = creditOf(paths, ways, params, driven);
  const sets = channelSets(paths);
  const setCount = sets.offsets.length - 1;
  const exact = channels <= mostExactChannels;
  const fits = chains.map(({ from, states }) => (from.length + 3 * states) * wanted <= mostNumbers);
  const resampleSets = exact && setCount * wanted * 2 <= mostNumbers;
  const weigh = (replicates: number) =>
    ids === undefined ? byCount(paths, replicates, params.seed) : byCustomer(paths, replicates, params.seed, nameOf);
  const sums = await resampledSums(
    paths,
    {
      replicates: wanted,
      credits: credit.of,
      models: credit.models,
      chains: chains.filter((_, place) => fits[place]),
      sets: resampleSets ? { of: sets.of, count: setCount } : null,
    },
    weigh(wanted),
    pauseIn(0.2, 0.6, "drawing customers again"),
  );
  // What is too large to be drawn again is counted once, without intervals.
  const alone = await resampledSums(
    paths,
    { replicates: 1, credits: credit.of, models: 0, chains, sets: { of: sets.of, count: setCount } },
    weigh(1),
    () => undefined,
  );
  const all = models.length * channels * wanted;
  const credits: Credits = {
    channels,
    replicates: wanted,
    conversions: new Float64Array(all).fill(Number.NaN),
    values: new Float64Array(all).fill(Number.NaN),
    none: sums.none,
    totals: { conversions: totalsOf(sums, "conversions", channels, wanted), values: totalsOf(sums, "values", channels, wanted) },
    removals: [],
    orders: chains.map((chain) => ({ states: chain.states, likelihood: heldOutLikelihood(paths, chain, fold) })),
    rateErrors: null,
    driven,
  };
  copyPathModels(credits, sums, driven !== null);
  for (let order = 1; order <= 3; order++) {
    const resampled = fits[order - 1] ? sums.chains[fits.slice(0, order - 1).filter(Boolean).length]! : null;
    for (let replicate = 0; replicate < (resampled === null ? 1 : wanted); replicate++) {
      const pause = pauseIn(0.6, 0.95, `Markov of order ${order}`)((order - 1 + replicate / wanted) / 3);
      if (pause) await pause;
      const removal = removalOf(chains[order - 1]!, order, resampled ?? alone.chains[order - 1]!, resampled === null ? 1 : wanted, replicate);
      if (replicate === 0) credits.removals.push(removal);
      if (removal !== null) share(credits, `markov_${order}` as Model, replicate, removal.effect, removal.valueEffect);
    }
  }
  rates(credits, sums, alone, sets, exact, params.seed);
  return credits;
}

/** Shapley of rates: the value is shared out as the conversions are. */
function rates(
  credits: Credits,
  sums: ResampledSums,
  alone: ResampledSums,
  sets: ReturnType<typeof channelSets>,
  exact: boolean,
  seed: number,
): void {
  if (credits.channels === 0 || sets.offsets.length < 2) return;
  if (!exact) {
    const { values, errors } = sampledRateShapley(sets, alone.sets!.conversions, alone.sets!.journeys, seed);
    const whole = values.reduce((sum, value) => sum + value, 0);
    credits.rateErrors = errors.map((error) => error / whole);
    share(credits, "shapley_rate", 0, values, values);
    return;
  }
  const { replicates } = credits;
  const counted = sums.sets ?? alone.sets!;
  const drawn = sums.sets === null ? 1 : replicates;
  for (let replicate = 0; replicate < drawn; replicate++) {
    const values = rateShapley(sets, replicateOf(counted.conversions, drawn, replicate), replicateOf(counted.journeys, drawn, replicate));
    share(credits, "shapley_rate", replicate, values, values);
  }
}

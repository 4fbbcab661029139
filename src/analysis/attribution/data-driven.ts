import { logisticRegression, type LogisticFit } from "../logistic/logistic-regression.ts";
import { sigmoid, softplus } from "../logistic/sigmoid.ts";
import type { Pause } from "../pause.ts";
import { auc } from "../ranking/auc.ts";
import type { PathCredit } from "./path-credit.ts";
import type { Paths } from "./paths.ts";
import { shapleyValues } from "./shapley-values.ts";

/** Paths learned from; of more, every so many-th is taken. */
const mostRows = 20_000;
const penalties = [1, 10, 100];
/** Paths of more distinct channels are shared out by log odds, whose Shapley values need no sum over subsets. */
const mostExact = 12;
const day = 86_400_000;

/** A model of which paths convert, and how well it tells paths apart that it has not seen. */
export interface DataDriven {
  fit: LogisticFit;
  features: readonly Float64Array[];
  /** Area under the curve over five folds held out by customer; null where it cannot be had. */
  heldOut: number | null;
}

/** Per channel its touches, fading from the path's last one; then the path's length, and the time since the touch before the last. */
function featuresOf({ count, channels, starts, ends, channel, time }: Paths, halfLife: number): Float64Array[] {
  const columns = Array.from({ length: channels + 2 }, () => new Float64Array(count));
  const [lengths, recency] = [columns[channels]!, columns[channels + 1]!];
  for (let path = 0; path < count; path++) {
    const [start, end] = [starts[path]!, ends[path]!];
    if (start === end) continue;
    for (let touch = start; touch < end; touch++) {
      columns[channel[touch]!]![path]! += time === null ? 2 ** (touch - end + 1) : 2 ** ((time[touch]! - time[end - 1]!) / halfLife);
    }
    for (let code = 0; code < channels; code++) columns[code]![path] = Math.log1p(columns[code]![path]!);
    lengths[path] = Math.log(end - start);
    recency[path] = time === null || end - start < 2 ? 0 : Math.log1p((time[end - 1]! - time[end - 2]!) / day);
  }
  return columns;
}

/** One row per path that converted and per path that did not, in order; of more than enough, spread evenly over them. */
function rowsOf({ count, starts, ends, conversions, nulls }: Paths): { paths: Uint32Array; outcomes: Uint8Array } {
  let total = 0;
  for (let path = 0; path < count; path++) if (ends[path]! > starts[path]!) total += conversions[path]! + nulls[path]!;
  const step = Math.max(1, total / mostRows);
  const paths: number[] = [];
  const outcomes: number[] = [];
  // Converting paths first: the thinning takes the same part of both kinds.
  for (const [outcome, times] of [conversions, nulls].entries()) {
    let owed = 0;
    for (let path = 0; path < count; path++) {
      if (ends[path] === starts[path]) continue;
      for (owed += times[path]!; owed >= step; owed -= step) {
        paths.push(path);
        outcomes.push(1 - outcome);
      }
    }
  }
  return { paths: Uint32Array.from(paths), outcomes: Uint8Array.from(outcomes) };
}

const oddsOf = ({ intercept, coefficients }: LogisticFit, columns: readonly Float64Array[], row: number): number =>
  columns.reduce((sum, column, place) => sum + coefficients[place]! * column[row]!, intercept);

/**
 * Learns from converting and other paths which channels go with a conversion, by logistic regression with an L2 penalty chosen on held-out paths.
 *
 * It needs paths to nothing. Channels of customers who would have bought anyway look as if they worked: nothing here is causal.
 *
 * @param fold Per path 0 to 4; all paths of a customer in one.
 * @returns Null where only one outcome occurs.
 * @see Shao and Li (2011), Data-driven multi-touch attribution models
 */
export async function dataDriven(paths: Paths, fold: Uint8Array, halfLife: number, pause: Pause): Promise<DataDriven | null> {
  const features = featuresOf(paths, halfLife);
  const rows = rowsOf(paths);
  if (!rows.outcomes.includes(1) || !rows.outcomes.includes(0)) return null;
  const columns = features.map((feature) => Float64Array.from(rows.paths, (path) => feature[path]!));
  const places = Uint32Array.from(rows.paths.keys());
  let best = { loss: Infinity, penalty: penalties[0]!, odds: new Float64Array(0) };
  for (const penalty of penalties) {
    const odds = new Float64Array(rows.paths.length);
    let loss = 0;
    for (let held = 0; held < 5; held++) {
      const seen = places.filter((place) => fold[rows.paths[place]!] !== held);
      if (seen.length === 0 || !seen.some((place) => rows.outcomes[place] === 1) || seen.every((place) => rows.outcomes[place] === 1)) continue;
      const fit = await logisticRegression({ columns, outcomes: rows.outcomes, rows: seen }, penalty, pause);
      for (const place of places) {
        if (fold[rows.paths[place]!] !== held) continue;
        odds[place] = oddsOf(fit, columns, place);
        loss += softplus(odds[place]!) - (rows.outcomes[place] === 1 ? odds[place]! : 0);
      }
    }
    if (loss < best.loss) best = { loss, penalty, odds };
  }
  const fit = await logisticRegression({ columns, outcomes: rows.outcomes }, best.penalty, pause);
  return { fit, features, heldOut: best.odds.length === 0 ? null : auc(best.odds, rows.outcomes).auc };
}

/**
 * Shares out one conversion: the positive parts of the Shapley values of the probability when channels are taken out of the path, in proportion.
 * Where no channel raises the probability, all share equally.
 *
 * @param credit The distinct channels of the path.
 * @param shares Written: one number per distinct channel, together 1.
 */
export function dataDrivenCredit({ fit, features }: DataDriven, path: number, { channels, distinct }: PathCredit, shares: Float64Array): void {
  if (distinct === 1) {
    shares[0] = 1;
    return;
  }
  const part = (place: number) => fit.coefficients[channels[place]!]! * features[channels[place]!]![path]!;
  let values: Float64Array;
  if (distinct > mostExact) values = Float64Array.from({ length: distinct }, (_, place) => part(place));
  else {
    const odds = new Float64Array(2 ** distinct);
    const own = Array.from({ length: distinct }, (_, place) => part(place));
    odds[0] = oddsOf(fit, features, path) - own.reduce((sum, value) => sum + value, 0);
    for (let place = 0; place < distinct; place++) {
      const bit = 1 << place;
      for (let set = 0; set < bit; set++) odds[set | bit] = odds[set]! + own[place]!;
    }
    values = shapleyValues(odds.map(sigmoid));
  }
  let total = 0;
  for (let place = 0; place < distinct; place++) total += Math.max(0, values[place]!);
  for (let place = 0; place < distinct; place++) shares[place] = total > 0 ? Math.max(0, values[place]!) / total : 1 / distinct;
}

import { midRankCuts, quantileCuts, scoreOf } from "../../analysis/segments/score-cuts.ts";
import { sortedNumbers } from "../../analysis/sorted-numbers.ts";
import { UserError } from "../../schema/errors.ts";
import type { Measures } from "./measure.ts";
import { segmentOf, togetherScore } from "./names.ts";
import type { RfmParams } from "./params.ts";

/** How many scores a measure has. */
export const groups = 5;

/** The cuts between the scores of the three measures, each increasing; −∞ where nobody is below. */
export interface Cuts {
  recency: Float64Array;
  frequency: Float64Array;
  monetary: Float64Array;
}

/** The scores of every customer from 1 to 5, 5 the best; 0 where they are not measured. */
export interface Scores {
  recency: Uint8Array;
  frequency: Uint8Array;
  monetary: Uint8Array;
  /** Of frequency and money together. */
  together: Uint8Array;
  /** Places in the segments' names; −1 where not measured. */
  segment: Int32Array;
}

const measures = ["recency", "frequency", "monetary"] as const;

function written(text: string, param: string): Float64Array {
  const cuts = Float64Array.from(
    text.split(/[,;]\s*|\s+/).filter((part) => part !== ""),
    Number,
  );
  const isIncreasing = cuts.every((cut, at) => !Number.isNaN(cut) && (at === 0 || cuts[at - 1]! < cut));
  if (cuts.length === groups - 1 && isIncreasing) return cuts;
  throw new UserError(`"${text}" is not a list of four increasing numbers.`, 'Write four cuts, such as "30, 60, 120, 240".', { param });
}

function known(values: Float64Array, count: number): Float64Array {
  const kept = new Float64Array(count);
  let taken = 0;
  for (let at = 0; at < values.length; at++) if (!Number.isNaN(values[at])) kept[taken++] = values[at]!;
  return kept;
}

/** The cuts that scores are made by. @throws {UserError} If written cuts are not four increasing numbers. */
export function cutsOf(found: Measures, params: RfmParams): Cuts {
  const of = (measure: (typeof measures)[number]): Float64Array => {
    if (params.scoring === "fixed") return written(params[`${measure}_cuts`], `${measure}_cuts`);
    const sorted = sortedNumbers(known(found[measure], found.n));
    return params.scoring === "quintiles" ? midRankCuts(sorted, groups) : quantileCuts(sorted, groups);
  };
  return { recency: of("recency"), frequency: of("frequency"), monetary: of("monetary") };
}

/** Scores every measured customer by the cuts; the fewer days since the last purchase, the better. */
export function scoresOf(found: Measures, cuts: Cuts): Scores {
  const customers = found.recency.length;
  const make = () => new Uint8Array(customers);
  const scores: Scores = { recency: make(), frequency: make(), monetary: make(), together: make(), segment: new Int32Array(customers).fill(-1) };
  for (let customer = 0; customer < customers; customer++) {
    if (Number.isNaN(found.recency[customer])) continue;
    const recency = groups + 1 - scoreOf(found.recency[customer]!, cuts.recency);
    const frequency = scoreOf(found.frequency[customer]!, cuts.frequency);
    const monetary = scoreOf(found.monetary[customer]!, cuts.monetary);
    const together = togetherScore(frequency, monetary);
    scores.recency[customer] = recency;
    scores.frequency[customer] = frequency;
    scores.monetary[customer] = monetary;
    scores.together[customer] = together;
    scores.segment[customer] = segmentOf(recency, together);
  }
  return scores;
}

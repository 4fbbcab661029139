import { auc } from "../../analysis/ranking/auc.ts";
import { isNumeric, type Feature, type Sample } from "./feature.ts";

const tooGood = 0.98;
/** A text that fewer customers share says little by itself. */
const fewest = 5;

/** How each row looks by one feature: its value, or the share of those with its text who left. */
function lookOf(feature: Feature, outcomes: Uint8Array): Float64Array {
  if (isNumeric(feature)) return feature.values;
  const [left, all] = [new Float64Array(feature.dictionary.length + 1), new Float64Array(feature.dictionary.length + 1)];
  feature.codes.forEach((code, row) => {
    left[code + 1]! += outcomes[row]!;
    all[code + 1]!++;
  });
  return Float64Array.from(feature.codes, (code) => (all[code + 1]! < fewest ? 0.5 : left[code + 1]! / all[code + 1]!));
}

/** How well a score tells outcomes apart, whichever way it points. */
function apart(scores: Float64Array, outcomes: Uint8Array): number {
  const ones = outcomes.reduce((sum, outcome) => sum + outcome, 0);
  if (ones < fewest || outcomes.length - ones < fewest) return 0.5;
  const area = auc(scores, outcomes).auc;
  return Math.max(area, 1 - area);
}

/** The names of features that alone know the outcome: an area of 0.98 or more, by their values or by whether they are missing. */
export function suspects({ features, outcomes }: Sample): string[] {
  const tells = (feature: Feature) => {
    const look = lookOf(feature, outcomes);
    const missing = look.map((value) => (Number.isNaN(value) ? 1 : 0));
    const isThere = (_: number, row: number) => missing[row] === 0;
    const known = look.filter(isThere);
    // Where few have a value, the area among them says little of everyone.
    const byValue = known.length < look.length / 2 ? 0.5 : apart(known, outcomes.filter(isThere));
    return byValue >= tooGood || (missing.includes(1) && apart(missing, outcomes) >= tooGood);
  };
  return features.filter(tells).map(({ name }) => name);
}

import { hash32 } from "../../analysis/random/hash32.ts";
import { random } from "../../analysis/random/random.ts";

/**
 * Deals customers into folds of about equal size and equal share of leavers; all rows of a customer are in one.
 *
 * Chance is drawn from the customers' ids, so that the order of rows changes nothing.
 */
export function dealFolds(ids: readonly string[], outcomes: Uint8Array, folds: number, seed: number): Int32Array {
  const left = new Map<string, number>();
  ids.forEach((id, row) => left.set(id, Math.max(left.get(id) ?? 0, outcomes[row]!)));
  const drawn = [...left].map(([id, outcome]) => ({ id, outcome, draw: random(seed, hash32(`fold ${id}`))() }));
  drawn.sort((a, b) => a.outcome - b.outcome || a.draw - b.draw || (a.id < b.id ? -1 : 1));
  const foldOf = new Map(drawn.map(({ id }, place) => [id, place % folds]));
  return Int32Array.from(ids, (id) => foldOf.get(id)!);
}

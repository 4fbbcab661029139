import type { Chain } from "./chain.ts";
import type { ChainCounts, Removal } from "./chain-counts.ts";

const mostSweeps = 20_000;

/** What is reached from each state: the chance of a conversion and its expected worth. */
interface Reached {
  x: Float64Array;
  worth: Float64Array;
}

/**
 * Solves x = r + Q x by sweeps over the states, last found first: paths run from early states to late ones, so most of the answer is there after
 * the first sweep.
 *
 * @param without The channel whose states give nothing; −2 for none, since −1 is that of the start.
 */
function sweep(chain: Chain, first: Int32Array, counts: ChainCounts, out: Float64Array, reached: Reached, without: number, tolerance: number): void {
  const { states, last, to } = chain;
  const { taken, conversions, values } = counts;
  const { x, worth } = reached;
  for (let state = 0; state < states; state++) {
    if (out[state]! > 0 && last[state] !== without) continue;
    x[state] = 0;
    worth[state] = 0;
  }
  for (let round = 0; round < mostSweeps; round++) {
    let change = 0;
    let change2 = 0;
    for (let state = states - 1; state >= 0; state--) {
      if (out[state] === 0 || last[state] === without) continue;
      let chance = conversions[state]!;
      let value = values[state]!;
      let stays = 0;
      for (let edge = first[state]!; edge < first[state + 1]!; edge++) {
        const next = to[edge]!;
        if (next === state) stays = taken[edge]!;
        else {
          chance += taken[edge]! * x[next]!;
          value += taken[edge]! * worth[next]!;
        }
      }
      const left = out[state]! - stays;
      chance = left > 0 ? chance / left : 0;
      value = left > 0 ? value / left : 0;
      change = Math.max(change, Math.abs(chance - x[state]!));
      change2 = Math.max(change2, Math.abs(value - worth[state]!));
      x[state] = chance;
      worth[state] = value;
    }
    if (change <= tolerance && change2 <= tolerance * Math.max(1, Math.abs(worth[0]!))) return;
  }
}

/**
 * Removal effects of a chain of any order: all states that end with a channel lead to nothing, and the rest is solved anew.
 *
 * Repeats of one channel matter from order 2 on. Rare states make the result fit its own data: prefer the order that predicts held-out paths.
 *
 * @param tolerance The change per sweep below which a solution is taken for settled; the default settles the last digits.
 * @returns Null where no path converts.
 * @see Anderl et al. (2016), Mapping the customer journey
 */
export function higherOrderRemoval(chain: Chain, counts: ChainCounts, tolerance = 1e-14): Removal | null {
  const { channels, states, from } = chain;
  const first = new Int32Array(states + 1);
  for (const state of from) first[state + 1]!++;
  for (let state = 0; state < states; state++) first[state + 1]! += first[state]!;
  const out = new Float64Array(states);
  for (let state = 0; state < states; state++) out[state] = counts.conversions[state]! + counts.nulls[state]!;
  for (let edge = 0; edge < from.length; edge++) out[from[edge]!]! += counts.taken[edge]!;
  const whole: Reached = { x: new Float64Array(states), worth: new Float64Array(states) };
  sweep(chain, first, counts, out, whole, -2, tolerance);
  const [conversion, value] = [whole.x[0]!, whole.worth[0]!];
  if (!(conversion > 0)) return null;
  const effect = new Float64Array(channels);
  const valueEffect = new Float64Array(channels);
  for (let channel = 0; channel < channels; channel++) {
    const rest: Reached = { x: whole.x.slice(), worth: whole.worth.slice() };
    sweep(chain, first, counts, out, rest, channel, tolerance);
    effect[channel] = Math.max(0, 1 - rest.x[0]! / conversion);
    valueEffect[channel] = value === 0 ? 0 : 1 - rest.worth[0]! / value;
  }
  return { conversion, value, effect, valueEffect };
}

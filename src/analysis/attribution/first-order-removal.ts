import { lu, solve } from "../linear/lu.ts";
import type { Chain } from "./chain.ts";
import type { ChainCounts, Removal } from "./chain-counts.ts";

/**
 * Removal effects of a chain that remembers one channel, exact and with one factorisation: (N[s,c] / N[c,c]) · x_c / x_s, the chance to reach a
 * channel times what is reached from it.
 *
 * Without paths to nothing every x is 1, and the effect is only the share of paths that hold the channel. It describes the paths that were taken:
 * customers who cannot go one way often go another.
 *
 * @returns Null where no path converts or the chain is singular.
 * @see Anderl et al. (2016), Mapping the customer journey; Kemeny and Snell (1960), Finite Markov chains, chapter 3
 */
export function firstOrderRemoval({ channels, states, last, from, to }: Chain, counts: ChainCounts): Removal | null {
  const { taken, conversions, nulls, values } = counts;
  const out = new Float64Array(states);
  for (let state = 0; state < states; state++) out[state] = conversions[state]! + nulls[state]!;
  for (let edge = 0; edge < from.length; edge++) out[from[edge]!]! += taken[edge]!;
  const matrix = new Float64Array(states * states);
  for (let state = 0; state < states; state++) matrix[state * states + state] = 1;
  for (let edge = 0; edge < from.length; edge++) {
    if (out[from[edge]!]! > 0) matrix[from[edge]! * states + to[edge]!]! -= taken[edge]! / out[from[edge]!]!;
  }
  const factors = lu(matrix, states);
  if (factors === null) return null;
  const rate = (sums: Float64Array) => Float64Array.from(sums, (sum, state) => (out[state]! > 0 ? sum / out[state]! : 0));
  const x = solve(factors, rate(conversions));
  const worth = solve(factors, rate(values));
  if (!(x[0]! > 0)) return null;
  const effect = new Float64Array(channels);
  const valueEffect = new Float64Array(channels);
  const unit = new Float64Array(states);
  for (let state = 1; state < states; state++) {
    unit.fill(0);
    unit[state] = 1;
    const visits = solve(factors, unit);
    const reached = visits[0]! / visits[state]!;
    effect[last[state]!] = (reached * x[state]!) / x[0]!;
    valueEffect[last[state]!] = worth[0] === 0 ? 0 : (reached * worth[state]!) / worth[0]!;
  }
  return { conversion: x[0]!, value: worth[0]!, effect, valueEffect };
}

import { bands, depths, type GainCurve } from "./judge.ts";
import type { ChurnParams } from "./params.ts";

/** What contacting the riskiest share of the judged customers would have brought. */
export interface ProfitCurve {
  values: Float64Array;
  lower: Float64Array;
  upper: Float64Array;
  /** The depth with the largest profit; −1 where contacting nobody is best. */
  best: number;
}

/** Whether all that profit needs is given: there is no usual price of a contact. */
export function hasMoney(params: ChurnParams): params is ChurnParams & { contact_cost: number; value: number; save_rate: number } {
  return params.contact_cost !== null && params.value !== null && params.save_rate !== null;
}

/**
 * Profit by depth: leavers found × share kept × value − customers contacted × cost.
 *
 * The band is of the leavers found; save rate and value are taken as they are given.
 */
export function profitCurve(
  { shares, replicates }: GainCurve,
  customers: number,
  left: number,
  params: ChurnParams,
  level: number,
): ProfitCurve | null {
  if (!hasMoney(params)) return null;
  const { contact_cost: cost, value, save_rate: rate } = params;
  const profit = (found: Float64Array) => found.map((share, depth) => share * left * rate * value - depths[depth]! * customers * cost);
  const values = profit(shares);
  let best = -1;
  values.forEach((amount, depth) => {
    if (amount > (best < 0 ? 0 : values[best]!)) best = depth;
  });
  return { values, ...bands(replicates.map(profit), level), best };
}

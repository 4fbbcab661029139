import { benjaminiHochberg } from "../segments/benjamini-hochberg.ts";
import { erfc } from "../special/erfc.ts";
import { normalQuantile } from "../special/normal-quantile.ts";
import { landmarkExposures, type LandmarkInput } from "./landmark-exposures.ts";

/** How much likelier the goal is after a step. NaN where it cannot be told. */
export interface Lift {
  /** Customers who had seen the step at one of the landmarks. */
  exposed: Int32Array;
  /** The pooled risk ratio with its bounds. */
  ratio: Float64Array;
  lower: Float64Array;
  upper: Float64Array;
  /** The probability of so large a ratio where there is none, and its q-value over all steps. */
  p: Float64Array;
  q: Float64Array;
  /** Customers at one landmark at least. */
  customers: number;
}

/** Fewer customers who reached the goal on either side give no ratio. */
const fewest = 5;

/**
 * The lift of each step towards a goal by landmark comparison: of customers with equally many steps behind them who have not reached the goal,
 * those who had seen the step are compared with those who had not, by who reaches the goal within a time. Landmarks are pooled to Mantel and
 * Haenszel's risk ratio.
 *
 * Comparing everyone who ever saw a step would favour steps that only long journeys have time for. It remains an association: who sees a step may
 * differ in other ways. The variance takes a customer who stands at several landmarks for one.
 *
 * @param width Steps are from 0 to width − 1.
 * @param level The confidence level, such as 0.95.
 * @see Greenland and Robins (1985), Estimation of a common effect parameter from sparse follow-up data; Anderson, Cain and Gelber (1983)
 */
export function landmarkLift(input: LandmarkInput, width: number, level = 0.95): Lift {
  const { landmarks } = input;
  // Customers alike at all landmarks are counted together: at risk at so many, successful from one on, exposed from one on.
  const kinds = landmarks * (landmarks + 1);
  const everyone = new Float64Array(kinds);
  const tally = new Float64Array(width * kinds * landmarks);
  const kind = new Int32Array(input.offsets.length - 1);
  const exposed = new Int32Array(width);
  let customers = 0;
  landmarkExposures(
    input,
    width,
    (customer, atRisk, succeeds) => {
      kind[customer] = (atRisk - 1) * (landmarks + 1) + succeeds;
      everyone[kind[customer]!]!++;
      customers++;
    },
    (customer, step, since) => {
      exposed[step]!++;
      tally[(step * kinds + kind[customer]!) * landmarks + since]!++;
    },
  );
  const make = () => new Float64Array(width).fill(Number.NaN);
  const lift: Lift = { exposed, ratio: make(), lower: make(), upper: make(), p: make(), q: make(), customers };
  const reach = -normalQuantile((1 - level) / 2);
  for (let step = 0; step < width; step++) {
    const found = pooledRatio(everyone, tally.subarray(step * kinds * landmarks, (step + 1) * kinds * landmarks), landmarks);
    if (found === null) continue;
    lift.ratio[step] = Math.exp(found.log);
    lift.lower[step] = Math.exp(found.log - reach * found.error);
    lift.upper[step] = Math.exp(found.log + reach * found.error);
    lift.p[step] = erfc(Math.abs(found.log) / found.error / Math.SQRT2);
  }
  lift.q = benjaminiHochberg(lift.p);
  return lift;
}

/** One step's log risk ratio over all landmarks, with its standard error. */
function pooledRatio(everyone: Float64Array, tally: Float64Array, landmarks: number): { log: number; error: number } | null {
  const make = () => new Float64Array(landmarks);
  const [all, allWon, seen, seenWon] = [make(), make(), make(), make()];
  const each = (visit: (place: number, atRisk: number, succeeds: number) => void) => {
    for (let place = 0; place < everyone.length; place++) visit(place, Math.floor(place / (landmarks + 1)) + 1, place % (landmarks + 1));
  };
  each((place, atRisk, succeeds) => {
    for (let landmark = 0; landmark < atRisk; landmark++) {
      all[landmark]! += everyone[place]!;
      if (landmark >= succeeds) allWon[landmark]! += everyone[place]!;
      for (let since = 0; since <= landmark; since++) {
        const count = tally[place * landmarks + since]!;
        seen[landmark]! += count;
        if (landmark >= succeeds) seenWon[landmark]! += count;
      }
    }
  });
  let [above, below, won, lost] = [0, 0, 0, 0];
  for (let landmark = 0; landmark < landmarks; landmark++) {
    const others = all[landmark]! - seen[landmark]!;
    if (seen[landmark] === 0 || others === 0) continue;
    const otherWon = allWon[landmark]! - seenWon[landmark]!;
    above += (seenWon[landmark]! * others) / all[landmark]!;
    below += (otherWon * seen[landmark]!) / all[landmark]!;
    won = Math.max(won, seenWon[landmark]!);
    lost = Math.max(lost, otherWon);
  }
  if (Math.min(won, lost) < fewest) return null;
  const ratio = above / below;
  let squares = 0;
  each((place, atRisk, succeeds) => {
    let unexposed = everyone[place]!;
    for (let since = 0; since <= atRisk; since++) {
      const count = since < atRisk ? tally[place * landmarks + since]! : unexposed;
      unexposed -= since < atRisk ? count : 0;
      if (count > 0) squares += count * pull(atRisk, succeeds, since) ** 2;
    }
  });
  return { log: Math.log(ratio), error: Math.sqrt(squares) / above };

  /** What one such customer adds to the estimating equation. */
  function pull(atRisk: number, succeeds: number, since: number): number {
    let sum = 0;
    for (let landmark = 0; landmark < atRisk; landmark++) {
      const others = all[landmark]! - seen[landmark]!;
      if (seen[landmark] === 0 || others === 0) continue;
      const success = landmark >= succeeds ? 1 : 0;
      if (landmark >= since) sum += ((success - seenWon[landmark]! / seen[landmark]!) * others) / all[landmark]!;
      else sum -= (ratio * (success - (allWon[landmark]! - seenWon[landmark]!) / others) * seen[landmark]!) / all[landmark]!;
    }
    return sum;
  }
}

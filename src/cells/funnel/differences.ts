import { newcombeDifference } from "../../analysis/intervals/newcombe-difference.ts";
import { wilson } from "../../analysis/intervals/wilson.ts";
import { benjaminiHochberg } from "../../analysis/segments/benjamini-hochberg.ts";
import { erfc } from "../../analysis/special/erfc.ts";
import type { StepCounts } from "./counts.ts";
import type { AttemptGroups } from "./groups.ts";

/** A group against all other customers. */
export interface GroupDifference {
  group: string;
  customers: number;
  converted: number;
  rate: number;
  rateLower: number;
  rateUpper: number;
  rest: number;
  difference: number;
  lower: number;
  upper: number;
  q: number;
}

/** How each group's conversion differs from everyone else's: Newcombe's intervals, and q-values as there are several groups. */
export function groupDifferences({ names }: AttemptGroups, { reached }: StepCounts, level: number): GroupDifference[] {
  const steps = reached.length / names.length;
  const at = (step: number) => names.map((_, group) => reached[group * steps + step]!);
  const [entered, converted] = [at(0), at(steps - 1)];
  const sum = (list: readonly number[]) => list.reduce((total, count) => total + count, 0);
  const [allEntered, allConverted] = [sum(entered), sum(converted)];
  const pooled = allConverted / allEntered;
  const found = names.flatMap((group, place): GroupDifference[] => {
    const [n, x] = [entered[place]!, converted[place]!];
    const [m, y] = [allEntered - n, allConverted - x];
    if (n === 0 || m === 0) return [];
    const { difference, lower, upper } = newcombeDifference(x, n, y, m, level);
    const error = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
    const p = error === 0 ? 1 : erfc(Math.abs(difference) / error / Math.SQRT2);
    const own = wilson(x, n, level);
    return [
      { group, customers: n, converted: x, rate: x / n, rateLower: own.lower, rateUpper: own.upper, rest: y / m, difference, lower, upper, q: p },
    ];
  });
  const q = benjaminiHochberg(Float64Array.from(found, ({ q: p }) => p));
  return found.map((row, place) => ({ ...row, q: q[place]! }));
}

import { newcombeDifference } from "../../analysis/intervals/newcombe-difference.ts";
import { benjaminiHochberg } from "../../analysis/segments/benjamini-hochberg.ts";
import { erfc } from "../../analysis/special/erfc.ts";
import type { Tally } from "./tally.ts";
import type { TouchGroups } from "./touch-groups.ts";

/** How one group differs from the other, or from all others, in one cell and one measure. */
export interface CellDifference {
  cell: number;
  measure: "conversion" | "drop_off";
  group: number;
  /** The group compared with; −1 for all others. */
  other: number;
  customers: number;
  rate: number;
  otherRate: number;
  difference: number;
  lower: number;
  upper: number;
  /** Benjamini and Hochberg's q-value over all of them. */
  q: number;
}

/** The two-sided probability of so large a difference of two shares where there is none, by the pooled normal approximation. */
function chance(hits1: number, of1: number, hits2: number, of2: number): number {
  const pooled = (hits1 + hits2) / (of1 + of2);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / of1 + 1 / of2));
  return error > 0 ? erfc(Math.abs(hits1 / of1 - hits2 / of2) / error / Math.SQRT2) : 1;
}

/** Compares groups in every cell where both sides have enough customers: where there are two, the second with the first; of more, each with all others. */
export function compareGroups(cells: number, tally: Tally, { names }: TouchGroups, least: number, level: number): CellDifference[] {
  const groups = names.length;
  const measures = [
    { measure: "conversion", hits: tally.converted, of: tally.mature },
    { measure: "drop_off", hits: tally.dropped, of: tally.followed },
  ] as const;
  const found: (Omit<CellDifference, "q"> & { p: number })[] = [];
  for (let cell = 0; cell < cells; cell++) {
    for (const { measure, hits, of } of measures) {
      const at = (group: number) => [hits[cell * groups + group]!, of[cell * groups + group]!] as const;
      const [allHits, all] = names.reduce(([sum, n], _, group) => [sum + at(group)[0], n + at(group)[1]], [0, 0] as [number, number]);
      const there = names.map((_, group) => group).filter((group) => at(group)[1] > 0);
      const isPair = there.length === 2;
      for (const group of isPair ? there.slice(1) : there) {
        const [own, n] = at(group);
        const [others, m] = [allHits - own, all - n];
        if (n < least || m < least) continue;
        found.push({
          cell,
          measure,
          group,
          other: isPair ? there[0]! : -1,
          customers: tally.customers[cell * groups + group]!,
          rate: own / n,
          otherRate: others / m,
          ...newcombeDifference(own, n, others, m, level),
          p: chance(own, n, others, m),
        });
      }
    }
  }
  const q = benjaminiHochberg(Float64Array.from(found, ({ p }) => p));
  return found.map(({ p, ...difference }, at) => ({ ...difference, q: Number.isNaN(p) ? 1 : q[at]! }));
}

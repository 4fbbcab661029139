import type { Cohorts, RetentionParams } from "./cohorts.ts";

/** The counts of the heat map's cells, `slots × periods`. */
export interface Counts {
  /** Customers per slot. */
  size: Int32Array;
  eligible: Int32Array;
  active: Int32Array;
  /** 1 where every customer of the cohort was observed to the end of the period. */
  complete: Uint8Array;
}

/** How many customers each slot has. */
export function sizes(slot: Int32Array, slots: number): Int32Array {
  const size = new Int32Array(slots);
  for (const at of slot) if (at >= 0) size[at]!++;
  return size;
}

/** Which cells are over: calendar periods that ended within the data, or periods all customers of a cohort have been observed for. */
export function completeCells(cohorts: Cohorts, params: RetentionParams, size: Int32Array, eligible: Int32Array): Uint8Array {
  const { periods, count, first, unfinished, span } = cohorts;
  const byCalendar = params.periods === "calendar" && params.measure !== "bracket";
  return Uint8Array.from(eligible, (seen, cell) => {
    const slot = Math.floor(cell / periods);
    if (seen === 0) return 0;
    const ends = first + (slot % count) + (cell % periods) + span.ahead;
    return (byCalendar ? ends < unfinished : seen === size[slot]) ? 1 : 0;
  });
}

/** Which cells the average is over: the complete ones; where each customer's own periods count, all that anyone was observed for. */
export function averagedCells(params: RetentionParams, counts: Counts): Uint8Array {
  const byCalendar = params.periods === "calendar" && params.measure !== "bracket";
  if (byCalendar && params.complete_only) return counts.complete;
  return Uint8Array.from(counts.eligible, (seen) => (seen > 0 ? 1 : 0));
}

/** Which cells the same-cohort curve is over: those of the cohorts complete at the last period at which any cohort is, per group. */
export function sameCohortCells(cohorts: Cohorts, counts: Counts): Uint8Array {
  const { periods, count, groups } = cohorts;
  const chosen = new Uint8Array(counts.complete.length);
  for (let group = 0; group < groups.length; group++) {
    const isComplete = (cohort: number, period: number) => counts.complete[(group * count + cohort) * periods + period] === 1;
    const all = Array.from({ length: count }, (_, cohort) => cohort);
    let end = periods - 1;
    while (end >= 0 && !all.some((cohort) => isComplete(cohort, end))) end--;
    if (end < 0) continue;
    for (const cohort of all.filter((cohort) => isComplete(cohort, end))) {
      const base = (group * count + cohort) * periods;
      chosen.fill(1, base, base + end + 1);
    }
  }
  return chosen;
}

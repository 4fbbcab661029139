import { quantile } from "../../analysis/quantile.ts";
import type { Warning } from "../../schema/result.ts";
import type { Cohorts, RetentionParams } from "./cohorts.ts";
import type { Counts } from "./completeness.ts";
import { fewest } from "./facts.ts";
import { several, whole } from "./say.ts";

/** Customers per cohort, over all groups. */
function cohortSizes(cohorts: Cohorts, size: Int32Array): number[] {
  return Array.from({ length: cohorts.count }, (_, cohort) =>
    cohorts.groups.reduce((sum, _name, group) => sum + size[group * cohorts.count + cohort]!, 0),
  );
}

const median = (values: number[]) => quantile(Float64Array.from(values).sort(), 0.5);

/** Whether the first cohort is so large beside the others that it must hold customers who started before the data. */
export function holdsOlderCustomers(cohorts: Cohorts, params: RetentionParams, size: Int32Array): boolean {
  const [first, ...others] = cohortSizes(cohorts, size).filter((customers) => customers > 0);
  return params.acquired === null && params.burn_in === 0 && first !== undefined && others.length >= 2 && first > 1.5 * median(others);
}

/**
 * What to know before believing the figure.
 *
 * @param name A cohort's date.
 * @param averaged Cells the averages are over.
 */
export function retentionWarnings(
  cohorts: Cohorts,
  params: RetentionParams,
  counts: Counts,
  averaged: Uint8Array,
  name: (cohort: number) => string,
): Warning[] {
  const sizes = cohortSizes(cohorts, counts.size);
  const customers = sizes.reduce((sum, size) => sum + size, 0);
  if (customers === 0) {
    return [
      {
        code: "nobody",
        lead: "No customers.",
        text: "No customer is left to follow: none has an event to start with that meets the conditions.",
        remedy: "Check what customers start and come back with, the condition on customers, and the number of cohorts dropped.",
      },
    ];
  }
  const warnings: Warning[] = [];
  const say = (code: string, lead: string, text: string, remedy?: string) =>
    warnings.push({ code, lead, text, ...(remedy === undefined ? {} : { remedy }) });
  const older = holdsOlderCustomers(cohorts, params, counts.size);
  const unfinished = counts.eligible.reduce((sum, seen, cell) => sum + (seen > 0 && counts.complete[cell] === 0 ? 1 : 0), 0);

  if (customers === 1) say("one_customer", "One customer.", "There is only one customer, so nothing can be said about others.");
  if (!counts.active.some((active, cell) => active > 0 && cell % cohorts.periods > 0)) {
    say(
      "no_returns",
      "Nobody came back.",
      "No customer has an event that counts as coming back after the first period.",
      "Check what customers come back with.",
    );
  }
  if (!averaged.includes(1)) {
    say(
      "nothing_complete",
      "Nothing is finished.",
      "No period is over within the data, so there is no average.",
      "Choose a shorter period, or keep unfinished periods.",
    );
  } else if (unfinished > 0 && params.periods === "calendar" && params.measure !== "bracket") {
    const kept = params.complete_only ? "left out of averages" : "part of the averages, which makes them too low";
    say(
      "incomplete",
      "Unfinished periods.",
      `The data end before ${several(unfinished, "cell")} of the table are over; they are marked, and ${kept}.`,
    );
  } else if (unfinished > 0) {
    say(
      "incomplete",
      "Fewer customers later on.",
      `In ${several(unfinished, "cell")} of the table only those customers count who were observed to the end of the period.`,
    );
  }
  if (older) {
    say(
      "first_cohort",
      "The first cohort may be older.",
      `The cohort of ${name(sizes.findIndex((size) => size > 0))} is much larger than the others: it may hold customers who started before the data do.`,
      "Drop the first cohort, or choose the attribute that says when customers were acquired.",
    );
  }
  const usual = median(sizes.filter((size) => size > 0));
  const large = sizes.findIndex((size, cohort) => size > 3 * usual && size >= fewest && !(older && cohort === sizes.findIndex((any) => any > 0)));
  if (large >= 0) {
    say(
      "large_cohort",
      "One cohort is unusually large.",
      `The cohort of ${name(large)} has ${several(sizes[large]!, "customer")}, where ${whole(Math.round(usual))} is usual: an import or a campaign may be behind it.`,
    );
  }
  const small = counts.size.reduce((sum, size) => sum + (size > 0 && size < fewest ? 1 : 0), 0);
  if (small > 0)
    say(
      "small_cohorts",
      "Few customers.",
      `${several(small, "cohort")} ${small === 1 ? "has" : "have"} fewer than ${fewest} customers: look at the intervals before comparing.`,
    );
  return warnings;
}

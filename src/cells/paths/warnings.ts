import type { Warning } from "../../schema/result.ts";
import { ends } from "./stretches.ts";
import type { PathsParams, Ways } from "./walks-of-journey.ts";

/** More than this share of equal times within a customer leaves their order to the file. */
const manyTies = 0.01;

/** What the reader should know before believing the paths. */
export function pathWarnings({ walks, ending, journey, customers }: Ways, params: PathsParams): Warning[] {
  const warnings: Warning[] = [];
  let ties = 0;
  for (let walk = 0; walk < walks.count; walk++)
    for (let at = walks.starts[walk]! + 1; at < walks.ends[walk]!; at++) if (walks.times[at] === walks.times[at - 1]) ties++;
  if (walks.count > 0 && ties > manyTies * journey.rows)
    warnings.push({
      code: "ties",
      lead: "Steps at the same moment.",
      text: `${ties.toLocaleString("en-US")} steps have the time of the step before them: they are in the order of the file.`,
    });
  const active = ending.reduce((sum, how) => sum + (how === ends.active ? 1 : 0), 0);
  if (active > walks.count / 2)
    warnings.push({
      code: "censored",
      lead: "Most paths are not over.",
      text: `${Math.round((100 * active) / walks.count)}% of the customers were seen in the last ${params.exit_gap} of the data, so where they leave is not known yet.`,
    });
  if (params.occurrence === "every" && customers < walks.count)
    warnings.push({
      code: "repeated",
      lead: "Customers count several times.",
      text: "Every start or end counts, so intervals, which take paths for independent, are too narrow.",
    });
  return warnings;
}

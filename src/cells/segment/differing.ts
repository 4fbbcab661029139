import { differences, type Difference } from "../../analysis/segments/differences.ts";
import { behaviour } from "../../journey/traits/behaviour.ts";
import { columnTraits } from "../../journey/traits/column-traits.ts";
import type { Trait } from "../../journey/traits/trait.ts";
import { flagColumn, integerColumn, numberColumn, textColumn } from "../../schema/made-columns.ts";
import type { Table } from "../../schema/table.ts";
import type { Job } from "../cell.ts";
import { definedBy } from "./defining.ts";
import type { Membership } from "./membership.ts";
import type { SegmentParams } from "./params.ts";

/** A difference with what it is of. `byRule` says that the segment's own rules make it. */
export interface SegmentDifference extends Difference {
  segment: string;
  of: Trait;
  byRule: boolean;
  /** Whether the level leaves room for it to be none, among all that were looked at. */
  isFound: boolean;
}

/** What segments are compared by. */
export function traitsOf({ journey }: Membership, params: SegmentParams): Trait[] {
  const columns = [...new Set([...journey.attributes, ...params.traits])];
  return [...behaviour(journey), ...columns.flatMap((column) => columnTraits(journey, column))];
}

/** How every segment differs from all other customers, the largest differences of a segment first. */
export async function segmentDifferences(members: Membership, params: SegmentParams, level: number, job: Job): Promise<SegmentDifference[]> {
  const { ids, among, names, sets } = members;
  const traits = traitsOf(members, params);
  const groups = sets.slice(0, -1);
  const { replicates, seed } = params;
  const found = await differences({ traits: traits.map(({ values }) => values), groups, ids, among, replicates, seed, level }, (fraction) =>
    job.progress(0.1 + 0.9 * fraction, "comparing segments"),
  );
  const rules = params.segments.map((segment) => definedBy(segment.rules));
  return found
    .filter(({ count }) => count > 0)
    .map((difference) => {
      const of = traits[difference.trait]!;
      const byRule = rules[difference.group]!.has(of.source);
      const isFound = !byRule && difference.q <= 1 - level && (difference.lower > 0 || difference.upper < 0);
      return { ...difference, segment: names[difference.group]!, of, byRule, isFound };
    })
    .sort(
      (left, right) => left.group - right.group || (Math.abs(right.difference) || 0) - (Math.abs(left.difference) || 0) || left.trait - right.trait,
    );
}

/** One row per segment and trait. */
export function differencesTable(found: readonly SegmentDifference[]): Table {
  const numbers = (name: string, read: (difference: SegmentDifference) => number, role: "value" | "lower" | "upper" = "value") =>
    numberColumn(name, found.map(read), role);
  return {
    rows: found.length,
    unit: "group",
    columns: [
      textColumn(
        "segment",
        found.map(({ segment }) => segment),
      ),
      textColumn(
        "trait",
        found.map(({ of }) => of.name),
      ),
      integerColumn(
        "customers",
        found.map(({ count }) => count),
        "customers",
      ),
      numbers("mean", ({ mean }) => mean),
      numbers("mean_rest", ({ otherMean }) => otherMean),
      numbers("difference", ({ difference }) => difference),
      numbers("difference_lower", ({ lower }) => lower, "lower"),
      numbers("difference_upper", ({ upper }) => upper, "upper"),
      numbers("q_value", ({ q }) => q),
      flagColumn(
        "by_rule",
        found.map(({ byRule }) => byRule),
      ),
      flagColumn(
        "share_of_customers",
        found.map(({ of }) => of.isShare),
      ),
    ],
  };
}

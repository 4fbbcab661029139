import { differences, type Difference } from "../../analysis/segments/differences.ts";
import { logOdds } from "../../analysis/segments/log-odds.ts";
import type { Journey } from "../../journey/journey.ts";
import { columnTraits } from "../../journey/traits/column-traits.ts";
import type { Trait } from "../../journey/traits/trait.ts";
import { flagColumn, integerColumn, numberColumn, textColumn } from "../../schema/made-columns.ts";
import type { Table } from "../../schema/table.ts";
import type { Job } from "../cell.ts";
import type { Features } from "./features.ts";
import type { ClustersParams } from "./params.ts";

/** A cluster's difference from all other customers in one trait. */
export interface ClusterTrait extends Difference {
  of: Trait;
  /** Whether the clusters were made from it, so that they differ by construction. */
  isFeature: boolean;
  /** Of a share: the log-odds against the others, over its standard error; NaN otherwise. */
  logOddsZ: number;
}

const mostPrior = 500;

function lifted({ count, mean, otherCount, otherMean }: Difference, { isShare }: Trait): number {
  const total = count + otherCount;
  const having = count * mean + otherCount * otherMean;
  if (!isShare || having <= 0 || having >= total || count === 0 || otherCount === 0) return Number.NaN;
  const prior = Math.min(mostPrior, total);
  return logOdds(count * mean, count, otherCount * otherMean, otherCount, (prior * having) / total, prior).z;
}

/** What clusters are described by: their features, and attributes that are none. */
export function describing(journey: Journey, features: Features): Trait[] {
  const known = new Set(features.traits.map(({ source }) => source));
  return [...features.traits, ...journey.attributes.filter((name) => !known.has(name)).flatMap((name) => columnTraits(journey, name))];
}

/** How clusters differ from all other customers in their features and in attributes that are none, the largest first. */
export async function clusterTraits(
  journey: Journey,
  features: Features,
  groups: readonly Uint8Array[],
  { params, level, job }: { params: ClustersParams; level: number; job: Job },
): Promise<ClusterTrait[]> {
  const traits = describing(journey, features);
  const ids = journey.attribute("customer").dictionary!;
  const { replicates, seed } = params;
  const among = new Uint8Array(journey.customers).fill(1);
  const found = await differences({ traits: traits.map(({ values }) => values), groups, ids, among, replicates, seed, level }, (fraction) =>
    job.progress(0.7 + 0.3 * fraction, "describing clusters"),
  );
  return found
    .map((difference) => {
      const of = traits[difference.trait]!;
      return { ...difference, of, isFeature: difference.trait < features.traits.length, logOddsZ: lifted(difference, of) };
    })
    .sort(
      (left, right) => left.group - right.group || (Math.abs(right.difference) || 0) - (Math.abs(left.difference) || 0) || left.trait - right.trait,
    );
}

/** One row per cluster and trait. */
export function traitsTable(found: readonly ClusterTrait[], names: readonly string[]): Table {
  const numbers = (name: string, read: (trait: ClusterTrait) => number, role: "value" | "lower" | "upper" = "value") =>
    numberColumn(name, found.map(read), role);
  return {
    rows: found.length,
    unit: "group",
    columns: [
      textColumn(
        "cluster",
        found.map(({ group }) => names[group]!),
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
      numbers("effect", ({ difference }) => difference),
      numbers("effect_lower", ({ lower }) => lower, "lower"),
      numbers("effect_upper", ({ upper }) => upper, "upper"),
      numbers("log_odds_z", ({ logOddsZ }) => logOddsZ),
      flagColumn(
        "clustered_by",
        found.map(({ isFeature }) => isFeature),
      ),
      flagColumn(
        "share_of_customers",
        found.map(({ of }) => of.isShare),
      ),
    ],
  };
}

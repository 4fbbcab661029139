import { kMeans } from "../../analysis/clustering/k-means.ts";
import { bitset, insert, type Bitset } from "../../schema/bitset.ts";
import { UserError } from "../../schema/errors.ts";
import type { Pick } from "../../schema/pick.ts";
import { scalarAt } from "../../schema/scalar.ts";
import { columnOf, type Table } from "../../schema/table.ts";
import type { CellOutput, Inputs, Job } from "../cell.ts";
import { choose } from "./choose.ts";
import { clustersFacts, clustersWarnings } from "./facts.ts";
import { featuresOf, type Features } from "./features.ts";
import { medoids } from "./medoids.ts";
import type { ClustersParams } from "./params.ts";
import { assignmentTable, choiceTable, mainTable, medoidsTable } from "./tables.ts";
import { clusterTraits, describing, traitsTable } from "./traits.ts";

/** Finding clusters takes long: who is in them is read from the run. */
export const membersReadTables = true;

/** Fewer customers than this are not clustered. */
const fewest = 30;

function checked({ width, points }: Features, customers: number): number {
  if (customers < fewest)
    throw new UserError(`There are only ${customers} customers, too few to look for groups.`, `Clusters need at least ${fewest}.`, { param: "from" });
  if (width === 0)
    throw new UserError("All customers are alike in what is compared.", "Choose features in which they differ.", { param: "features" });
  const rows = new Set<string>();
  for (let row = 0; row < customers && rows.size <= 10; row++) rows.add(points.subarray(row * width, (row + 1) * width).join(" "));
  if (rows.size < 2)
    throw new UserError("All customers are alike in what is compared.", "Choose features in which they differ.", { param: "features" });
  return rows.size;
}

/** The names of clusters in other cells: the analyst's own where they differ from one another. */
function saidNames(names: readonly string[], own: Readonly<Record<string, string>>): string[] {
  const said = names.map((name) => own[name]?.trim() || name);
  return new Set(said).size === said.length ? said : [...names];
}

/**
 * Clusters of customers who are alike: whether there are any, how many, who is in them, and how each differs from the rest.
 *
 * @returns `main`, one row per cluster; `traits`, one per cluster and trait; `choice`, one per number of clusters tried; `medoids`, the customer
 * nearest to each cluster's middle; `assignment`, one row per customer.
 * @throws {UserError} If there are too few customers, or they do not differ.
 */
export async function compute(inputs: Inputs, params: ClustersParams, job: Job): Promise<CellOutput> {
  const journey = inputs.journey(params.from);
  const level = params.level ?? job.level;
  const features = featuresOf(journey, params);
  const distinct = checked(features, journey.customers);
  const { points, width } = features;
  const most = Math.min(params.most, distinct);
  const ks = params.k === null ? Array.from({ length: most - 1 }, (_, at) => at + 2) : [Math.min(params.k, distinct)];
  const choice = await choose(points, width, ks, params.seed, (fraction) => job.progress(0.5 * fraction, "trying numbers of clusters"));
  const { k } = choice;
  const clustering = await kMeans(points, width, { k, seed: params.seed }, (fraction) => job.progress(0.5 + 0.2 * fraction, "finding clusters"));
  const names = Array.from({ length: k }, (_, label) => `Cluster ${label + 1}`);
  const groups = names.map((_, label) => Uint8Array.from(clustering.labels, (own) => (own === label ? 1 : 0)));
  const found = await clusterTraits(journey, features, groups, { params, level, job });
  const said = saidNames(names, params.names);
  const sets = groups.map((group) => {
    const set = bitset(group.length);
    group.forEach((meets, customer) => meets === 1 && insert(set, customer));
    return set;
  });
  return {
    value: { names: said, sets, customers: journey.attribute("customer").dictionary! },
    tables: {
      main: mainTable(journey, groups, names, said, level),
      traits: traitsTable(found, names),
      choice: choiceTable(choice, journey.customers),
      medoids: medoidsTable(journey, medoids(points, width, clustering), names),
      assignment: assignmentTable(journey, clustering.labels, names),
    },
    facts: clustersFacts(choice, journey.customers),
    warnings: clustersWarnings(choice, features, params),
    n: journey.customers,
    excluded: {},
    window: journey.window,
    seed: params.seed,
  };
}

/**
 * The customers of a cluster, those of them with a value of a trait, or everybody behind a number of clusters tried.
 *
 * @throws {UserError} If there is no such table.
 */
export function members(inputs: Inputs, params: ClustersParams, { table, row }: Pick, _job: Job, found: Readonly<Record<string, Table>>): Bitset {
  const assignment = found["assignment"];
  const cluster = assignment === undefined ? undefined : columnOf(assignment, "cluster");
  if (cluster === undefined || !["main", "traits", "choice"].includes(table))
    throw new UserError(`Clusters have no table "${table}" of marks.`, "Choose a mark of a figure again.");
  const journey = inputs.journey(params.from);
  const set = bitset(journey.customers);
  const traits = table === "traits" ? describing(journey, featuresOf(journey, params)) : [];
  const values = traits.find(({ name }) => name === row["trait"])?.values ?? null;
  for (let customer = 0; customer < set.length; customer++) {
    if (table !== "choice" && scalarAt(cluster, customer) !== row["cluster"]) continue;
    if (values === null || !Number.isNaN(values[customer])) insert(set, customer);
  }
  return set;
}

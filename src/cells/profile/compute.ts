import type { DataTable } from "../../data/data-table.ts";
import type { Journey } from "../../journey/journey.ts";
import { bitset, insert, type Bitset } from "../../schema/bitset.ts";
import { UserError } from "../../schema/errors.ts";
import type { Pick } from "../../schema/pick.ts";
import type { Fact, Warning } from "../../schema/result.ts";
import type { CellOutput, Inputs, Job } from "../cell.ts";
import type { Check } from "./check.ts";
import { checksOf, inOrder } from "./checks.ts";
import { describe, type Description } from "./describe.ts";
import { observe, subject } from "./observe.ts";
import type { Observed } from "./observed.ts";
import type { ProfileParams } from "./params.ts";
import { barrier, requirementsOf } from "./requirements.ts";
import { several, someOf, whole } from "./say.ts";
import { checksTable, histogramTable, mainTable } from "./tables.ts";

async function descriptions(observed: Observed, job: Job): Promise<Description[]> {
  const { table, about, row } = observed;
  const wanted = [table, about].flatMap((found) => (found === null ? [] : found.columns.map((column) => ({ column, found }))));
  const described: Description[] = [];
  for (const [at, { column, found }] of wanted.entries()) {
    described.push(describe(column, found, found === about ? "customer" : row));
    const pause = job.progress((0.5 * (at + 1)) / wanted.length, "describing columns");
    if (pause) await pause;
  }
  return described;
}

/** What the checks say together, and the columns that are mostly missing. */
function facts(checks: readonly Check[], described: readonly Description[]): Fact[] {
  const of = (severity: Check["severity"]) => checks.filter((check) => check.severity === severity).map(({ check }) => check.replaceAll("_", " "));
  const [errors, warnings] = [of("error"), of("warning")];
  const looked = several(checks.length, "check");
  const first = [...errors, ...warnings];
  const text =
    errors.length > 0
      ? `${whole(errors.length)} of ${looked} failed: ${someOf(errors)}${warnings.length > 0 ? `; ${whole(warnings.length)} more to look at` : ""}`
      : warnings.length > 0
        ? `${whole(warnings.length)} of ${looked} to look at: ${someOf(warnings)}`
        : `Nothing wrong was found in ${looked}`;
  const sparse = described.filter(({ missing, rows }) => rows > 0 && missing > rows / 2);
  return [
    { code: "checks", text, values: { checks: checks.length, errors: errors.length, warnings: warnings.length }, holds: checks.length > 0 },
    {
      code: "sparse",
      text: `${several(sparse.length, "column")} mostly missing: ${someOf(sparse.map(({ column }) => `"${column}"`))}`,
      values: { columns: sparse.length },
      holds: sparse.length > 0 && first.length === 0,
    },
  ];
}

/**
 * Describes every column, looks for what is usually wrong, and hands on what it read.
 *
 * @returns `main`, one row per column; `histogram`, its values in bins; `checks`, one row per check. The value is what was read; where a
 * requirement is not met, `blocks` says why nothing may run on it.
 * @throws {UserError} If a column is not there, or a requirement cannot be understood.
 */
export async function compute(inputs: Inputs, params: ProfileParams, job: Job): Promise<CellOutput> {
  const value: Journey | DataTable = subject(inputs, params.from);
  const observed = observe(value, params);
  const described = await descriptions(observed, job);
  const found: Check[] = [];
  for (const part of checksOf(observed, params, inputs, job.timezone)) {
    found.push(...part);
    const pause = job.progress(0.5 + found.length / 40, "looking for what is wrong");
    if (pause) await pause;
  }
  const checks = inOrder(found);
  const requirements = requirementsOf(params.require, checks);
  const blocks = barrier(requirements);
  const warnings: Warning[] =
    blocks === null
      ? []
      : [{ code: "requirement", lead: blocks.problem, text: `${blocks.problem} Cells that read this one wait.`, remedy: blocks.remedy }];
  return {
    value,
    tables: { main: mainTable(described), histogram: histogramTable(described), checks: checksTable(checks, requirements) },
    facts: facts(checks, described),
    warnings,
    n: observed.rows,
    counts: observed.row === "event" ? "events" : "rows",
    excluded: {},
    ...(blocks === null ? {} : { blocks }),
  };
}

/** The customers a check is about. @throws {UserError} If there is no such check, or no customers to tell. */
export function members(inputs: Inputs, params: ProfileParams, { table, row }: Pick, job: Job): Bitset {
  const read = subject(inputs, params.from);
  if (table !== "checks" || !("offsets" in read)) throw new UserError("These rows are nobody's.", "Choose a check of a journey.");
  for (const part of checksOf(observe(read, params), params, inputs, job.timezone)) {
    const found = part.find(({ check }) => check === row["check"]);
    if (found === undefined) continue;
    const set = bitset(read.customers);
    found.who?.forEach((is, customer) => is === 1 && insert(set, customer));
    return set;
  }
  throw new UserError("There is no such check here.", "Choose a mark of a figure again.");
}

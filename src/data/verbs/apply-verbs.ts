import { UserError } from "../../schema/errors.ts";
import { verbNames, type Verb, type VerbName, type WindowVerb } from "../../schema/verbs.ts";
import type { DataTable } from "../data-table.ts";
import type { Losses } from "../formula/formula-run.ts";
import { renameColumns, selectColumns } from "./arrange-columns.ts";
import { concatTables } from "./concat-tables.ts";
import { dedupeRows } from "./dedupe-rows.ts";
import { deriveColumns } from "./derive-columns.ts";
import { filterRows } from "./filter-rows.ts";
import { findColumn, findColumns } from "./find-column.ts";
import { foldColumns } from "./fold-columns.ts";
import { joinTables } from "./join-tables.ts";
import { orderRows } from "./order-rows.ts";
import { pivotRows } from "./pivot-rows.ts";
import { rollupGroups } from "./rollup-groups.ts";
import { sampledRows } from "./sample-rows.ts";
import { unrollTexts } from "./unroll-texts.ts";
import type { VerbJob } from "./verb-job.ts";
import { windowColumns } from "./window-columns.ts";
import { bufferRows, type WorkingTable } from "./working-table.ts";

/** What one step did. */
export interface StepCount {
  verb: VerbName;
  /** The step in short, as it is written. */
  detail: string;
  rowsIn: number;
  rowsOut: number;
  losses: Losses;
  /** What the reader should know of it, in whole sentences. */
  notes: string[];
}

const noLosses = (): Losses => ({ divisions: 0, notFinite: 0, notNumbers: 0, notTimes: 0, tooLong: 0 });

/** The name of a step's verb. */
function verbOf(verb: Verb): VerbName {
  return verbNames.find((name) => name in verb)!;
}

function detailOf(verb: Verb): string {
  if ("filter" in verb) return verb.filter;
  if ("derive" in verb || "rollup" in verb) {
    const formulas = "derive" in verb ? verb.derive : verb.rollup;
    return Object.entries(formulas)
      .map(([name, text]) => `${name} = ${text}`)
      .join(", ");
  }
  if ("select" in verb) return verb.select.join(", ");
  if ("groupby" in verb) return verb.groupby.join(", ");
  if ("orderby" in verb) return verb.orderby.map((key) => (typeof key === "string" ? key : `${key.desc}, descending`)).join(", ");
  if ("join" in verb)
    return `${verb.join.from}, ${verb.join.how ?? "left"}, by ${(Array.isArray(verb.join.on) ? verb.join.on : Object.keys(verb.join.on)).join(", ")}`;
  if ("rename" in verb) return renameDetail(verb.rename);
  if ("window" in verb) return windowDetail(verb.window);
  if ("dedupe" in verb) return verb.dedupe.length === 0 ? "by all columns" : verb.dedupe.join(", ");
  if ("sample" in verb) return `${verb.sample.rows} rows, seed ${verb.sample.seed}`;
  if ("fold" in verb) return `${verb.fold.columns.join(", ")} → ${verb.fold.key}, ${verb.fold.value}`;
  if ("pivot" in verb) return `${verb.pivot.value} for each ${verb.pivot.column}`;
  if ("unroll" in verb) return `${verb.unroll.column} by ${JSON.stringify(verb.unroll.by)}`;
  return verb.concat.join(", ");
}

function windowDetail({ columns }: WindowVerb): string {
  return Object.entries(columns)
    .map(([name, { is, of, by }]) => `${name} = ${is}(${[of, by].filter((part) => part !== undefined).join(", ")})`)
    .join(", ");
}

function renameDetail(rename: Record<string, string>): string {
  return Object.entries(rename)
    .map(([from, to]) => `${from} → ${to}`)
    .join(", ");
}

async function applied(working: WorkingTable, verb: Verb, job: VerbJob, losses: Losses, notes: string[]): Promise<WorkingTable> {
  const { table } = working;
  if ("filter" in verb) return filterRows(working, verb.filter, job, losses);
  if ("derive" in verb) return deriveColumns(working, verb.derive, job, losses);
  if ("rollup" in verb) return rollupGroups(working, verb.rollup, job, losses);
  if ("select" in verb) return selectColumns(working, verb.select);
  if ("rename" in verb) return renameColumns(working, verb.rename);
  if ("groupby" in verb) return { table, groupedBy: findColumns(table.columns, verb.groupby) };
  if ("orderby" in verb) {
    const keys = verb.orderby.map((key) => ({
      column: findColumn(table.columns, typeof key === "string" ? key : key.desc),
      descending: typeof key !== "string",
    }));
    return { ...working, table: { ...table, selection: orderRows(table, keys) } };
  }
  if ("join" in verb) return { table: joinTables(table, job.table(verb.join.from), verb.join), groupedBy: [] };
  if ("window" in verb) return windowColumns(working, verb.window);
  if ("dedupe" in verb) return dedupeRows(working, verb.dedupe);
  if ("sample" in verb) {
    const selection = sampledRows(bufferRows(table), verb.sample.rows, verb.sample.seed);
    return { ...working, table: { ...table, rows: selection.length, selection } };
  }
  if ("fold" in verb) return { table: foldColumns(table, verb.fold), groupedBy: [] };
  if ("pivot" in verb) return pivotRows(working, verb.pivot, job, losses);
  if ("unroll" in verb) return { table: unrollTexts(table, verb.unroll), groupedBy: [] };
  return { table: concatTables(table, verb.concat, job, notes), groupedBy: [] };
}

/**
 * A table after some steps, and what each of them did.
 *
 * Columns that no step changes keep their buffers; a filter and an order only select rows of them. The groups of a `groupby` hold until a
 * `rollup` or a `join`; between, aggregates in a filter or derive are those of the row's group.
 *
 * @throws {UserError} At the first step that is wrong; the message begins with its number and verb.
 */
export async function applyVerbs(table: DataTable, verbs: readonly Verb[], job: VerbJob): Promise<{ table: DataTable; steps: StepCount[] }> {
  let working: WorkingTable = { table, groupedBy: [] };
  const steps: StepCount[] = [];
  for (const [index, verb] of verbs.entries()) {
    const name = verbOf(verb);
    const losses = noLosses();
    const notes: string[] = [];
    const rowsIn = working.table.rows;
    const within: VerbJob = { ...job, progress: (fraction) => job.progress((index + fraction) / verbs.length, `Step ${index + 1}, ${name}`) };
    try {
      working = await applied(working, verb, within, losses, notes);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      throw new UserError(`Step ${index + 1}, ${name}: ${error.message}`, error.remedy, { param: "verbs", fixes: error.fixes });
    }
    steps.push({ verb: name, detail: detailOf(verb), rowsIn, rowsOut: working.table.rows, losses, notes });
    const pause = job.progress((index + 1) / verbs.length);
    if (pause) await pause;
  }
  return { table: working.table, steps };
}

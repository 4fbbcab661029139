import type { Paths } from "../../analysis/attribution/paths.ts";
import { bitset, insert, type Bitset } from "../../schema/bitset.ts";
import { UserError } from "../../schema/errors.ts";
import type { Pick } from "../../schema/pick.ts";
import type { CellOutput, Inputs, Job } from "../cell.ts";
import { creditsOf } from "./credits.ts";
import { attributionFacts } from "./facts.ts";
import { mainTable, type TableSource } from "./main-table.ts";
import { marksOf, places } from "./marks.ts";
import type { Part } from "./part.ts";
import type { AttributionParams } from "./presets.ts";
import { rangeTable } from "./range-table.ts";
import { readWays } from "./read-ways.ts";
import { lagsTable, lengthsTable, ordersTable, overlapTable, positionsTable, removalTable, transitionsTable } from "./side-tables.ts";
import { bills, type Bills } from "./spend.ts";
import { spendTable } from "./spend-table.ts";
import { attributionWarnings } from "./warnings.ts";
import { pathsOf, type Ways } from "./ways.ts";

const mostGroups = 20;

/** How much of everything the paths hold. */
function tally(paths: Paths): { conversions: number; nulls: number; touched: number; converted: number } {
  const found = { conversions: 0, nulls: 0, touched: 0, converted: 0 };
  let last = -1;
  for (let path = 0; path < paths.count; path++) {
    found.conversions += paths.conversions[path]!;
    found.nulls += paths.nulls[path]!;
    if (paths.conversions[path] === 0) continue;
    if (paths.ends[path]! > paths.starts[path]!) found.touched += paths.conversions[path]!;
    if (paths.customer[path] !== last) found.converted++;
    last = paths.customer[path]!;
  }
  return found;
}

async function partsOf(ways: Ways, params: AttributionParams, spend: Bills | null, job: Job): Promise<Part[]> {
  const { paths, group, groups } = ways;
  if (groups.length > mostGroups)
    throw new UserError(
      `"by" makes ${groups.length} groups, too many to fit thirteen models to each.`,
      `Choose a column with at most ${mostGroups} values.`,
      { param: "by" },
    );
  const parts: Part[] = [];
  for (const [place, name] of groups.entries()) {
    const own = group === null ? paths : pathsOf(paths, (customer) => group[customer] === place);
    const within: [number, number] = [0.1 + (0.9 * place) / groups.length, 0.1 + (0.9 * (place + 1)) / groups.length];
    const converts = own.conversions.some((count) => count > 0);
    const credits = converts ? await creditsOf(own, ways, params, job, within) : null;
    parts.push({ group: group === null ? null : name, paths: own, credits, spend: group === null ? (spend?.channels ?? null) : null });
  }
  return parts;
}

/**
 * Shares conversions out to the channels before them by every model, with intervals from a bootstrap of customers.
 *
 * @returns `main`, one row per model and channel; `range`, the least and most any model gives a channel; `removal`, `transitions`, `lengths`,
 * `lags`, `overlap`, `positions` and `orders` behind them; `spend`, where there is a table of it.
 * @throws {UserError} If a parameter does not suit the input.
 */
export async function compute(inputs: Inputs, params: AttributionParams, job: Job): Promise<CellOutput> {
  const level = params.level ?? job.level;
  const ways = readWays(inputs, params, job);
  const pause = job.progress(0.1, "building paths");
  if (pause) await pause;
  const spend = bills(inputs, params, ways, job);
  const found = tally(ways.paths);
  const parts = await partsOf(ways, params, spend, job);
  const source: TableSource = {
    parts,
    channels: ways.channels,
    marks: marksOf(ways),
    level,
    known: ways.journey !== null,
    valued: ways.valued,
    isGrouped: params.by !== null,
  };
  return {
    tables: {
      main: mainTable(source),
      range: rangeTable(source),
      removal: removalTable(source),
      transitions: transitionsTable(source),
      lengths: lengthsTable(source),
      lags: lagsTable(source),
      overlap: overlapTable(source),
      positions: positionsTable(source, places),
      orders: ordersTable(source),
      ...(spend === null || params.by !== null ? {} : { spend: spendTable(source, spend.channels) }),
    },
    facts: attributionFacts(parts, ways.channels, found.converted, level),
    warnings: attributionWarnings(ways, parts, spend, params, found),
    n: found.conversions,
    counts: "conversions",
    excluded: ways.excluded,
    ...(ways.window === undefined ? {} : { window: ways.window }),
    seed: params.seed,
  };
}

/**
 * The customers behind a row of any table: those with a path the row counts, such as a conversion the model credits to the channel.
 *
 * @throws {UserError} If the paths come from a table, which names no customers, or there is no such table.
 */
export function members(inputs: Inputs, params: AttributionParams, pick: Pick, job: Job): Bitset {
  const ways = readWays(inputs, params, job);
  if (ways.journey === null) throw new UserError("A table of paths names no customers.", "Read a journey to choose customers by their paths.");
  const marks = marksOf(ways)[pick.table];
  if (marks === undefined) throw new UserError(`Attribution has no table "${pick.table}".`, "Choose a mark of a figure again.");
  const wanted = marks.key(pick.row);
  const group = params.by === null ? -1 : ways.groups.findIndex((name) => name === pick.row["group"]);
  const set = bitset(ways.customers);
  if (wanted < 0) return set;
  const { paths } = ways;
  for (let path = 0; path < paths.count; path++) {
    const customer = paths.customer[path]!;
    if (params.by !== null && ways.group![customer] !== group) continue;
    marks.visit(paths, path, (key) => {
      if (key === wanted) insert(set, customer);
    });
  }
  return set;
}

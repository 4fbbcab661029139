import type { CellResult, Fact, Warning } from "../../schema/result.ts";
import { groupTable, type GroupTable } from "./groups/group-table.ts";
import { hiddenRows, type HiddenRows } from "./groups/hidden-rows.ts";
import { maskedColumns, masksOf } from "./groups/masks.ts";
import { takeRows } from "./groups/take-rows.ts";
import type { Removal } from "./removal.ts";
import { factObjection, idsIn, labelsOf, numbersOnlyIn, objection, type Secrets } from "./sentences.ts";

/** The limits of `k`: fewer protect nobody, more leave nothing. */
export const kRange = { min: 5, max: 50, default: 10 } as const;

const why = {
  customer: "Each of its rows is one customer.",
  event: "Its rows are single events or records.",
  unknown: "It does not say how many customers are behind each row.",
  beside: "Without them, subtracting from a total would tell the small ones.",
};

/** A table of groups that says how many customers each row is about, or why a table cannot be told at all. */
function open(cell: string, name: string, result: CellResult): GroupTable | string {
  const table = result.tables[name]!;
  if (table.unit !== "group") return why[table.unit];
  return groupTable(cell, name, table) ?? why.unknown;
}

function gateTable(source: GroupTable, { hidden, small }: HiddenRows, k: number): { table: CellResult["tables"][string]; removed: Removal[] } {
  const { cell, name, table } = source;
  const about = { cell, table: name };
  const masks = masksOf(source, hidden, k);
  const fewer = small.reduce((sum, flag) => sum + flag, 0);
  const beside = hidden.reduce((sum, flag) => sum + flag, 0) - fewer;
  const removed: Removal[] = [
    ...(fewer === 0
      ? []
      : [{ ...about, what: "rows", count: fewer, why: `They are about fewer than ${k} customers, or leave fewer than ${k} others.` }]),
    ...(beside === 0 ? [] : [{ ...about, what: "rows beside them", count: beside, why: why.beside }]),
    ...masks.flatMap((mask) =>
      maskedColumns(table, mask).map((column) => ({ ...about, column, what: "values", count: mask.rows.size, why: mask.why })),
    ),
  ];
  return { table: takeRows(table, hidden, masks), removed };
}

function gateSentences(cell: string, result: CellResult, secrets: Secrets): { facts: Fact[]; warnings: Warning[]; removed: Removal[] } {
  const removed: Removal[] = [];
  const stays = (what: string, reason: string | null) => {
    if (reason !== null) removed.push({ cell, what, count: 1, why: reason });
    return reason === null;
  };
  const facts = result.facts.filter((fact) => stays("findings", factObjection(fact, secrets)));
  const warnings = result.warnings
    .filter(({ text, lead, remedy }) => stays("warnings", objection([lead, text, remedy].filter((part) => part !== undefined).join(" "), secrets)))
    .map(({ fixes: _fixes, ...warning }) => warning);
  return { facts, warnings, removed };
}

/** The counts of what was left out, without those that are small, and without one more where a single one could be worked out. */
function gateExcluded(cell: string, excluded: Record<string, number>, k: number): { excluded: Record<string, number>; removed: Removal[] } {
  const counts = Object.entries(excluded).toSorted(([, one], [, other]) => one - other);
  const small = counts.filter(([, count]) => count > 0 && count < k);
  if (small.length === 0) return { excluded, removed: [] };
  const gone = new Set((small.length === 1 ? [...small, ...counts.filter(([, count]) => count >= k).slice(0, 1)] : small).map(([reason]) => reason));
  return {
    excluded: Object.fromEntries(Object.entries(excluded).filter(([reason]) => !gone.has(reason))),
    removed: [{ cell, what: "counts of what was left out", count: gone.size, why: `One of them is below ${k}.` }],
  };
}

/**
 * Results as they may leave the machine: tables of groups in which no row is about fewer than `k` customers or lets one be worked out,
 * with what is said and counted about them brought to what remains.
 *
 * Tables of customers, events and records go, and so do groups that do not say how many customers they are. Rows go by their customers, by
 * what is left over, and by what subtraction would tell, over all cells at once; extremes, far percentiles, and sums one customer may
 * dominate go as single values. Where a table does not tell the share of its top customer, the width of a sum's interval stands for it, and
 * a sum without an interval stays. Texts are redacted. Each cell that lost something says so in a warning. Not seen are names within
 * sentences, and what two cells with nearly the same customers tell together; `closeCounts` warns of that.
 *
 * @param options.k From 5 to 50.
 * @returns Results of the same names, with buffers of their own, and everything that was taken out.
 * @example gateResults({}, { k: 10 }).removed // []
 */
export function gateResults(
  results: Record<string, CellResult>,
  options: { k: number },
): { results: Record<string, CellResult>; removed: Removal[] } {
  const k = Math.min(kRange.max, Math.max(kRange.min, Math.round(options.k)));
  const removed: Removal[] = [];
  const groups: GroupTable[] = [];
  const ids = new Set<string>();
  for (const [cell, result] of Object.entries(results)) {
    for (const [name, table] of Object.entries(result.tables)) {
      const opened = open(cell, name, result);
      if (typeof opened === "string") removed.push({ cell, table: name, what: "rows", count: table.truncatedFrom ?? table.rows, why: opened });
      else groups.push(opened);
      if (table.unit !== "group") for (const id of idsIn(table)) ids.add(id);
    }
  }
  const hidden = hiddenRows(groups, k);
  const gated: Record<string, CellResult> = {};
  for (const [cell, result] of Object.entries(results)) {
    const own = groups.filter((source) => source.cell === cell);
    const tables = own.map((source) => ({ name: source.name, ...gateTable(source, hidden.get(source)!, k) }));
    const flagsOf = (source: GroupTable) => hidden.get(source)!.hidden;
    const columnsOf = ({ table }: GroupTable) => table.columns.filter(({ role }) => role === "dimension");
    const secrets: Secrets = {
      ids,
      labels: new Set(own.flatMap((source) => labelsOf(columnsOf(source), source.table.rows, flagsOf(source)))),
      numbers: own.flatMap((source) => numbersOnlyIn(source.table, flagsOf(source), k)),
      k,
    };
    const sentences = gateSentences(cell, result, secrets);
    const excluded = gateExcluded(cell, result.excluded, k);
    const isFew = result.n > 0 && result.n < k;
    const cellRemoved: Removal[] = [
      ...tables.flatMap((table) => table.removed),
      ...sentences.removed,
      ...excluded.removed,
      ...(isFew ? [{ cell, what: "the number it is of", why: `It is below ${k}.` }] : []),
    ];
    const { counts, window, seed } = result;
    gated[cell] = {
      tables: Object.fromEntries(tables.map(({ name, table }) => [name, table])),
      facts: sentences.facts,
      warnings: [...sentences.warnings, ...notice(cellRemoved, k)],
      n: isFew ? 0 : result.n,
      excluded: excluded.excluded,
      ...(counts === undefined ? {} : { counts }),
      ...(window === undefined ? {} : { window }),
      ...(seed === undefined ? {} : { seed }),
    };
    removed.push(...cellRemoved);
  }
  return { results: gated, removed };
}

/** What the reader is told of what a cell lost. */
function notice(removed: readonly Removal[], k: number): Warning[] {
  if (removed.length === 0) return [];
  const text = `Groups of fewer than ${k} customers, and what would tell of them, were left out when this was shared.`;
  return [{ code: "W_SHARED_WITHOUT_SMALL_GROUPS", text }];
}

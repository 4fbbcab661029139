import type { CellResult } from "../../../schema/result.ts";
import { nounOf } from "../../cell/cell-footer.ts";
import type { Runs } from "../runs.ts";

/** What every cell found, as of now and whole: long tables of groups are fetched from the worker. */
export async function foundResults(runs: Runs): Promise<Record<string, CellResult>> {
  const found: Record<string, CellResult> = {};
  for (const state of runs.all()) {
    const { name, result, current } = state;
    if (result === null || !current) continue;
    const tables = { ...result.tables };
    for (const [key, table] of Object.entries(tables)) {
      if (table.truncatedFrom === undefined || table.unit !== "group") continue;
      const { truncatedFrom: _all, ...whole } = await runs.rows(name, key, 0, table.truncatedFrom);
      tables[key] = whole;
    }
    found[name] = { ...result, tables, counts: nounOf(state, result) };
  }
  return found;
}

import type { Column } from "../../schema/column.ts";
import { isPresent } from "../../schema/missing.ts";
import { redact } from "../../schema/personal/redact.ts";
import type { Table } from "../../schema/table.ts";
import type { ColumnPlan } from "./column-plan.ts";
import { compactTexts } from "./compact-texts.ts";
import { generalise } from "./generalise.ts";
import { pseudonym } from "./pseudonym.ts";

/** How many ids are signed before the page may draw again. */
const batch = 512;

/** A column as texts, so that the id 12346 is one id whether a file wrote it as text or as a number. */
function asTexts(column: Column, rows: number): Column {
  if (column.type === "text") return compactTexts(column, rows);
  const places = new Map<number, number>();
  const values = new Int32Array(rows).fill(-1);
  for (let row = 0; row < rows; row++) {
    if (!isPresent(column, row)) continue;
    const value = column.values[row]!;
    const code = places.get(value) ?? places.size;
    places.set(value, code);
    values[row] = code;
  }
  return { ...column, type: "text", values, dictionary: Array.from(places.keys(), String) };
}

async function renamed(column: Column, rows: number, key: CryptoKey, pause: () => Promise<void> | undefined): Promise<Column> {
  const made = asTexts(column, rows);
  const names: string[] = [];
  for (let first = 0; first < made.dictionary!.length; first += batch) {
    names.push(...(await Promise.all(made.dictionary!.slice(first, first + batch).map((text) => pseudonym(text, key)))));
    const wait = pause();
    if (wait !== undefined) await wait;
  }
  return compactTexts({ ...made, dictionary: names }, rows);
}

/**
 * A table with its columns left out, renamed, redacted or made coarser as planned. The same id has the same pseudonym in every table and
 * column; the order of rows stays. A column without a plan is left out.
 *
 * Times stay exact, or cohorts and sessions would change: somebody who knows when a customer bought can find them.
 *
 * @param key From `projectKey`.
 * @param pause Called every few hundred ids; may wait, so that the page stays alive, or throw to stop.
 * @returns A new table; columns that are kept share their buffers with the old one.
 * @example (await pseudonymise(table, [], key, () => undefined)).columns // []
 */
export async function pseudonymise(
  table: Table,
  plan: readonly ColumnPlan[],
  key: CryptoKey,
  pause: () => Promise<void> | undefined,
): Promise<Table> {
  const columns: Column[] = [];
  for (const column of table.columns) {
    const planned = plan.find((one) => one.column === column.name);
    const wait = pause();
    if (wait !== undefined) await wait;
    switch (planned?.action) {
      case "keep":
        columns.push(column.type === "text" ? compactTexts(column, table.rows) : column);
        break;
      case "pseudonym":
        columns.push(await renamed(column, table.rows, key, pause));
        break;
      case "redact":
        columns.push(column.type === "text" ? compactTexts(column, table.rows, (text) => redact(text).text) : column);
        break;
      case "generalise": {
        const coarse = generalise(column, planned.found?.type ?? "age");
        columns.push(coarse.type === "text" ? compactTexts(coarse, table.rows) : coarse);
        break;
      }
      case "drop":
      case undefined:
        break;
    }
  }
  return { ...table, columns };
}

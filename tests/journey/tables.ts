import type { DataTable } from "../../src/data/data-table.ts";
import { buildJourney, type JourneyRules, type JourneySettings } from "../../src/journey/build-journey.ts";
import type { Journey } from "../../src/journey/journey.ts";
import type { MappedAttributes, MappedLine } from "../../src/journey/mapped.ts";
import type { Column } from "../../src/schema/column.ts";
import type { EventLine } from "../../src/schema/mapping.ts";
import { allPresent, setMissing } from "../../src/schema/missing.ts";

export type Cell = string | number | boolean | null;

function validity(cells: readonly unknown[]): { valid?: Uint8Array } {
  if (!cells.includes(null)) return {};
  const valid = allPresent(cells.length);
  for (const [row, cell] of cells.entries()) if (cell === null) setMissing(valid, row);
  return { valid };
}

export function text(name: string, cells: readonly (string | null)[]): Column {
  const dictionary = [...new Set(cells.filter((cell) => cell !== null))];
  const values = Int32Array.from(cells, (cell) => (cell === null ? -1 : dictionary.indexOf(cell)));
  return { name, type: "text", values, dictionary, ...validity(cells) };
}

export function numbers(name: string, cells: readonly (number | null)[], type: "number" | "time" = "number"): Column {
  return { name, type, values: Float64Array.from(cells, (cell) => cell ?? NaN), ...validity(cells) };
}

export function integers(name: string, cells: readonly (number | null)[]): Column {
  return { name, type: "integer", values: Int32Array.from(cells, (cell) => cell ?? 0), ...validity(cells) };
}

export function flags(name: string, cells: readonly (boolean | null)[]): Column {
  return { name, type: "boolean", values: Uint8Array.from(cells, (cell) => (cell ? 1 : 0)), ...validity(cells) };
}

export function table(...columns: Column[]): DataTable {
  return { rows: columns[0]?.values.length ?? 0, unit: "event", columns };
}

export const utc: JourneySettings = { timezone: "UTC", weekStart: 1, window: null };
export const unhurried = () => undefined;

export function build(lines: MappedLine[], settings: Partial<JourneySettings> = {}, attributes: MappedAttributes[] = [], rules: JourneyRules = {}) {
  return buildJourney(lines, attributes, { ...utc, ...settings }, unhurried, rules);
}

/** A line named "events" with the usual columns. */
export function mapped(from: string, data: DataTable, more: Partial<EventLine> = {}): MappedLine {
  return { line: { from, customer: "customer", time: "time", event: "event", ...more }, table: data };
}

/** The events of a journey as plain rows. */
export function rowsOf(journey: Journey): { customer: string; time: number; event: string | null; row: number; table: number }[] {
  const ids = journey.attribute("customer").dictionary!;
  const event = journey.code("event");
  return Array.from({ length: journey.customers }, (_, customer) => customer).flatMap((customer) =>
    Array.from({ length: journey.offsets[customer + 1]! - journey.offsets[customer]! }, (_, step) => {
      const at = journey.offsets[customer]! + step;
      return {
        customer: ids[customer]!,
        time: journey.time[at]!,
        event: event.dictionary[event.codes[at]!] ?? null,
        row: journey.row[at]!,
        table: journey.table[at]!,
      };
    }),
  );
}

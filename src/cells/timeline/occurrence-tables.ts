import type { Journey } from "../../journey/journey.ts";
import { integerColumn, textColumn } from "../../schema/made-columns.ts";
import type { Table } from "../../schema/table.ts";

function occurrences(name: string, names: readonly string[], codes: Int32Array | Uint8Array): Table {
  const places = [...new Set(names)];
  const counts = new Int32Array(places.length);
  for (const code of codes) if (code >= 0) counts[places.indexOf(names[code]!)]!++;
  return { rows: places.length, unit: "event", columns: [textColumn(name, places), integerColumn("events", counts)] };
}

/** How many of a customer's events are of each stage and source there is, in their own order. */
export function occurrenceTables(journey: Journey, customer: number): { stages: Table; sources: Table } {
  const [from, to] = [journey.offsets[customer]!, journey.offsets[customer + 1]!];
  const { codes, dictionary } = journey.stages();
  return {
    stages: occurrences("stage", dictionary, codes.subarray(from, to)),
    sources: occurrences("source", journey.sources, journey.table.subarray(from, to)),
  };
}

import { wilson } from "../../analysis/intervals/wilson.ts";
import { codedColumn, integerColumn, numberColumn } from "../../schema/made-columns.ts";
import type { Table } from "../../schema/table.ts";
import { segmentNames } from "./names.ts";
import type { Scored } from "./scored.ts";

/** Where customers can have come from and gone to: the segments, those not there yet, and those no longer there. */
export const stations: readonly string[] = [...segmentNames, "Not yet a customer", "Inactive"];
const notYet = segmentNames.length;
const inactive = segmentNames.length + 1;

/** Where each customer was then and is now, by the cuts of then; −1 for who was measured at neither date. */
export function moves({ compared }: Scored): { from: Int32Array; to: Int32Array } {
  const then = compared?.earlier.scores.segment ?? new Int32Array();
  const now = compared?.now.scores.segment ?? new Int32Array();
  const isOut = (customer: number) => then[customer]! < 0 && now[customer]! < 0;
  return {
    from: then.map((segment, customer) => (isOut(customer) ? -1 : segment < 0 ? notYet : segment)),
    to: now.map((segment, customer) => (isOut(customer) ? -1 : segment < 0 ? inactive : segment)),
  };
}

/** One row per way customers went, with the share of those who were there. */
export function migrationTable(found: Scored, level: number): Table {
  const { from, to } = moves(found);
  const side = stations.length;
  const counts = new Int32Array(side * side);
  const sizes = new Int32Array(side);
  from.forEach((station, customer) => {
    if (station < 0) return;
    counts[station * side + to[customer]!]!++;
    sizes[station]!++;
  });
  const ways = Int32Array.from(counts.keys()).filter((way) => counts[way]! > 0);
  const start = ways.map((way) => Math.floor(way / side));
  const bounds = Array.from(ways, (way, row) => wilson(counts[way]!, sizes[start[row]!]!, level));
  return {
    rows: ways.length,
    unit: "group",
    columns: [
      codedColumn("from", start, [...stations]),
      codedColumn(
        "to",
        ways.map((way) => way % side),
        [...stations],
      ),
      integerColumn(
        "customers",
        ways.map((way) => counts[way]!),
        "customers",
      ),
      numberColumn(
        "share",
        Float64Array.from(ways, (way, row) => counts[way]! / sizes[start[row]!]!),
        "rate",
      ),
      numberColumn(
        "share_lower",
        bounds.map(({ lower }) => lower),
        "lower",
      ),
      numberColumn(
        "share_upper",
        bounds.map(({ upper }) => upper),
        "upper",
      ),
    ],
  };
}

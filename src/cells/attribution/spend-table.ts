import type { Table } from "../../schema/table.ts";
import { integers, numbers, texts } from "./columns.ts";
import type { TableSource } from "./main-table.ts";
import { countCustomers } from "./marks.ts";
import type { Spend } from "./spend.ts";

/** What each channel cost, and how bills and touches meet. */
export function spendTable(source: TableSource, spend: readonly Spend[]): Table {
  const customers = countCustomers(source.parts[0]!.paths, source.marks["spend"]!, source.known);
  return {
    rows: spend.length,
    unit: "group",
    columns: [
      texts(
        "channel",
        spend.map((row) => row.channel),
        "dimension",
      ),
      integers(
        "customers",
        spend.map((row, place) => (row.touched ? customers[place]! : 0)),
        "customers",
      ),
      numbers(
        "spend",
        spend.map((row) => row.spend),
        "value",
      ),
      integers(
        "spend_days",
        spend.map((row) => row.days),
        "count",
      ),
      numbers(
        "spend_unmatched",
        spend.map((row) => row.unmatched),
        "value",
      ),
      numbers(
        "spend_immature",
        spend.map((row) => row.immature),
        "value",
      ),
      integers(
        "touches",
        spend.map((row) => row.touches),
        "count",
      ),
      integers(
        "touches_unmatched",
        spend.map((row) => row.touchesWithout),
        "count",
      ),
    ],
  };
}

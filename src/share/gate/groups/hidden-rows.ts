import { suppress, type Sum } from "../../../analysis/privacy/suppress.ts";
import { chainsOf } from "./chains.ts";
import type { GroupTable } from "./group-table.ts";
import { partsOfCustomers, smallRows } from "./small-rows.ts";
import { sumsBetween, sumsWithin, type Placed } from "./sums.ts";

/** Which rows of a table are left out, and which of them for their own sake. */
export interface HiddenRows {
  hidden: Uint8Array;
  small: Uint8Array;
}

/**
 * The rows to leave out of all tables of a notebook, so that none that is about too few customers can be worked out from the others: not
 * along a table's dimensions, not from the table of its totals, not from the step before it in a funnel.
 */
export function hiddenRows(tables: readonly GroupTable[], k: number): Map<GroupTable, HiddenRows> {
  let first = 0;
  const placed = tables.map((source): Placed => {
    const own = { ...source, first };
    first += source.table.rows;
    return own;
  });
  const parts = new Map<string, Set<string>>();
  for (const source of placed) parts.set(source.cell, new Set([...(parts.get(source.cell) ?? []), ...partsOfCustomers(source)]));
  const small = new Uint8Array(first);
  for (const source of placed) small.set(smallRows(source, parts.get(source.cell)!, k), source.first);
  const between = placed.flatMap((whole) => placed.flatMap((fine): Sum[] => (whole === fine ? [] : sumsBetween(whole, fine))));
  const hidden = suppress(
    {
      values: placed.flatMap(({ customers }) => customers),
      small,
      sums: [...placed.flatMap(sumsWithin), ...between],
      chains: placed.flatMap((source) => chainsOf(source).flatMap(({ lines }) => lines.map((line) => line.map((row) => source.first + row)))),
    },
    k,
  );
  return new Map(
    tables.map((source, at) => {
      const from = placed[at]!.first;
      const to = from + source.table.rows;
      return [source, { hidden: hidden.slice(from, to), small: small.slice(from, to) }];
    }),
  );
}

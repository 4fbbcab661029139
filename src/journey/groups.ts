import type { Column } from "../schema/column.ts";
import { UserError } from "../schema/errors.ts";
import { isPresent } from "../schema/missing.ts";
import { has } from "../schema/bitset.ts";
import { sortedTexts } from "./columns/sorted-texts.ts";
import { textCodes } from "./columns/text-codes.ts";
import type { Groups } from "./journey.ts";
import type { Segments } from "./segments.ts";

const most = 200;

/**
 * Customers grouped by a column.
 *
 * @param places The row of the column that counts for each customer.
 * @returns Groups in the order of their names; −1 where the value is missing.
 * @throws {UserError} If there would be more than 200 groups.
 */
export function groupsOfColumn(column: Column, places: (customer: number) => number, customers: number): Groups {
  const { codes: texts, dictionary } = textCodes(column);
  const codes = new Int32Array(customers).fill(-1);
  const groups = new Map<number, number>();
  for (let customer = 0; customer < customers; customer++) {
    const row = places(customer);
    if (!isPresent(column, row) || texts[row]! < 0) continue;
    let group = groups.get(texts[row]!);
    if (group === undefined) groups.set(texts[row]!, (group = groups.size));
    codes[customer] = group;
  }
  if (groups.size > most) {
    throw new UserError(
      `"${column.name}" has ${groups.size} different values, too many to break a result down by.`,
      `Choose a column with at most ${most}, or put its values into fewer groups in a table cell first.`,
    );
  }
  const names = Array.from(groups.keys(), (code) => dictionary[code]!);
  const order = sortedTexts(names);
  const rank = new Int32Array(names.length);
  for (let place = 0; place < order.length; place++) rank[order[place]!] = place;
  return { codes: codes.map((group) => (group < 0 ? -1 : rank[group]!)), names: Array.from(order, (place) => names[place]!) };
}

/** Customers grouped by segments, matched by their ids; who is in several is in the first, who is in none has −1. */
export function groupsOfSegments(segments: Segments, places: ReadonlyMap<string, number>): Groups {
  const codes = new Int32Array(places.size).fill(-1);
  for (let member = 0; member < segments.customers.length; member++) {
    const customer = places.get(segments.customers[member]!);
    if (customer !== undefined) codes[customer] = segments.sets.findIndex((set) => has(set, member));
  }
  return { codes, names: [...segments.names] };
}

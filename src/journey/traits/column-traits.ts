import type { Column } from "../../schema/column.ts";
import { isPresent } from "../../schema/missing.ts";
import { textCodes } from "../columns/text-codes.ts";
import type { Journey } from "../journey.ts";
import type { Trait } from "./trait.ts";

const day = 86_400_000;
/** The most frequent values of a text that become traits. */
const mostLevels = 8;
/** A text with more values than this is a name and not a trait. */
const mostNames = 60;

function levels(column: Column, source: string, place: (customer: number) => number, customers: number): Trait[] {
  const { codes, dictionary } = textCodes(column);
  const counts = new Map<number, number>();
  for (let customer = 0; customer < customers; customer++) {
    const code = codes[place(customer)]!;
    if (code >= 0) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  if (counts.size < 2 || counts.size > mostNames) return [];
  const order = [...counts].sort((a, b) => b[1] - a[1] || (dictionary[a[0]]! < dictionary[b[0]]! ? -1 : 1)).slice(0, mostLevels);
  return order.map(([level]) => ({
    name: `${source}: ${dictionary[level]!}`,
    source,
    isShare: true,
    values: Float64Array.from({ length: customers }, (_, customer) => {
      const code = codes[place(customer)]!;
      return code < 0 ? Number.NaN : Number(code === level);
    }),
  }));
}

/**
 * A column as traits of customers: a number as it is, a time as days before the window's end, true and false as 0 and 1, and a text as one
 * share for each of its most frequent values.
 *
 * An attribute is taken as it is known; any other column at the customer's first event.
 *
 * @returns No trait of a text with one value, or with so many that they are names.
 * @throws {UserError} If there is no such column.
 */
export function columnTraits(journey: Journey, name: string): Trait[] {
  const { customers, offsets, window } = journey;
  const isAttribute = journey.attributes.includes(name);
  const column = isAttribute ? journey.attribute(name) : journey.property(name);
  const place = isAttribute ? (customer: number) => customer : (customer: number) => offsets[customer]!;
  if (column.type === "text") return levels(column, name, place, customers);
  const read = (value: number) => (column.type === "time" ? (window[1] - value) / day : value);
  const values = Float64Array.from({ length: customers }, (_, customer) =>
    isPresent(column, place(customer)) ? read(column.values[place(customer)]!) : Number.NaN,
  );
  return [{ name, source: name, isShare: column.type === "boolean", values }];
}

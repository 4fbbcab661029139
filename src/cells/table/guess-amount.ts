import { columnInFormula } from "../../schema/formula/completions.ts";
import { plainName } from "../../schema/plain-name.ts";
import type { ColumnShape, InputShape, Suggestion } from "../../schema/shape.ts";

const quantities = /^(quantity|qty|units|pieces|item_count|items|number_of_items|lineitem_quantity)$/;
const prices = /^(unit_price|price|price_each|item_price|price_per_unit|lineitem_price)$/;
const amounts = /(^|_)(amount|revenue|total|subtotal|sales|turnover|value)(_|$)/;

const isNumber = ({ type }: ColumnShape): boolean => type === "integer" || type === "number";

/**
 * Steps that work out an amount where rows have a quantity and a price and no amount. Returns and samples are left out where there are any,
 * so that each row is a sale.
 *
 * @returns Null where there is an amount already, or nothing to work it out from.
 */
export function guessAmount({ name, columns }: InputShape): Suggestion | null {
  const numbers = columns.filter(isNumber);
  const quantity = numbers.find((column) => quantities.test(plainName(column.name)));
  const price = numbers.find((column) => prices.test(plainName(column.name)));
  if (quantity === undefined || price === undefined || numbers.some((column) => amounts.test(plainName(column.name)))) return null;
  const [many, each] = [columnInFormula(quantity.name), columnInFormula(price.name)];
  const left = [
    ...((quantity.min ?? 1) <= 0 ? [[`${many} > 0`, "returns"]] : []),
    ...((price.min ?? 1) <= 0 ? [[`${each} > 0`, "what was free"]] : []),
  ] as const;
  const filter = left.map(([condition]) => condition).join(" && ");
  const without = left.length === 0 ? "" : ` ${left.map(([, words]) => words).join(" and ")} left out`;
  return {
    params: { from: name, verbs: [...(filter === "" ? [] : [{ filter }]), { derive: { amount: `${many} * ${each}` } }] },
    name: "paid",
    why: `Works out the amount, ${quantity.name} × ${price.name}, which "${name}" does not have${without === "" ? "" : `;${without}`}.`,
    confidence: 0.8,
    prepares: true,
  };
}

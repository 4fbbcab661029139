import type { Column } from "../../schema/column.ts";
import type { ColumnCondition } from "../../schema/conditions.ts";
import { columnInFormula } from "../../schema/formula/completions.ts";
import type { Json } from "../../schema/json.ts";
import type { Verb } from "../../schema/verbs.ts";
import { operatorOf, valueWords } from "../fields/conditions/words.ts";
import type { Order } from "./table-rows.ts";

/** Which part of a table is shown, and in which order. */
interface ShownPart {
  where: readonly ColumnCondition[];
  search: string;
  order: Order | null;
}

const signs = { atLeast: ">=", atMost: "<=", above: ">", below: "<" } as const;

/** A condition as a formula that keeps the same rows. */
function formulaOf(condition: ColumnCondition, columns: readonly Column[]): string {
  const name = columnInFormula(condition.column);
  const type = columns.find((column) => column.name === condition.column)?.type ?? "text";
  const operator = operatorOf(condition);
  const value = condition[operator];
  const written = (one: Json): string => {
    if (type === "time") return `time(${JSON.stringify(one)})`;
    return JSON.stringify(type === "text" ? valueWords(one) : type === "boolean" ? one === true || one === "true" : Number(one));
  };
  const list = (Array.isArray(value) ? value : [value ?? ""]).map(written).join(", ");
  switch (operator) {
    case "missing":
      return value === false ? `!is_missing(${name})` : `is_missing(${name})`;
    case "is":
      return `${name} == ${list}`;
    case "isNot":
      return `${name} != ${list}`;
    case "in":
      return `one_of(${name}, ${list})`;
    case "notIn":
      return `!one_of(${name}, ${list})`;
    case "contains":
    case "matches":
      return `${operator}(${name}, ${list})`;
    default:
      return `${name} ${signs[operator]} ${list}`;
  }
}

/** Whether any text of a row holds some words, in any case. */
function searchFormula(search: string, columns: readonly Column[]): string {
  const words = JSON.stringify(search.toLowerCase());
  const texts = columns.filter(({ type }) => type === "text").map(({ name }) => `contains(lower(coalesce(${columnInFormula(name)}, "")), ${words})`);
  return texts.join(" || ") || "false";
}

/**
 * What is shown of a table as steps of a cell: a filter for each condition and for the search, and its order.
 *
 * @example tableVerbs({ where: [{ column: "orders", atLeast: 2 }], search: "", order: { column: "value", descending: true } }, columns)
 * // [{ filter: "orders >= 2" }, { orderby: [{ desc: "value" }] }]
 */
export function tableVerbs({ where, search, order }: ShownPart, columns: readonly Column[]): Verb[] {
  const filters = where.map((condition): Verb => ({ filter: formulaOf(condition, columns) }));
  if (search !== "") filters.push({ filter: searchFormula(search, columns) });
  return order === null ? filters : [...filters, { orderby: [order.descending ? { desc: order.column } : order.column] }];
}

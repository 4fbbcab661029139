import { UserError } from "../../schema/errors.ts";
import type { Column } from "../../schema/column.ts";
import { operators, type ColumnCondition, type Operator } from "../../schema/conditions.ts";
import type { Json } from "../../schema/json.ts";

/** What a column's values are, in words. */
const words = { number: "numbers", integer: "whole numbers", boolean: "true and false", time: "times", text: "text" } as const;

/** The operator of a column condition with what it compares to. */
export function operand(condition: ColumnCondition): { operator: Operator; value: Json } {
  const operator = operators.find((name) => condition[name] !== undefined);
  if (operator === undefined)
    throw new UserError(`The condition on "${condition.column}" compares to nothing.`, `Add one of ${operators.join(", ")} with a value.`);
  return { operator, value: condition[operator]! };
}

/** The error for a comparison that a column's type does not allow. */
export function unsuited(column: Column, operator: Operator, value: Json, remedy: string): UserError {
  return new UserError(
    `"${column.name}" holds ${words[column.type]}, so it cannot be compared by "${operator}" with ${JSON.stringify(value)}.`,
    remedy,
  );
}

/** What an "is", "isNot", "in" or "notIn" lists. */
export function listed(value: Json): Json[] {
  return Array.isArray(value) ? value : [value];
}

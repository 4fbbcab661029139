import type { Column } from "../../schema/column.ts";
import type { Operator } from "../../schema/conditions.ts";
import type { Json } from "../../schema/json.ts";
import { safePattern } from "../../schema/formula/safe-pattern.ts";
import { listed, unsuited } from "./operand.ts";

function test(column: Column, operator: Operator, value: Json): (text: string) => boolean {
  if (operator === "is" || operator === "isNot" || operator === "in" || operator === "notIn") {
    const among = new Set(listed(value).map(String));
    const wanted = operator === "is" || operator === "in";
    return (text) => among.has(text) === wanted;
  }
  if (typeof value !== "string") throw unsuited(column, operator, value, "Write a text, or change the column to a number in its source.");
  if (operator === "contains") return (text) => text.includes(value);
  if (operator === "matches") {
    const pattern = safePattern(value);
    return (text) => pattern.test(text);
  }
  if (operator === "atLeast") return (text) => text >= value;
  if (operator === "atMost") return (text) => text <= value;
  if (operator === "above") return (text) => text > value;
  return (text) => text < value;
}

/**
 * Which texts of a text column's dictionary pass a comparison. Letters count as they are, capital or small.
 *
 * @returns 1 or 0 per text, after one 0 for missing: row with code `c` has place `c + 1`.
 * @throws {UserError} If the comparison does not suit text.
 */
export function textTest(column: Column, operator: Operator, value: Json): Uint8Array {
  const passes = test(column, operator, value);
  const dictionary = column.dictionary!;
  const result = new Uint8Array(dictionary.length + 1);
  for (let code = 0; code < dictionary.length; code++) result[code + 1] = passes(dictionary[code]!) ? 1 : 0;
  return result;
}

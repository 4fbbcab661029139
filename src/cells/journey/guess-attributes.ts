import type { AttributeLine } from "../../schema/mapping.ts";
import { plainName } from "../../schema/plain-name.ts";
import type { ColumnShape, InputShape } from "../../schema/shape.ts";

/** A guessed line of what is known about customers. */
export interface AttributeGuess {
  line: AttributeLine;
  /** From 0 to 1. */
  confidence: number;
  why: string;
}

const aboutCustomers = /(^|_)(crm|customers?|contacts?|clients?|members?|users?|accounts?|profiles?|subscribers?|people)(_|$)/;
const identity = /^((customer|client|user|member|contact|account|subscriber)_?)?(id|no|nr|number|key)$/;
const since = /^(since|as_of|valid_from|effective_from|(last_)?(updated|changed|modified)(_at|_on)?|created(_at|_on)?|(signed_up|joined)(_at|_on)?)$/;
/** What only an event has. */
const ofAnEvent = /^(order|invoice|event|transaction|ticket|session)_?(id|no|number|name|type)?$|^(amount|revenue|quantity|score|event|activity)$/;
/** More values than this describe nobody's kind. */
const fewEnough = 200;

/** Whether customers can be told apart by a column: a customer has one row, or a few as things changed. */
const tellsApart = ({ distinct, missing, type }: ColumnShape, rows: number): boolean =>
  missing === 0 && type !== "time" && type !== "boolean" && distinct >= Math.min(rows, 10_000) / 2;

/**
 * Guesses that a table holds what customers are rather than what they did: it is named so, has a customer's id, and nothing that only an event has.
 *
 * It knows English names. Columns with more than 200 values, such as names and addresses, are left out: they group nobody.
 *
 * @returns Null where it is no such table.
 */
export function guessAttributes(shape: InputShape): AttributeGuess | null {
  const { columns, rows, name } = shape;
  const named = aboutCustomers.test(plainName(name));
  const id = columns.find((column) => identity.test(plainName(column.name)) && tellsApart(column, rows));
  if (!named || id === undefined || columns.some((column) => ofAnEvent.test(plainName(column.name)))) return null;
  const asOf = columns.find((column) => column.type === "time" && since.test(plainName(column.name)));
  const about = columns.filter((column) => column !== id && column.type !== "time" && column.distinct > 1 && column.distinct <= fewEnough);
  if (about.length === 0) return null;
  const names = about.map((column) => column.name);
  return {
    line: { from: name, customer: id.name, columns: names, ...(asOf === undefined ? {} : { asOf: asOf.name }) },
    confidence: 0.75,
    why: `It tells what customers are: ${names.join(", ")}, by ${id.name}${asOf === undefined ? "" : `, as of ${asOf.name}`}.`,
  };
}

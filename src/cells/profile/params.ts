import type { ParamSchema, Values } from "../../schema/parameter.ts";
import type { ColumnShape, InputShape, Suggestion } from "../../schema/shape.ts";
import type { Kind } from "../cell.ts";
import { checkNames } from "./check-names.ts";

export const kind: Kind = {
  name: "profile",
  major: 1,
  title: "Data check",
  question: "Can I trust these data?",
  icon: "shield-check",
  provides: "table",
  passes: "from",
  summary: "Describes every column, looks for what is usually wrong, and stops what must not go on.",
  settings: ["timezone"],
};

/** A column that plays a part; a journey knows most of them itself. */
const column = { type: "column", of: "from", optional: true, group: "Columns" } as const;
const others = "Compared with other tables";

export const params = {
  from: { type: "input", accepts: ["journey", "table"], label: "From" },
  require: {
    type: "map",
    keys: "check",
    names: checkNames,
    values: { type: "text" },
    optional: true,
    label: "Require",
    hint: 'The most that may be found, as a number such as "0", or as a share such as "1%". Cells that read this one do not run on more.',
  },
  time: { ...column, types: ["time"], label: "Time", hint: "The first column of times, if empty." },
  customer: { ...column, label: "Customer" },
  id: { ...column, label: "Id", hint: "What should be there once only." },
  amount: { ...column, types: ["number", "integer"], label: "Amount" },
  channel: { ...column, label: "Channel" },
  currency: { ...column, types: ["text"], label: "Currency" },
  trusted: { ...column, label: "Trusted id", hint: "Such as a login. The customer, if empty." },
  received: { ...column, types: ["time"], label: "Received", hint: "When a row was recorded: what happened cannot be later." },
  since: { type: "text", format: "date", default: "2000-01-01", group: "Dates", label: "Not before" },
  until: {
    type: "text",
    format: "date",
    optional: true,
    group: "Dates",
    label: "Not after",
    hint: "A month behind all but a thousandth of the rows, if empty.",
  },
  known: { type: "input", accepts: ["table"], optional: true, group: others, label: "Table of customers" },
  known_customer: { type: "column", of: "known", optional: true, group: others, label: "Customer in it" },
  spend: { type: "input", accepts: ["table"], optional: true, group: others, label: "Table of spend" },
  spend_channel: { type: "column", of: "spend", types: ["text"], optional: true, group: others, label: "Channel in it" },
} as const satisfies ParamSchema;

export type ProfileParams = Values<typeof params>;

const named = (columns: readonly ColumnShape[], pattern: RegExp): string | undefined => columns.find(({ name }) => pattern.test(name))?.name;

/** Offers a look at every table that has times or customers, and at every journey. */
export function suggest(shape: InputShape): Suggestion[] {
  if (shape.rows === 0) return [];
  const { columns, name: from } = shape;
  if (shape.provides === "journey")
    return [{ params: { from }, name: "checked", why: `Looks for gaps, doubles and strays in "${from}" before it is believed.`, confidence: 0.5 }];
  if (shape.provides !== "table" || !columns.some(({ type }) => type === "time")) return [];
  const customer = named(columns, /^(customer|user|client|member|account|person)_?(id|no|number)?$/i);
  const currency = named(columns, /^currency(_code)?$/i);
  const received = columns.find(({ name, type }) => type === "time" && /^(received|ingested|recorded|loaded)/i.test(name))?.name;
  const roleOf = { ...(customer && { customer }), ...(currency && { currency }), ...(received && { received }) };
  return [
    {
      params: { from, ...roleOf },
      name: "checked",
      why: `Describes every column of "${from}" and looks for gaps, doubles and strays.`,
      confidence: 0.3,
    },
  ];
}

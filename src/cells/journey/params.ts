import type { JsonRecord } from "../../schema/json.ts";
import type { ParamSchema } from "../../schema/parameter.ts";
import type { InputShape, Suggestion } from "../../schema/shape.ts";
import type { Kind } from "../cell.ts";
import { guessAttributes } from "./guess-attributes.ts";
import { guessMapping, isCaseLog } from "./guess.ts";
import { sayGuess } from "./say-guess.ts";

export const kind: Kind = {
  name: "journey",
  major: 1,
  title: "Journey",
  question: "Who is the customer, and what happened?",
  icon: "route",
  provides: "journey",
  summary: "Puts the events of all tables into one line per customer.",
  settings: ["timezone", "weekStart", "window", "level"],
};

export const params = {
  events: {
    type: "mapping",
    label: "Events",
    hint: "Each table says which columns are the customer, the time and the event.",
  },
  attributes: {
    type: "attributes",
    label: "About customers",
    hint: "Tables with one row per customer, such as country or plan.",
    optional: true,
  },
  window: {
    type: "window",
    label: "Observed",
    hint: "From the first date up to the second, which is left out. The notebook's window otherwise.",
    optional: true,
    group: "Window",
  },
  identity: {
    type: "choice",
    of: ["merge", "last_login", "first_id"],
    labels: ["Seen together", "Last login", "First id only"],
    hints: [
      "Ids on one row are one customer's, and so are ids joined by a chain of rows.",
      "What a device did before a login is nobody's; after it, it is of whoever logged in last.",
      "The first id of a row alone says whose it is.",
    ],
    default: "merge",
    optional: true,
    label: "One customer are ids",
    hint: "Counts where a line's customer is a list of columns.",
    group: "Identity",
  },
  users_per_device: {
    type: "number",
    integer: true,
    min: 1,
    max: 1000,
    optional: true,
    label: "People per device",
    hint: "A device of more people joins nobody; its unknown visits are of whoever logged in last. 3 if empty.",
    when: { param: "identity", is: [null, "merge"] },
    group: "Identity",
  },
  accounts: {
    type: "number",
    integer: true,
    min: 1,
    max: 100,
    optional: true,
    label: "Accounts per customer",
    hint: "Ids are not joined if a customer would have more accounts. 1 if empty.",
    when: { param: "identity", is: [null, "merge"] },
    group: "Identity",
  },
  addresses: {
    type: "number",
    integer: true,
    min: 1,
    max: 1000,
    optional: true,
    label: "Addresses per customer",
    hint: "E-mail addresses, telephone numbers and cards, of each at most. 5 if empty.",
    when: { param: "identity", is: [null, "merge"] },
    group: "Identity",
  },
  devices: {
    type: "number",
    integer: true,
    min: 1,
    max: 10_000,
    optional: true,
    label: "Devices per customer",
    hint: "Of each kind at most. 20 devices and 50 anonymous ids if empty.",
    when: { param: "identity", is: [null, "merge"] },
    group: "Identity",
  },
  nobodys: {
    type: "text",
    optional: true,
    label: "Nobody's ids",
    hint: "Ids that stand for no one, such as guest, with commas between them. Empty ones, 0, null, unknown and the like are known.",
    when: { param: "identity", is: [null, "merge", "last_login"] },
    group: "Identity",
  },
  known_before: {
    type: "text",
    format: "date",
    optional: true,
    label: "Seen together before",
    hint: "Ids seen together from this date on are not joined: what was known then, for predictions.",
    when: { param: "identity", is: [null, "merge"] },
    group: "Identity",
  },
  duplicates: {
    type: "choice",
    of: ["ids", "rows", "keep"],
    labels: ["Repeated ids", "Equal rows too", "None"],
    hints: [
      "A row that repeats an event's id, and says nothing else, is left out. A number that several lines of an order share is no event's id.",
      "Rows equal in every column are left out too. Two equal lines of an order may be two things bought.",
      "Every row counts.",
    ],
    default: "ids",
    optional: true,
    label: "Left out as repeats",
    group: "Duplicates",
  },
  nearly: {
    type: "duration",
    optional: true,
    label: "Nearly repeated within",
    hint: "Events that differ from one just before in time and id only, such as a button pressed twice. None if empty.",
    group: "Duplicates",
  },
  session_gap: {
    type: "duration",
    optional: true,
    label: "A session ends after",
    hint: "A longer pause than this. 30 minutes if empty.",
    group: "Sessions",
  },
  split_at_midnight: { type: "flag", default: false, optional: true, label: "A session ends with the day", group: "Sessions" },
  split_on_campaign: { type: "flag", default: false, optional: true, label: "Another campaign begins a session", group: "Sessions" },
  no_session: {
    type: "conditions",
    of: "own",
    optional: true,
    label: "In no session",
    hint: "Events that are no visits, such as a refund or an e-mail sent.",
    group: "Sessions",
  },
  stages: {
    type: "stages",
    of: "own",
    optional: true,
    label: "Stages",
    hint: "The first rule that an event meets counts. Told by English words in the names of events and channels, if empty.",
    group: "Stages",
  },
} as const satisfies ParamSchema;

/** A journey of a table in which a customer and a time can be told; of a table about customers, a line for the journey that is there. */
export function suggest(shape: InputShape): Suggestion[] {
  if (shape.provides !== "table") return [];
  const about = guessAttributes(shape);
  if (about !== null)
    return [{ params: { attributes: [about.line as unknown as JsonRecord] }, why: about.why, confidence: about.confidence, adds: true }];
  const guess = guessMapping(shape);
  if (guess === null) return [];
  const { customer, time } = guess.confidence;
  return [
    {
      params: { events: [guess.line as unknown as JsonRecord] },
      name: isCaseLog(guess.line.customer) ? "cases" : "customers",
      why: sayGuess(guess),
      confidence: Math.min(customer, time),
    },
  ];
}

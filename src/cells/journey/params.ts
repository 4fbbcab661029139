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
  settings: ["timezone", "weekStart", "window"],
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

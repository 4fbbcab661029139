import { textCodes } from "../../journey/columns/text-codes.ts";
import { sortedTexts } from "../../journey/columns/sorted-texts.ts";
import { UserError } from "../../schema/errors.ts";
import type { Inputs } from "../cell.ts";
import type { AttemptList } from "./attempt-list.ts";
import type { Plan } from "./plan.ts";

/** The group of each attempt, and the names of the groups in order. Without a breakdown there is one, without a name. */
export interface AttemptGroups {
  of: Int32Array;
  names: string[];
}

const most = 200;
const none = "none";
const notReached = "not reached";

/** The group of every attempt, by a segment cell or by the value of a column at one of its events. @throws {UserError} If there are too many. */
export function groupsOf(inputs: Inputs, { journey, params }: Plan, attempts: AttemptList): AttemptGroups {
  const { by, breakdown_at: at, breakdown_step: chosen } = params;
  const of = new Int32Array(attempts.count);
  if (by === null) return { of, names: [""] };
  const found = new Map<string, number>();
  const named = (name: string) => {
    let group = found.get(name);
    if (group === undefined) found.set(name, (group = found.size));
    return group;
  };
  if (typeof by !== "string") {
    const { codes, names } = journey.groups(inputs.segments(by.cell));
    for (let attempt = 0; attempt < of.length; attempt++) of[attempt] = named(names[codes[attempts.customer[attempt]!]!] ?? none);
  } else {
    const { codes, dictionary } = textCodes(journey.property(by));
    for (let attempt = 0; attempt < of.length; attempt++) {
      const step = at === "step" ? chosen - 1 : at === "last" ? attempts.depth[attempt]! - 1 : 0;
      const event = attempts.places[attempt * attempts.steps + step]!;
      of[attempt] = named(event < 0 ? notReached : (dictionary[codes[event]!] ?? none));
    }
  }
  if (found.size > most)
    throw new UserError(
      `"${typeof by === "string" ? by : by.cell}" has ${found.size} different values, too many to break a funnel down by.`,
      `Choose a column with at most ${most}, or put its values into fewer groups in a table cell first.`,
      { param: "by" },
    );
  const names = [...found.keys()];
  const order = sortedTexts(names);
  const rank = new Int32Array(names.length);
  order.forEach((group, place) => (rank[group] = place));
  return { of: of.map((group) => rank[group]!), names: Array.from(order, (group) => names[group]!) };
}

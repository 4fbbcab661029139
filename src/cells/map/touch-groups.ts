import { textCodes } from "../../journey/columns/text-codes.ts";
import type { Journey } from "../../journey/journey.ts";
import { windowUtc } from "../../journey/calendar/window-utc.ts";
import type { Inputs, Job } from "../cell.ts";
import { UserError } from "../../schema/errors.ts";
import type { MapParams } from "./touches.ts";

/** Groups that customers belong to by their first touch in a cell; −1 is none. */
export interface TouchGroups {
  names: string[];
  of: (customer: number, event: number) => number;
}

const most = 200;

/** The groups of a breakdown: segments and attributes hold for a customer, a column of events as it was at the touch. @throws {UserError} */
export function groupsBy(journey: Journey, by: MapParams["by"], inputs: Inputs): TouchGroups | null {
  if (by === null) return null;
  if (typeof by !== "string" || by === "customer" || journey.attributes.includes(by)) {
    const { codes, names } = journey.groups(typeof by === "string" ? by : inputs.segments(by.cell));
    return { names, of: (customer) => codes[customer]! };
  }
  const { codes, dictionary } = textCodes(journey.property(by));
  if (dictionary.length > most)
    throw new UserError(
      `"${by}" has ${dictionary.length} different values, too many to break a map down by.`,
      `Choose a column with at most ${most}, or put its values into fewer groups in a table cell first.`,
      { param: "by" },
    );
  const order = [...dictionary.keys()].sort((left, right) => (dictionary[left]! < dictionary[right]! ? -1 : 1));
  const rank = new Int32Array(dictionary.length);
  order.forEach((code, place) => (rank[code] = place));
  return { names: order.map((code) => dictionary[code]!), of: (_, event) => (codes[event]! < 0 ? -1 : rank[codes[event]!]!) };
}

/** The groups of two periods: the one compared with first. */
export function groupsOfPeriods(journey: Journey, params: MapParams, { timezone }: Job): TouchGroups | null {
  if (params.period === null) return null;
  const [from, to] = windowUtc(params.period, timezone);
  const [earlier, until] = params.against === null ? [-Infinity, from] : windowUtc(params.against, timezone);
  const words = ([first, second]: readonly [string | null, string | null]) => `${first ?? "the start"} to ${second ?? "the end"}`;
  const of = (_: number, event: number) => {
    const time = journey.time[event]!;
    if (time >= from && time < to) return 1;
    return time >= earlier && time < until ? 0 : -1;
  };
  return { names: [params.against === null ? "before" : words(params.against), words(params.period)], of };
}

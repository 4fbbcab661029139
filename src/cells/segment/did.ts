import type { Journey } from "../../journey/journey.ts";
import { shifted } from "../../journey/calendar/shifted.ts";
import { windowUtc } from "../../journey/calendar/window-utc.ts";
import { UserError } from "../../schema/errors.ts";
import type { DidRule } from "../../schema/rules.ts";

/** The times that count, [from, to) in UTC milliseconds. */
function span(journey: Journey, { within, between }: DidRule, timezone: string): [number, number] {
  const [from, to] = windowUtc(between ?? null, timezone);
  const end = Math.min(to, journey.window[1]);
  return [within === undefined ? from : Math.max(from, shifted(journey.window[1], within, -1, timezone)), end];
}

/**
 * Which customers did something so many times, on so many days, or for so much value.
 *
 * @returns 1 or 0 per customer.
 * @throws {UserError} If value is asked for and the journey has none.
 */
export function didMask(journey: Journey, rule: DidRule, timezone: string): Uint8Array {
  const { customers, offsets, time } = journey;
  const measure = rule.measure ?? "times";
  const [from, to] = span(journey, rule, timezone);
  const meets = journey.mask(rule.did);
  const days = measure === "days" ? journey.local("day") : null;
  const values = measure === "value" ? journey.value("value").values : null;
  if (values !== null && values.every(Number.isNaN)) {
    throw new UserError(
      "A rule adds up value, and the journey's events have none.",
      'Choose a column as "value" in the journey cell, or count events instead.',
      {
        param: "segments",
      },
    );
  }
  const least = rule.atLeast ?? -Infinity;
  const most = rule.atMost ?? Infinity;
  const floor = rule.atLeast === undefined && rule.atMost === undefined ? 1 : least;
  const mask = new Uint8Array(customers);
  for (let customer = 0; customer < customers; customer++) {
    let amount = 0;
    let day = Number.NaN;
    for (let event = offsets[customer]!; event < offsets[customer + 1]!; event++) {
      if (meets[event] !== 1 || time[event]! < from || time[event]! >= to) continue;
      if (values !== null) amount += Number.isNaN(values[event]) ? 0 : values[event]!;
      else if (days === null) amount++;
      else if (days[event] !== day) {
        day = days[event]!;
        amount++;
      }
    }
    if (amount >= floor && amount <= most) mask[customer] = 1;
  }
  return mask;
}

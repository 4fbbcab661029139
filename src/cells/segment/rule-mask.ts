import type { Journey } from "../../journey/journey.ts";
import { columnMask } from "../../journey/predicates/column-mask.ts";
import { shifted } from "../../journey/calendar/shifted.ts";
import type { ColumnCondition, Condition } from "../../schema/conditions.ts";
import { duration } from "../../schema/durations.ts";
import { UserError } from "../../schema/errors.ts";
import type { PlaceRule, Rule, SequenceRule } from "../../schema/rules.ts";
import { didMask } from "./did.ts";
import { sequenceMask } from "./sequence.ts";

/** Customers whose events all meet conditions that are the same for all events of a customer. */
function ofCustomers(journey: Journey, conditions: readonly Condition[]): Uint8Array {
  const mask = journey.mask(conditions);
  return Uint8Array.from({ length: journey.customers }, (_, customer) => mask[journey.offsets[customer]!] ?? 0);
}

function attributeMask(journey: Journey, condition: ColumnCondition, timezone: string): Uint8Array {
  if (condition.column === "customer" || journey.attributes.includes(condition.column))
    return columnMask(journey.attribute(condition.column), journey.customers, condition, timezone);
  throw new UserError(
    `"${condition.column}" is not an attribute of customers, so a customer has no single value of it.`,
    'Say which event it is of: use "did" for any event, or "first event" or "last event".',
    { param: "segments" },
  );
}

function placeMask(journey: Journey, rule: PlaceRule): Uint8Array {
  const { offsets, customers } = journey;
  const among = rule.of === undefined ? null : journey.mask(rule.of);
  const wanted = journey.mask("first" in rule ? rule.first : rule.last);
  const forward = "first" in rule;
  const mask = new Uint8Array(customers);
  for (let customer = 0; customer < customers; customer++) {
    const [from, to] = [offsets[customer]!, offsets[customer + 1]!];
    for (let step = 0; step < to - from; step++) {
      const event = forward ? from + step : to - 1 - step;
      if (among !== null && among[event] !== 1) continue;
      mask[customer] = wanted[event]!;
      break;
    }
  }
  return mask;
}

function orderMask(journey: Journey, rule: SequenceRule, timezone: string): Uint8Array {
  const { within } = rule;
  const length = within === undefined ? null : duration(within);
  const deadline = (start: number): number => {
    if (length === null) return Infinity;
    return length.months === 0 ? start + length.ms : shifted(start, within!, 1, timezone);
  };
  const steps = rule.sequence.map((step) => journey.mask(step));
  const without = rule.without === undefined || rule.without.length === 0 ? null : journey.mask(rule.without);
  return sequenceMask(journey.offsets, journey.time, { steps, without, deadline });
}

function joined(masks: readonly Uint8Array[], customers: number, every: boolean): Uint8Array {
  const result = new Uint8Array(customers).fill(every ? 1 : 0);
  for (const mask of masks)
    for (let customer = 0; customer < customers; customer++) {
      if (every) result[customer]! &= mask[customer]!;
      else result[customer]! |= mask[customer]!;
    }
  return result;
}

function one(journey: Journey, rule: Rule, timezone: string): Uint8Array {
  const all = (rules: readonly Rule[]) => rules.map((inner) => one(journey, inner, timezone));
  if ("any" in rule) return joined(all(rule.any), journey.customers, false);
  if ("all" in rule) return joined(all(rule.all), journey.customers, true);
  if ("not" in rule) return joined(all(rule.not), journey.customers, true).map((meets) => meets ^ 1);
  if ("did" in rule) return didMask(journey, rule, timezone);
  if ("sequence" in rule) return orderMask(journey, rule, timezone);
  if ("first" in rule || "last" in rule) return placeMask(journey, rule);
  return "column" in rule ? attributeMask(journey, rule, timezone) : ofCustomers(journey, [rule]);
}

/**
 * Which customers meet all rules. "not" is the plain opposite: who has no value of an attribute is not in Berlin.
 *
 * @param timezone IANA name, for days, dates and calendar lengths.
 * @returns 1 or 0 per customer; all of them where there are no rules.
 * @throws {UserError} If a rule does not suit the journey.
 */
export function ruleMask(journey: Journey, rules: readonly Rule[], timezone: string): Uint8Array {
  return joined(
    rules.map((rule) => one(journey, rule, timezone)),
    journey.customers,
    true,
  );
}

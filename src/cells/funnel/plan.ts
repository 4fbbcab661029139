import { windowUtc } from "../../journey/calendar/window-utc.ts";
import type { Journey } from "../../journey/journey.ts";
import { textCodes } from "../../journey/columns/text-codes.ts";
import { duration } from "../../schema/durations.ts";
import { UserError } from "../../schema/errors.ts";
import type { Values } from "../../schema/parameter.ts";
import type { Inputs, Job } from "../cell.ts";
import type { params } from "./params.ts";
import { stepKinds, type StepKinds } from "./step-kinds.ts";

/** The parameters of a funnel cell. */
export type FunnelParams = Values<typeof params>;

const month = 30 * 86_400_000;

/** What attempts are found by. */
export interface Plan {
  journey: Journey;
  params: FunnelParams;
  kinds: StepKinds;
  /** Milliseconds. */
  window: number;
  within: Float64Array;
  /** The block of each step, where the order is free. */
  block: Uint8Array;
  /** Entries count from `low` to `high` (not included); those from `mature` on have not had their time yet. */
  low: number;
  mature: number;
  high: number;
  /** The value that must stay the same, per event, and the value of which each is a unit of its own; −1 is missing. */
  hold: Int32Array | null;
  apart: Int32Array | null;
  /** 1 for customers who count; null is everyone. */
  among: Uint8Array | null;
}

/** A length of time in milliseconds, a month as 30 days. @throws {UserError} If it is nothing. */
export function milliseconds(text: string, param: string): number {
  const { ms, months } = duration(text);
  if (ms + months > 0) return ms + months * month;
  throw new UserError(`"${param}" must be longer than nothing. Got "${text}".`, 'Write it as "7 days", for example.', { param });
}

/** Two columns of codes as one. */
function pairedCodes(left: Int32Array, right: Int32Array): Int32Array {
  const known = new Map<number, number>();
  return left.map((code, event) => {
    if (code < 0 || right[event]! < 0) return -1;
    const key = code * 4_294_967_296 + right[event]!;
    let pair = known.get(key);
    if (pair === undefined) known.set(key, (pair = known.size));
    return pair;
  });
}

function meetWhere(journey: Journey, where: FunnelParams["where"]): Uint8Array | null {
  if (where.length === 0) return null;
  const mask = journey.mask(where);
  const among = new Uint8Array(journey.customers);
  for (let customer = 0; customer < among.length; customer++) {
    for (let event = journey.offsets[customer]!; event < journey.offsets[customer + 1]!; event++) among[customer]! |= mask[event]!;
  }
  return among;
}

function blocksOf(steps: FunnelParams["steps"]): Uint8Array {
  let block = 0;
  let open = false;
  return Uint8Array.from(steps, ({ anchored }) => {
    if (anchored === true) {
      if (open) block++;
      open = false;
      return block++;
    }
    open = true;
    return block;
  });
}

/** The first moment at which who enters has not had the whole time. */
const tooLate = ({ params, journey, low, high }: Pick<Plan, "params" | "journey" | "low" | "high">, window: number): number =>
  params.mature ? Math.max(low, Math.min(high, journey.window[1] - window + 1)) : high;

/** The same search with another time from the first step to the last. */
export function withWindow(plan: Plan, window: number): Plan {
  return { ...plan, window, mature: tooLate(plan, window) };
}

/**
 * Prepares the search for attempts.
 *
 * @throws {UserError} If a parameter does not suit the journey or another parameter.
 */
export function planOf(inputs: Inputs, params: FunnelParams, job: Job): Plan {
  const journey = inputs.journey(params.from);
  const { steps, order, by, breakdown_at: at } = params;
  if (order === "any" && steps.some(({ within, except }) => within !== undefined || except !== undefined))
    throw new UserError(
      "Steps in any order can have no time limit or excluded event of their own: there is no step before or behind them.",
      "Take the limits off the steps, or choose another order.",
      { param: "steps" },
    );
  if (at === "step" && params.breakdown_step > steps.length)
    throw new UserError(`There is no step ${params.breakdown_step}: the funnel has ${steps.length}.`, "Choose one of its steps.", {
      param: "breakdown_step",
    });
  const window = milliseconds(params.window, "window");
  const [low, high] = windowUtc(params.entered, job.timezone);
  const held = params.hold.map((name) => textCodes(journey.property(name)).codes);
  return {
    journey,
    params,
    kinds: stepKinds(journey, steps),
    window,
    within: Float64Array.from(steps, ({ within }) => (within === undefined ? Infinity : milliseconds(within, "steps"))),
    block: blocksOf(steps),
    low,
    mature: tooLate({ params, journey, low, high }, window),
    high,
    hold: held.length === 0 ? null : held.reduce(pairedCodes),
    apart: typeof by === "string" && at === "all" ? textCodes(journey.property(by)).codes : null,
    among: meetWhere(journey, params.where),
  };
}

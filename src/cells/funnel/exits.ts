import type { Attempts } from "./attempts.ts";
import type { Plan } from "./plan.ts";

/** What those who stopped at a step did next. */
export interface Exit {
  /** The last step reached, counted from 0. */
  step: number;
  event: string;
  customers: number;
  /** Of those who stopped there. */
  share: number;
}

const mostEach = 7;
export const anythingElse = "anything else";
export const nothing = "nothing more";

/**
 * The code of the next event within the window for attempts that stopped, repeats of their last step left out; −1 where there is none, −2 for
 * attempts that did not stop.
 */
export function nextEvents({ journey, window }: Plan, attempts: Attempts): { next: Int32Array; dictionary: string[] } {
  const { codes, dictionary } = journey.code("event");
  const { offsets, time } = journey;
  const { steps, places } = attempts;
  const next = new Int32Array(attempts.count).fill(-2);
  for (let attempt = 0; attempt < attempts.count; attempt++) {
    const depth = attempts.depth[attempt]!;
    if (depth === steps || attempts.immature[attempt] === 1) continue;
    const last = places[attempt * steps + depth - 1]!;
    const end = offsets[attempts.customer[attempt]! + 1]!;
    let after = last + 1;
    while (after < end && codes[after] === codes[last]) after++;
    next[attempt] = after < end && time[after]! - time[places[attempt * steps]!]! <= window ? codes[after]! : -1;
  }
  return { next, dictionary };
}

/**
 * What customers did instead of the next step: their first other event after the last step they reached, most frequent first, the rest together.
 * Each customer counts once for each.
 */
export function exitsOf(plan: Plan, attempts: Attempts): Exit[] {
  const { next, dictionary } = nextEvents(plan, attempts);
  const found: Exit[] = [];
  for (let step = 0; step < attempts.steps - 1; step++) {
    const by = new Map<number, Set<number>>();
    const all = new Set<number>();
    for (let attempt = 0; attempt < attempts.count; attempt++) {
      if (next[attempt] === -2 || attempts.depth[attempt] !== step + 1) continue;
      const set = by.get(next[attempt]!);
      const customer = attempts.customer[attempt]!;
      all.add(customer);
      if (set === undefined) by.set(next[attempt]!, new Set([customer]));
      else set.add(customer);
    }
    if (all.size === 0) continue;
    const name = (code: number) => dictionary[code] ?? nothing;
    const ranked = [...by].sort(([one, left], [other, right]) => right.size - left.size || (name(one) < name(other) ? -1 : 1));
    const add = (event: string, customers: number) => found.push({ step, event, customers, share: customers / all.size });
    const told = ranked.filter(([code]) => code >= 0);
    for (const [code, set] of told.slice(0, mostEach)) add(name(code), set.size);
    const rest = new Set(told.slice(mostEach).flatMap(([, set]) => [...set]));
    if (rest.size > 0) add(anythingElse, rest.size);
    const left = by.get(-1);
    if (left !== undefined) add(nothing, left.size);
  }
  return found;
}

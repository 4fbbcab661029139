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
  // Place 0 of a step is nothing more, place 1 all who stopped there.
  const width = dictionary.length + 2;
  const counts = new Int32Array(attempts.steps * width);
  const last = new Int32Array(counts.length).fill(-1);
  const add = (place: number, customer: number) => {
    if (last[place] === customer) return;
    last[place] = customer;
    counts[place]!++;
  };
  for (let attempt = 0; attempt < attempts.count; attempt++) {
    if (next[attempt] === -2) continue;
    const base = (attempts.depth[attempt]! - 1) * width;
    add(base + (next[attempt] === -1 ? 0 : next[attempt]! + 2), attempts.customer[attempt]!);
    add(base + 1, attempts.customer[attempt]!);
  }
  return Array.from({ length: attempts.steps - 1 }, (_, step) => step).flatMap((step) => {
    const of = (place: number) => counts[step * width + place]!;
    const told = Array.from(dictionary, (event, code) => ({ event, code, customers: of(code + 2) }))
      .filter(({ customers }) => customers > 0)
      .sort((left, right) => right.customers - left.customers || (left.event < right.event ? -1 : 1));
    const rest = new Set(told.slice(mostEach).map(({ code }) => code));
    const others = new Set<number>();
    if (rest.size > 0)
      for (let attempt = 0; attempt < attempts.count; attempt++)
        if (attempts.depth[attempt] === step + 1 && rest.has(next[attempt]!)) others.add(attempts.customer[attempt]!);
    return [...told.slice(0, mostEach), { event: anythingElse, customers: others.size }, { event: nothing, customers: of(0) }]
      .filter(({ customers }) => customers > 0)
      .map(({ event, customers }) => ({ step, event, customers, share: customers / of(1) }));
  });
}

import type { AttemptList } from "./attempt-list.ts";
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
 * What customers did instead of the next step: their first other event after the last step they reached, most frequent first, the rest together.
 * Each customer counts once for each.
 */
export function exitsOf({ journey }: Plan, attempts: AttemptList): Exit[] {
  const { dictionary } = journey.code("event");
  const { next, depth, customer, steps } = attempts;
  // Of each step: the events by code, then nothing more, anything else, and all who stopped there.
  const width = dictionary.length + 3;
  const [nothingAt, elseAt, allAt] = [width - 3, width - 2, width - 1];
  const counts = new Int32Array(steps * width);
  const last = new Int32Array(counts.length).fill(-1);
  const add = (place: number, who: number) => {
    if (last[place] === who) return;
    last[place] = who;
    counts[place]!++;
  };
  for (let attempt = 0; attempt < attempts.count; attempt++) {
    if (next[attempt] === -2) continue;
    const base = (depth[attempt]! - 1) * width;
    add(base + (next[attempt] === -1 ? nothingAt : next[attempt]!), customer[attempt]!);
    add(base + allAt, customer[attempt]!);
  }
  const told = Array.from({ length: steps - 1 }, (_, step) =>
    Array.from(dictionary, (event, code) => ({ event, code, customers: counts[step * width + code]! }))
      .filter(({ customers }) => customers > 0)
      .sort((left, right) => right.customers - left.customers || (left.event < right.event ? -1 : 1)),
  );
  const isRest = new Uint8Array(counts.length);
  for (const [step, events] of told.entries()) for (const { code } of events.slice(mostEach)) isRest[step * width + code] = 1;
  for (let attempt = 0; attempt < attempts.count; attempt++) {
    const base = (depth[attempt]! - 1) * width;
    if (next[attempt]! >= 0 && isRest[base + next[attempt]!] === 1) add(base + elseAt, customer[attempt]!);
  }
  return told.flatMap((events, step) => {
    const of = (place: number) => counts[step * width + place]!;
    return [...events.slice(0, mostEach), { event: anythingElse, customers: of(elseAt) }, { event: nothing, customers: of(nothingAt) }]
      .filter(({ customers }) => customers > 0)
      .map(({ event, customers }) => ({ step, event, customers, share: customers / of(allAt) }));
  });
}

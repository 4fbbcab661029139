import type { Codes, Journey } from "./journey.ts";
import type { EventIndex } from "./order/event-index.ts";

/** The stages of a customer's journey, in order. */
const stageNames = ["awareness", "consideration", "purchase", "retention", "advocacy"];

/** Words in the name of an event or channel that tell its stage; the first that is found counts. */
const words: readonly [stage: number, pattern: RegExp][] = [
  [4, /review|referr|recommend|share|\bnps\b/],
  [2, /purchase|order|checkout|payment|transaction|invoice|subscrib|signup_paid|\bbuy\b/],
  [3, /login|log_in|\buse\b|usage|support|ticket|renew|refund|return/],
  [1, /product|search|cart|basket|wishlist|email|newsletter|quote|demo|trial|signup|sign_up|view_item|lead/],
  [0, /impression|\bad\b|ad_|ads|click|visit|session|page|organic|social|display|campaign|affiliate|seo|sem|direct/],
];

const purchase = 2;
const retention = 3;

function stageOf(text: string): number {
  const name = text.toLowerCase().replaceAll(/[\s-]+/g, "_");
  return words.find(([, pattern]) => pattern.test(name))?.[0] ?? -1;
}

/** How often a stage was reached; null for events that tell none. */
export interface StageCount {
  stage: string | null;
  events: number;
  customers: number;
}

/**
 * The stage of each event, as a first guess from the words in an event's name, then in its channel's; purchases after a customer's first are
 * retention.
 *
 * It knows English words only.
 */
export function stagesOf({ rows, customers, offsets }: EventIndex, event: Codes, channel: Codes): Codes {
  // One more place for missing codes, −1.
  const byEvent = Int8Array.from([-1, ...event.dictionary.map(stageOf)]);
  const byChannel = Int8Array.from([-1, ...channel.dictionary.map(stageOf)]);
  const codes = new Int32Array(rows);
  for (let customer = 0; customer < customers; customer++) {
    let hasPurchased = false;
    for (let at = offsets[customer]!; at < offsets[customer + 1]!; at++) {
      let stage = byEvent[event.codes[at]! + 1]!;
      if (stage < 0) stage = byChannel[channel.codes[at]! + 1]!;
      if (stage === purchase && hasPurchased) stage = retention;
      if (stage === purchase) hasPurchased = true;
      codes[at] = stage;
    }
  }
  return { codes, dictionary: [...stageNames] };
}

/** Counts events and customers per stage, in the stages' order. */
export function countStages({ customers, offsets }: Journey, { codes, dictionary }: Codes): StageCount[] {
  const none = dictionary.length;
  const events = new Uint32Array(none + 1);
  const reached = new Uint32Array(none + 1);
  const seen = new Int32Array(none + 1).fill(-1);
  for (let customer = 0; customer < customers; customer++) {
    for (let at = offsets[customer]!; at < offsets[customer + 1]!; at++) {
      const stage = codes[at]! < 0 ? none : codes[at]!;
      events[stage]!++;
      if (seen[stage] !== customer) reached[stage]!++;
      seen[stage] = customer;
    }
  }
  return [...dictionary, null]
    .map((stage, place) => ({ stage, events: events[place]!, customers: reached[place]! }))
    .filter((counted) => counted.events > 0);
}

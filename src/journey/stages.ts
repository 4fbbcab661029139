import type { Codes, Journey } from "./journey.ts";

/** The stages of a customer's journey, in order. */
export const stageNames = ["awareness", "consideration", "purchase", "retention", "advocacy"];

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

/**
 * A first guess at the stage of each event, from the words in its name, then in its channel's; purchases after a customer's first are
 * retention.
 *
 * It knows English words only. Events it does not know have none (−1).
 */
export function stages(journey: Journey): Codes {
  const event = journey.code("event");
  const channel = journey.code("channel");
  const byEvent = Int32Array.from(event.dictionary, stageOf);
  const byChannel = Int32Array.from(channel.dictionary, stageOf);
  const codes = new Int32Array(journey.rows).fill(-1);
  for (let customer = 0; customer < journey.customers; customer++) {
    let bought = false;
    for (let at = journey.offsets[customer]!; at < journey.offsets[customer + 1]!; at++) {
      let stage = event.codes[at]! < 0 ? -1 : byEvent[event.codes[at]!]!;
      if (stage < 0 && channel.codes[at]! >= 0) stage = byChannel[channel.codes[at]!]!;
      if (stage === purchase && bought) stage = retention;
      else if (stage === purchase) bought = true;
      codes[at] = stage;
    }
  }
  return { codes, dictionary: stageNames };
}

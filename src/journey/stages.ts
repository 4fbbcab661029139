import { stagesNamed, usualStages, type StageRule, type StateCondition } from "../schema/stages.ts";
import type { Codes, Journey } from "./journey.ts";
import type { EventIndex } from "./order/event-index.ts";

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
/** A checkout is of the purchase's stage, but nothing is bought yet. */
const bought = /purchase|order|payment|transaction|invoice|subscrib|signup_paid|\bbuy\b/;

const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s-]+/g, "_");

function stageOf(text: string): number {
  const name = plain(text);
  return words.find(([, pattern]) => pattern.test(name))?.[0] ?? -1;
}

/** Whether an event is a purchase, told by its name, per name and one place more for missing names, −1. */
export const purchasesAmong = (dictionary: readonly string[]): Uint8Array =>
  Uint8Array.from([0, ...dictionary.map((text) => (stageOf(text) === purchase && bought.test(plain(text)) ? 1 : 0))]);

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
  const buys = purchasesAmong(event.dictionary);
  const codes = new Int32Array(rows);
  for (let customer = 0; customer < customers; customer++) {
    let hasPurchased = false;
    for (let at = offsets[customer]!; at < offsets[customer + 1]!; at++) {
      let stage = byEvent[event.codes[at]! + 1]!;
      if (stage < 0) stage = byChannel[channel.codes[at]! + 1]!;
      if (stage === purchase && hasPurchased) stage = retention;
      if (buys[event.codes[at]! + 1] === 1) hasPurchased = true;
      codes[at] = stage;
    }
  }
  return { codes, dictionary: [...usualStages] };
}

/** What rules on stages look at, per event. */
export interface StageFacts {
  event: Codes;
  /** 1 where a rule's conditions hold. */
  masks: readonly Uint8Array[];
  /** NPS answers, NaN elsewhere; null where there are none. */
  nps: Float64Array | null;
}

const day = 86_400_000;

/**
 * The stage of each event by rules, of which the first that holds counts; −1 where none does.
 *
 * States are what earlier events of the customer tell, in the journey's order: an event never counts for itself. What has not been yet (no
 * purchase, no answer) meets no bound. A purchase is told by its name.
 */
export function stagesByRules({ rows, customers, offsets, time }: EventIndex, rules: readonly StageRule[], { event, masks, nps }: StageFacts): Codes {
  const dictionary = stagesNamed(rules);
  const places = rules.map(({ stage }) => dictionary.indexOf(stage));
  const buys = purchasesAmong(event.dictionary);
  const codes = new Int32Array(rows).fill(-1);
  for (let customer = 0; customer < customers; customer++) {
    const known = { purchases: 0, events: 0, last_nps: NaN, days_since_purchase: NaN };
    let last = NaN;
    const holds = ({ of, atLeast = -Infinity, atMost = Infinity }: StateCondition) => known[of] >= atLeast && known[of] <= atMost;
    for (let at = offsets[customer]!; at < offsets[customer + 1]!; at++) {
      known.days_since_purchase = (time[at]! - last) / day;
      for (let rule = 0; rule < rules.length; rule++) {
        if (masks[rule]![at] === 0 || !(rules[rule]!.state?.every(holds) ?? true)) continue;
        codes[at] = places[rule]!;
        break;
      }
      known.events++;
      if (nps !== null && !Number.isNaN(nps[at]!)) known.last_nps = nps[at]!;
      if (buys[event.codes[at]! + 1] === 0) continue;
      known.purchases++;
      last = time[at]!;
    }
  }
  return { codes, dictionary };
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

import type { Chance } from "./chance.ts";
import { berlin, day, end, hour, localDay, minute } from "./calendar.ts";
import type { Ledger } from "./ledger.ts";
import type { Exposure } from "./advertising.ts";
import type { Week } from "./calendar.ts";
import type { Theme } from "./comments.ts";
import type { Person } from "./person.ts";
import type { Tally } from "./tally.ts";

/** A customer in the course of time. */
export interface Life {
  person: Person;
  chance: Chance;
  ledger: Ledger;
  tally: Tally;
  /** The end of the last visit. */
  clock: number;
  registered: boolean;
  orders: number;
  ordersAsMember: number;
  tier: "none" | "oak" | "fennel";
  /** When they began to leave. */
  leaving: number | null;
  /** What was bad about the last experience, if anything. */
  pain: Theme | null;
  variant: "control" | "lockers" | null;
  exposures: Exposure[];
}

export const newLife = (person: Person, chance: Chance, ledger: Ledger, tally: Tally): Life => ({
  person,
  chance,
  ledger,
  tally,
  clock: person.arrived,
  registered: false,
  orders: 0,
  ordersAsMember: 0,
  tier: "none",
  leaving: null,
  pain: null,
  variant: null,
  exposures: [],
});

/** Days of a week from Monday, as likely as they are listed: online the weekend is busiest, the stores are closed on Sunday. */
const online = [0, 1, 2, 3, 4, 5, 6, 6] as const;
const inStore = [0, 1, 2, 3, 4, 5, 5] as const;

/** When somebody comes in a week. Seconds count, so that times rarely tie. */
export function moment(life: Life, week: Week, isStore = false): number {
  const days = life.chance.pick(isStore ? inStore : online);
  const at = week.at + days * day + life.chance.around(isStore ? 9 * hour : 8 * hour, isStore ? 18 * hour : 22 * hour);
  return whole(at > life.clock ? at : life.clock + life.chance.between(30 * minute, 5 * hour));
}

/** Clocks of tills and servers count seconds. */
const whole = (at: number): number => Math.floor(at / 1000) * 1000;

/** Begins to leave, if `p` strikes: an earlier beginning stands. */
export function upset(life: Life, at: number, p: number): void {
  if (life.chance.happens(p)) life.leaving = Math.min(life.leaving ?? at, at);
}

/** Writes down what the CRM knows from now on. */
export function enterCard(life: Life, at: number): void {
  if (at >= end) return;
  const { id, name, email, phone, country, born, acquisition } = life.person;
  life.ledger.cards.push({ customer: id, name, email, phone, country, born, source: acquisition, tier: life.tier, since: localDay(at) });
}

/** Opens an account or takes a card. */
export function register(life: Life, at: number): void {
  if (life.registered) return;
  life.registered = true;
  enterCard(life, at);
}

/** From 1 June 2025, customers at home in the app are members; the fourth order as a member makes them fennel. */
export function countForLoyalty(life: Life, at: number): void {
  if (life.person.home !== "app" || at < loyaltyStart) return;
  life.ordersAsMember++;
  const tier = life.ordersAsMember > 3 ? "fennel" : "oak";
  if (tier === life.tier) return;
  life.tier = tier;
  enterCard(life, at);
}

/** Midnight of 1 June 2025 in Berlin. */
export const loyaltyStart = Date.UTC(2025, 4, 31, 22);

/** The hour on Berlin's clock. */
export const hourOf = (at: number): number => berlin(at).getUTCHours();

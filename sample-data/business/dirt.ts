import { Chance } from "./chance.ts";
import { day, hour, start } from "./calendar.ts";
import type { Card, Ledger } from "./ledger.ts";

/** The year a device's clock shows when its battery was out. */
const wrongYears = Date.UTC(2031, 0, 1) - Date.UTC(2025, 0, 1);

function dirtyEvents(chance: Chance, { events }: Ledger): void {
  const count = events.length;
  for (let index = 0; index < count; index++) {
    const event = events[index]!;
    if (chance.happens(0.004)) events.push({ ...event, at: event.at + chance.between(0, 2) * 1000 });
    if (chance.happens(0.0002)) events.push({ ...event, at: event.at + wrongYears });
  }
}

/** Orders the shop's own people placed to see whether ordering works. */
function testOrders(chance: Chance, { orders }: Ledger, scale: number): void {
  for (let index = 0; index < Math.ceil(12 * scale); index++) {
    const at = start + chance.between(5, 700) * day + 10 * hour + chance.between(0, 3600) * 1000;
    const line = { product: "TEST do not ship", price: 100, quantity: 1 };
    orders.push({ order: { customer: "c_1", at, channel: "web", country: "DE", delivery: "home", lines: [line] }, at, ...line });
  }
}

const written = (chance: Chance, email: string): string => {
  const style = chance.between(1, 100);
  if (style <= 4) return email.toUpperCase();
  if (style <= 12) return email.replace(/(^|[.@])[a-z]/g, (start) => start.toUpperCase());
  return style <= 14 ? ` ${email}` : email;
};

/** Each writes their address as they like: once in the CRM, and anew in each ticket. */
function dirtyAddresses(chance: Chance, { cards, tickets }: Ledger): void {
  for (const card of cards) {
    card.email = written(chance, card.email);
    if (card.born !== null && chance.happens(0.004)) card.born = 1900;
  }
  for (const ticket of tickets)
    ticket.email = chance.happens(0.015) ? `someone${chance.between(1, 999)}@else.example` : written(chance, ticket.email);
}

/** People who registered twice: a second number, the same person. Gives each second number's first. */
function registerTwice(chance: Chance, { cards }: Ledger): Map<string, string> {
  const twice = new Map<string, string>();
  const again: Card[] = [];
  for (const card of cards) {
    if (card.tier !== "none" || !chance.happens(0.008)) continue;
    const customer = card.customer.replace("c_", "c_9");
    twice.set(customer, card.customer);
    again.push({ ...card, customer, since: card.since, name: card.name.split(" ").toReversed().join(", ") });
  }
  cards.push(...again);
  return twice;
}

/** Makes the ledger as untidy as exports are. Gives the second numbers of people who registered twice. */
export function soil(seed: number, scale: number, ledger: Ledger): Map<string, string> {
  const chance = new Chance(seed, 5);
  const twice = registerTwice(chance, ledger);
  dirtyEvents(chance, ledger);
  testOrders(chance, ledger, scale);
  dirtyAddresses(chance, ledger);
  return twice;
}

/** Repeats some rows of a file, each right after itself. */
export function repeatRows(seed: number, stream: number, rows: readonly string[], share: number): string[] {
  const chance = new Chance(seed, stream);
  return rows.flatMap((row) => (chance.happens(share) ? [row, row] : [row]));
}

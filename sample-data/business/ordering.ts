import { day, end, isSale } from "./calendar.ts";
import type { Order } from "./ledger.ts";
import { countForLoyalty, type Life } from "./life.ts";
import { planted } from "./planted.ts";
import { basketOf } from "./products.ts";
import { complain } from "./support.ts";

/** Writes an order down. */
export function placeOrder(life: Life, at: number, channel: string, delivery: string): Order {
  const { chance, ledger, person } = life;
  const order: Order = { customer: person.id, at, channel, country: person.country, delivery, lines: basketOf(chance, person.segment, isSale(at)) };
  for (const line of order.lines) ledger.orders.push({ order, at, ...line });
  life.orders++;
  if (life.orders === 1) {
    const { caused } = planted.acquisition[person.acquisition];
    if (caused > 0) life.tally.add(person.acquisition, caused);
    if (chance.happens(planted.segments[person.segment].leavesAfterFirst)) life.leaving = at;
  }
  countForLoyalty(life, at);
  return order;
}

/** Gives lines back, for their price. */
export function refund(life: Life, order: Order, at: number, lines: Order["lines"]): void {
  if (at >= end) return;
  for (const line of lines) life.ledger.orders.push({ order, at, ...line, quantity: -line.quantity });
}

/** Some send one thing back within three weeks of having it. */
export function mayReturn(life: Life, order: Order, received: number): void {
  const { chance, person } = life;
  if (!chance.happens(planted.segments[person.segment].returns * order.lines.length)) return;
  const at = received + chance.between(3 * 86_400, 20 * 86_400) * 1000;
  refund(life, order, at, [chance.pick(order.lines)]);
  complain(life, at + day, "refund", 0.2);
}

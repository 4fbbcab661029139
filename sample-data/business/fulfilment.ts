import { day, end, hour, isSunday, minute, monthOf } from "./calendar.ts";
import { complain } from "./support.ts";
import { rate } from "./feedback.ts";
import type { Order } from "./ledger.ts";
import { hourOf, upset, type Life } from "./life.ts";
import { mayReturn, refund } from "./ordering.ts";
import { planted } from "./planted.ts";

function happen(life: Life, at: number, name: string, touchpoint: string, page: string): void {
  if (at >= end) return;
  const nowhere = { device: "", source: "", medium: "", campaign: "", kind: "", bot: false };
  life.ledger.events.push({ ...nowhere, at, customer: life.person.id, name, touchpoint, page });
}

/** The next moment from nine to nineteen on a working day. */
function whenOpen(at: number): number {
  const hours = hourOf(at);
  const open = hours < 9 || hours >= 19 ? at + (((33 - hours) % 24) + 1) * hour : at;
  return isSunday(open) ? open + day : open;
}

function pickUp(life: Life, order: Order): void {
  const { chance, person } = life;
  const ready = order.at + chance.between(4 * 60, 28 * 60) * minute + chance.between(0, 59) * 1000;
  happen(life, ready, "pickup_ready", "store", person.store);
  const came = whenOpen(ready + chance.between(2 * 60, 60 * 60) * minute);
  happen(life, came, "pickup_arrived", "store", person.store);
  const isLong = chance.happens(planted.pickUp.longWait[person.store]);
  const done = came + (isLong ? chance.around(20, 55) : chance.around(2, 9)) * minute;
  life.pain = isLong ? "staff" : null;
  if (isLong) upset(life, done, planted.pickUp.leave);
  const gaveUp = isLong && chance.happens(planted.pickUp.abandoned);
  happen(life, done, gaveUp ? "pickup_abandoned" : "pickup_collected", "store", person.store);
  if (isLong) complain(life, done, "pick-up", 0.12);
  rate(life, done, "store pick-up", life.pain);
  if (gaveUp) refund(life, order, done + chance.between(1, 3) * day, order.lines);
  else mayReturn(life, order, done);
}

function deliver(life: Life, order: Order): void {
  const { chance } = life;
  const month = monthOf(order.at);
  const isLate = chance.happens(month >= 11 ? planted.late.beforeChristmas : planted.late.share);
  const days = isLate ? chance.between(8, 14) : chance.between(2, 4);
  const done = order.at + days * day + chance.between(-240, 240) * minute;
  happen(life, done, "delivered", "delivery", isLate ? "late" : "on time");
  if (done >= end) return;
  life.pain = isLate ? "delivery" : null;
  if (isLate) {
    upset(life, done, planted.late.leave);
    complain(life, done - day, "delivery", 0.35);
  }
  rate(life, done, "delivery", life.pain);
  mayReturn(life, order, done);
}

/** Brings an order to its customer. */
export function fulfil(life: Life, order: Order): void {
  if (order.delivery === "pick-up") pickUp(life, order);
  else deliver(life, order);
}

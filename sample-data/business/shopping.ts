import { advertise, brandSearch, clicked, creditLift, direct, firstLink, lift, links, organic, send, unprompted } from "./advertising.ts";
import { hour, type Week } from "./calendar.ts";
import { checkOut } from "./checkout.ts";
import type { Source } from "./ledger.ts";
import { moment, type Life } from "./life.ts";
import { intent, mayTire, visitsPerWeek } from "./habits.ts";
import { planted } from "./planted.ts";
import { shopInStore } from "./store.ts";
import { logIn, look, openVisit, record } from "./visit.ts";

/** Looks around and buys nothing. */
function browse(life: Life, at: number, from: Source, fillsCart: boolean): void {
  const visit = openVisit(life, at, from, life.person.home === "app");
  look(life, visit, 2);
  if (fillsCart) record(life, visit, "add_to_cart", "cart");
  if (!life.registered) logIn(life, visit);
}

/** Comes with the intent to buy, in the store or through the checkout. */
function shop(life: Life, at: number, from: Source): void {
  const { chance, person } = life;
  const visit = openVisit(life, at, from, person.home === "app" || (person.home === "web" && life.orders > 0 && chance.happens(0.06)));
  look(life, visit, 2);
  record(life, visit, "add_to_cart", "cart");
  checkOut(life, visit);
}

/** Fills a cart, leaves, is reminded by e-mail of what they meant to buy anyway, and comes back by its link. */
function shopAfterReminder(life: Life, at: number): void {
  browse(life, at, unprompted(life), true);
  const sent = life.clock + life.chance.between(2, 20) * hour;
  const opened = sent + life.chance.between(600, 14_400) * 1000;
  send(life, sent, links.cart_reminder, opened);
  shop(life, opened + life.chance.between(5, 120) * 1000, links.cart_reminder);
}

/** The first visit. */
export function arrive(life: Life): void {
  const { chance, person } = life;
  if (person.home === "store" && person.acquisition === "store") {
    shopInStore(life, person.arrived, 0.9);
    return;
  }
  const from = firstLink(life);
  if (chance.happens(0.85)) shop(life, person.arrived, from);
  else browse(life, person.arrived, from, false);
}

/** One week of a customer: what they see of the shop's advertisements, and whether they come. */
export function liveWeek(life: Life, week: Week): void {
  const { chance, person } = life;
  advertise(life, week);
  mayTire(life, week);
  const p = Math.min(0.9, intent(life, week) * lift(life));
  const goesToStore = chance.happens(person.home === "store" ? 0.85 : 0.04);
  creditLift(life, p * (goesToStore ? 1 : planted.experiment.control));
  if (chance.happens(p)) {
    const when = moment(life, week, goesToStore);
    if (goesToStore) {
      shopInStore(life, when, 1);
      return;
    }
    const link = clicked(life, true);
    if (link === null && person.subscribed && chance.happens(0.35)) shopAfterReminder(life, when);
    else shop(life, when, link ?? unprompted(life));
    return;
  }
  const link = clicked(life, false);
  if (link !== null) browse(life, moment(life, week), link, chance.happens(0.1));
  else if (chance.happens(visitsPerWeek(life, week)))
    browse(life, moment(life, week), chance.pick([direct, direct, organic, brandSearch]), chance.happens(0.12));
}

import { direct, links, organic } from "./advertising.ts";
import { Chance } from "./chance.ts";
import { day, end, start } from "./calendar.ts";
import type { Event, Ledger, Source } from "./ledger.ts";
import { deviceId } from "./person.ts";
import { basketOf } from "./products.ts";

const pages = ["home", "spoons", "linen", "pots", "knives", "mugs", "gifts", "sale"] as const;

function look(ledger: Ledger, at: number, device: string, page: string, from: Source, more: Partial<Event>): void {
  const name = page === "home" ? "visit" : "view_product";
  ledger.events.push({ at, device, customer: "", name, touchpoint: "site", page, ...from, kind: "desktop", bot: false, ...more });
}

/** Visitors who never say who they are. */
export function passBy(seed: number, scale: number, ledger: Ledger): void {
  const chance = new Chance(seed, 2);
  for (let index = 0; index < Math.round(6_500 * scale); index++) {
    const device = deviceId(100_000 + index);
    const from = chance.pick([direct, organic, organic, links.cpc, links.paid_social, links.display]);
    const kind = chance.happens(0.7) ? "phone" : "desktop";
    let at = start + chance.between(0, (end - start) / 1000 - 7200) * 1000;
    look(ledger, at, device, "home", from, { kind });
    for (let left = chance.between(0, 3); left > 0; left--) {
      at += chance.between(5, 240) * 1000;
      look(ledger, at, device, chance.pick(pages.slice(1)), from, { kind });
    }
  }
}

/** Programs that read the whole shop, a page every few seconds. Not all say what they are. */
export function crawl(seed: number, scale: number, ledger: Ledger): void {
  const chance = new Chance(seed, 3);
  for (let bot = 0; bot < 12; bot++) {
    const device = deviceId(950_000 + bot);
    const pause = chance.between(2, 5) * 1000;
    for (let night = 0; night < Math.ceil(6 * scale); night++) {
      let at = start + chance.between(0, 710) * day + chance.between(0, 3600) * 1000;
      for (let left = chance.between(60, 200); left > 0; left--, at += pause) look(ledger, at, device, chance.pick(pages), direct, { bot: bot < 8 });
    }
  }
}

/** Sales at the till to people without a card: no customer, and sometimes not even a channel. */
export function sellToGuests(seed: number, scale: number, ledger: Ledger): void {
  const chance = new Chance(seed, 4);
  for (let index = 0; index < Math.round(1500 * scale); index++) {
    const weekday = chance.between(0, 101) * 7 + chance.between(0, 5);
    const at = start + weekday * day + chance.around(9 * 3600, 19 * 3600) * 1000;
    const channel = chance.happens(0.1) ? "" : "store";
    const order = { customer: "", at, channel, country: "DE", delivery: "store", lines: basketOf(chance, "regulars", false) };
    for (const line of order.lines) ledger.orders.push({ order, at, ...line });
  }
}

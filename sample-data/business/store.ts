import { end } from "./calendar.ts";
import { rate } from "./feedback.ts";
import { register, type Life } from "./life.ts";
import { mayReturn, placeOrder } from "./ordering.ts";
import { deviceId, type Device } from "./person.ts";
import type { Store } from "./planted.ts";

/** The tablet on each store's counter, which everybody uses. */
export const kiosks: Record<Store, Device> = {
  Berlin: { id: deviceId(900_001), kind: "tablet" },
  Hamburg: { id: deviceId(900_002), kind: "tablet" },
};

function happen(life: Life, at: number, name: string, page: string, device: Device | null, isKnown: boolean): void {
  if (at >= end) return;
  life.ledger.events.push({
    at,
    device: device?.id ?? "",
    customer: isKnown ? life.person.id : "",
    name,
    touchpoint: "store",
    page,
    source: "",
    medium: "",
    campaign: "",
    kind: device?.kind ?? "",
    bot: false,
  });
}

/** Comes to a store with a card, sometimes looks something up on the kiosk, and buys with chance `p`. */
export function shopInStore(life: Life, at: number, p: number): void {
  const { chance, person } = life;
  register(life, at);
  happen(life, at, "store_visit", person.store, null, true);
  let time = at + chance.between(120, 900) * 1000;
  if (chance.happens(0.2)) {
    happen(life, time, "view_product", "kiosk", kiosks[person.store], chance.happens(0.5));
    time += chance.between(60, 400) * 1000;
  }
  life.clock = Math.max(life.clock, time);
  if (!chance.happens(p) || time >= end) return;
  const order = placeOrder(life, time, "store", "store");
  happen(life, time, "purchase", person.store, null, true);
  life.pain = null;
  rate(life, time, "store", null);
  mayReturn(life, order, time);
}

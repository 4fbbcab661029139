import { end } from "./calendar.ts";
import { brandSearch, touch } from "./advertising.ts";
import { rate } from "./feedback.ts";
import { complain } from "./support.ts";
import type { Source } from "./ledger.ts";
import { register, type Life } from "./life.ts";
import type { Device } from "./person.ts";
import { planted } from "./planted.ts";

/** A visit under way. */
export interface Visit {
  at: number;
  device: Device;
  touchpoint: "site" | "app";
  isKnown: boolean;
  from: Source;
}

const pages = ["spoons", "linen", "pots", "knives", "mugs", "tins", "baking", "aprons", "gifts", "sale"] as const;
const releaseFrom = Date.parse(planted.loginFailures.from);
const releaseUntil = Date.parse(planted.loginFailures.until);

/** Records an event of a visit and lets some seconds pass. */
export function record(life: Life, visit: Visit, name: string, page: string): void {
  const { at, device, touchpoint, isKnown, from } = visit;
  const customer = isKnown ? life.person.id : "";
  if (at < end) life.ledger.events.push({ at, device: device.id, customer, name, touchpoint, page, ...from, kind: device.kind, bot: false });
  visit.at += life.chance.between(6, 180) * 1000;
  life.clock = Math.max(life.clock, visit.at);
}

/** From here on the visitor is known; who has no account opens one. */
export function logIn(life: Life, visit: Visit): void {
  if (visit.isKnown) return;
  visit.isKnown = true;
  record(life, visit, life.registered ? "login" : "sign_up", "account");
  register(life, visit.at);
}

function openApp(life: Life, visit: Visit): void {
  const failing = visit.at >= releaseFrom && visit.at < releaseUntil ? planted.loginFailures.release : planted.loginFailures.usual;
  if (!life.registered || !life.chance.happens(failing)) return;
  record(life, visit, "login_failed", "account");
  life.pain = "app login";
  complain(life, visit.at, "app login", 0.12);
  rate(life, visit.at, "app", "app login");
}

/** Begins a visit at a moment. */
export function openVisit(life: Life, at: number, from: Source, isApp: boolean): Visit {
  const { devices } = life.person;
  const phone = devices.find((device) => device.kind === "phone");
  const isAppVisit = isApp && phone !== undefined;
  const visit: Visit = {
    at,
    device: isAppVisit ? phone : life.chance.pick(devices),
    touchpoint: isAppVisit ? "app" : "site",
    isKnown: life.registered && (isAppVisit || life.chance.happens(0.35)),
    from,
  };
  if (from.campaign !== "" && from !== brandSearch) touch(life, at, from, "clicked");
  record(life, visit, isAppVisit ? "app_open" : "visit", "home");
  if (isAppVisit) openApp(life, visit);
  return visit;
}

/** Looks at some products. */
export function look(life: Life, visit: Visit, most: number): void {
  for (let left = life.chance.between(1, most); left > 0; left--) record(life, visit, "view_product", life.chance.pick(pages));
}

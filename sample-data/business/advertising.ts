import { day, end, hour, monthOf, week, type Week } from "./calendar.ts";
import type { Source, Touch } from "./ledger.ts";
import type { Life } from "./life.ts";
import { planted } from "./planted.ts";

export type Advertised = keyof typeof planted.advertising;

/** An advertisement somebody has seen, and until when it works. */
export interface Exposure {
  channel: Advertised;
  until: number;
  /** Whether it began in this week, so that a click may follow. */
  fresh: boolean;
}

export const direct: Source = { source: "", medium: "", campaign: "" };
export const organic: Source = { source: "websearch", medium: "organic", campaign: "" };
export const brandSearch: Source = { source: "websearch", medium: "cpc", campaign: "brand" };

/** The link of an advertisement, by its channel. */
export const links: Record<Advertised, Source> = {
  display: { source: "adnet", medium: "display", campaign: "table_for_six" },
  cpc: { source: "websearch", medium: "cpc", campaign: "kitchen_generic" },
  paid_social: { source: "picturebook", medium: "paid_social", campaign: "slow_sunday" },
  newsletter: { source: "newsletter", medium: "email", campaign: "newsletter" },
  cart_reminder: { source: "automation", medium: "email", campaign: "cart_reminder" },
};

/** What a touch costs, in tenths of a cent. */
const costs: Record<string, Record<Touch["action"], number>> = {
  display: { sent: 0, shown: 64, clicked: 410 },
  cpc: { sent: 0, shown: 0, clicked: 680 },
  paid_social: { sent: 0, shown: 48, clicked: 530 },
  email: { sent: 4, shown: 0, clicked: 0 },
};

/** Notes a touch. */
export function touch(life: Life, at: number, link: Source, action: Touch["action"]): void {
  if (at >= end) return;
  const cost = costs[link.medium]![action];
  life.ledger.touches.push({ at, customer: life.person.id, channel: link.medium, campaign: link.campaign, action, cost });
}

/** Sends an e-mail; some open it, at `opened`. */
export function send(life: Life, at: number, link: Source, opened: number | null): void {
  touch(life, at, link, "sent");
  if (opened === null || opened >= end) return;
  const device = life.chance.pick(life.person.devices);
  const mail = { name: "email_open", touchpoint: "email", page: link.campaign, ...direct };
  life.ledger.events.push({ ...mail, at: opened, device: device.id, customer: life.person.id, kind: device.kind, bot: false });
}

/** Display is bought in spring and autumn. */
const flights: readonly number[] = [3, 4, 5, 9, 10, 11];
export const isFlight = (at: number): boolean => flights.includes(monthOf(at));

function reach(life: Life, { at, index, month }: Week, channel: Advertised): number {
  if (channel === "display") return flights.includes(month) ? (at - life.clock < 6 * week ? 0.03 : 0.002) : 0;
  if (channel === "newsletter") return life.person.subscribed && index % 4 === 0 ? 0.05 : 0;
  return 0.004;
}

/** Shows a week's advertisements to a customer. */
export function advertise(life: Life, week: Week): void {
  const { at } = week;
  life.exposures = life.exposures.filter((exposure) => exposure.until > at).map((exposure) => ({ ...exposure, fresh: false }));
  for (const channel of ["display", "cpc", "paid_social", "newsletter"] as const) {
    if (!life.chance.happens(reach(life, week, channel))) continue;
    life.exposures.push({ channel, until: at + planted.advertising[channel].weeks * 7 * day, fresh: true });
    const shown = at + life.chance.between(6, 22) * hour;
    if (channel === "newsletter")
      send(life, shown, links.newsletter, life.chance.happens(0.4) ? shown + life.chance.between(60, 90_000) * 1000 : null);
    else if (channel !== "cpc") touch(life, shown, links[channel], "shown");
  }
}

/** By how much the chance to buy is multiplied, once per channel. */
export function lift(life: Life): number {
  return [...new Set(life.exposures.map((exposure) => exposure.channel))].reduce((product, name) => product * planted.advertising[name].lift, 1);
}

/** Counts, of a chance to order, what is owed to each channel. A first order may already be owed to how its customer was acquired. */
export function creditLift(life: Life, chanceToOrder: number): void {
  const expected = life.orders === 0 ? chanceToOrder * (1 - planted.acquisition[life.person.acquisition].caused) : chanceToOrder;
  for (const name of new Set(life.exposures.map((exposure) => exposure.channel))) {
    life.tally.add(links[name].medium, expected * (1 - 1 / planted.advertising[name].lift));
  }
}

const buyingClick: Record<Advertised, number> = { display: 0.04, cpc: 0.75, paid_social: 0.15, newsletter: 0.6, cart_reminder: 0 };
const idleClick: Record<Advertised, number> = { display: 0.01, cpc: 0.3, paid_social: 0.08, newsletter: 0.05, cart_reminder: 0 };

/** The advertisement of this week that is clicked, if any. */
export function clicked(life: Life, isBuying: boolean): Source | null {
  const chances = isBuying ? buyingClick : idleClick;
  const found = life.exposures.find((exposure) => exposure.fresh && life.chance.happens(chances[exposure.channel]));
  return found === undefined ? null : links[found.channel];
}

const ways = {
  direct: { share: 0.55, link: direct },
  organic: { share: 0.3, link: organic },
  brand: { share: 0.15, link: brandSearch },
} as const;

/** How somebody comes who was not sent: by the address, by searching, or by the advertisement above the search results. */
export const unprompted = (life: Life): Source => ways[life.chance.share(ways)].link;

/** The first visit's link. Most who come because of a display advertisement type the address days later. */
export function firstLink(life: Life): Source {
  const { acquisition, arrived } = life.person;
  if (acquisition === "display" || acquisition === "paid_social") {
    const link = links[acquisition];
    if (life.chance.happens(acquisition === "display" ? 0.3 : 0.85)) return link;
    touch(life, arrived - life.chance.between(1, 5) * day + life.chance.between(1, 300) * 1000, link, "shown");
    return direct;
  }
  if (acquisition === "cpc") return links.cpc;
  if (acquisition === "organic") return organic;
  if (acquisition === "referral") return { source: "recipe-letter", medium: "referral", campaign: "" };
  return acquisition === "app_store" ? { source: "appstore", medium: "app_store", campaign: "" } : direct;
}

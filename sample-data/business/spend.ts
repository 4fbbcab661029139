import { brandSearch, isFlight, links } from "./advertising.ts";
import { Chance } from "./chance.ts";
import { day, end, localDay, monthOf, start } from "./calendar.ts";

/** Euros a day on average while a campaign runs, and what a click costs in cents. */
const budgets = [
  { link: links.display, daily: 78, click: 62, runs: isFlight },
  { link: links.cpc, daily: 46, click: 68, runs: () => true },
  { link: brandSearch, daily: 21, click: 31, runs: () => true },
  { link: links.paid_social, daily: 39, click: 53, runs: (at: number) => monthOf(at) !== 8 },
  { link: links.newsletter, daily: 7, click: 9, runs: () => true },
] as const;

/** Each campaign's bill of each day, as rows of `day,channel,campaign,clicks,spend`. */
export function billsOf(seed: number): string[] {
  const chance = new Chance(seed, 6);
  const rows: string[] = [];
  for (let at = start; at < end; at += day) {
    const autumn = monthOf(at) === 11 ? 150 : 100;
    for (const { link, daily, click, runs } of budgets) {
      if (!runs(at)) continue;
      const cents = Math.round((daily * autumn * chance.around(70, 130)) / 100);
      rows.push([localDay(at), link.medium, link.campaign, Math.round(cents / click), (cents / 100).toFixed(2)].join(","));
    }
  }
  return rows;
}

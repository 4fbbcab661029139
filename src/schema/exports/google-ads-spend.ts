import type { KnownExport } from "./known-export.ts";

/** What campaigns cost a day in Google Ads. Names: Google Ads Help, "Columns in your statistics table". */
export const googleAdsSpend: KnownExport = {
  name: "Google Ads spend",
  signature: ["Campaign", "Day", "Cost", ["Impr.", "Impressions", "Clicks"]],
  roles: { time: "Day", event: "=ad spend", cost: "Cost", campaign: "Campaign", channel: "=paid search" },
};

import type { KnownExport } from "./known-export.ts";

/** What campaigns cost a day in Meta Ads Manager. Names: Meta Business Help Center, "Export ads reporting". */
export const metaAdsSpend: KnownExport = {
  name: "Meta Ads spend",
  signature: [
    "Campaign name",
    ["Day", "Reporting starts"],
    [
      "Amount spent (USD)",
      "Amount spent (EUR)",
      "Amount spent (GBP)",
      "Amount spent (CHF)",
      "Amount spent (CAD)",
      "Amount spent (AUD)",
      "Amount spent (INR)",
      "Amount spent (BRL)",
      "Amount spent",
    ],
  ],
  roles: {
    time: ["Day", "Reporting starts"],
    event: "=ad spend",
    cost: [
      "Amount spent (USD)",
      "Amount spent (EUR)",
      "Amount spent (GBP)",
      "Amount spent (CHF)",
      "Amount spent (CAD)",
      "Amount spent (AUD)",
      "Amount spent (INR)",
      "Amount spent (BRL)",
      "Amount spent",
    ],
    campaign: "Campaign name",
    channel: "=paid social",
  },
};

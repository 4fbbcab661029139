import type { KnownExport } from "./known-export.ts";

/** Deals exported from HubSpot. Names: HubSpot Knowledge Base, "Default deal properties". */
export const hubspotDeals: KnownExport = {
  name: "HubSpot deals",
  signature: [["Record ID", "Deal ID"], "Deal Name", "Deal Stage", ["Close Date", "Create Date"]],
  roles: {
    customer: [
      "Associated Contact IDs",
      "Associated Company IDs",
      "Associated Contact",
      "Associated Company",
      "Company Name",
      "Record ID",
      "Deal ID",
    ],
    time: ["Close Date", "Create Date"],
    event: "Deal Stage",
    value: "Amount",
    id: ["Record ID", "Deal ID"],
    channel: ["Original Source Type", "Original Traffic Source"],
    owner: "Deal owner",
  },
};

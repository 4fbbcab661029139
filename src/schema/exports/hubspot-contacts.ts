import type { KnownExport } from "./known-export.ts";

/** Contacts exported from HubSpot. Names: HubSpot Knowledge Base, "Default contact properties". */
export const hubspotContacts: KnownExport = {
  name: "HubSpot contacts",
  signature: [["Record ID", "Contact ID"], "Email", "Create Date", ["Lifecycle Stage", "Original Source", "Lead Status"]],
  roles: {
    customer: ["Record ID", "Contact ID", "Email"],
    time: "Create Date",
    event: "=contact created",
    channel: ["Original Source", "Original Traffic Source"],
    owner: "Contact owner",
  },
};

import type { KnownExport } from "./known-export.ts";

/** An opportunity report or a data export of Salesforce. Names: Salesforce Object Reference, "Opportunity", and the labels of its report type. */
export const salesforceOpportunities: KnownExport = {
  name: "Salesforce opportunities",
  signature: [
    ["Opportunity Name", "StageName"],
    ["Stage", "StageName"],
    ["Close Date", "CloseDate"],
  ],
  roles: {
    customer: ["Account ID", "AccountId", "Account Name", "Opportunity ID", "Id"],
    time: ["Close Date", "CloseDate"],
    event: ["Stage", "StageName"],
    value: ["Amount", "Total Amount"],
    id: ["Opportunity ID", "Id"],
    channel: ["Lead Source", "LeadSource"],
    campaign: ["Primary Campaign Source", "CampaignId"],
    owner: ["Opportunity Owner", "OwnerId"],
  },
};

import type { KnownExport } from "./known-export.ts";

/** Tickets of Zendesk Support, its CSV or JSON export. Names: Zendesk Help, "Exporting data to a JSON, CSV, or XML file", and Zendesk Developer Docs, "Tickets". */
export const zendeskTickets: KnownExport = {
  name: "Zendesk tickets",
  signature: [
    ["Requester id", "Requester email", "requester_id", "Requester"],
    ["Assignee", "assignee_id"],
    ["Created at", "created_at"],
    ["Via", "via.channel"],
  ],
  roles: {
    customer: ["Requester external id", "Requester id", "requester_id", "Requester email", "Requester"],
    time: ["Created at", "created_at"],
    event: "=support ticket",
    channel: ["Via", "via.channel"],
    id: ["Id", "id"],
    owner: ["Assignee", "assignee_id"],
    comment: ["Subject", "subject"],
  },
};

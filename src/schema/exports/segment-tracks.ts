import type { KnownExport } from "./known-export.ts";

/** The table of tracked events that Segment writes to a warehouse, or its raw messages. Names: Segment Docs, "Warehouse Schemas". */
export const segmentTracks: KnownExport = {
  name: "Segment events",
  signature: [
    ["anonymous_id", "anonymousId"],
    ["received_at", "receivedAt"],
    ["sent_at", "sentAt", "original_timestamp", "originalTimestamp"],
    "event",
  ],
  roles: {
    customer: ["user_id", "userId", "anonymous_id", "anonymousId"],
    time: ["timestamp", "received_at", "receivedAt"],
    event: ["event_text", "event"],
    channel: ["context_campaign_medium", "context.campaign.medium"],
    campaign: ["context_campaign_name", "context.campaign.name"],
    value: ["revenue", "properties.revenue"],
    id: ["id", "messageId", "message_id"],
  },
};

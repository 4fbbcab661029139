import type { KnownExport } from "./known-export.ts";

/** Conversations of Intercom, its report export or its records flattened with dots. Names: Intercom Help, "Export your conversations data", and Intercom Developers, "Conversation". */
export const intercomConversations: KnownExport = {
  name: "Intercom conversations",
  signature: [
    ["Conversation ID", "conversation_id", "id"],
    ["Conversation started at (UTC)", "Conversation started at", "Conversation created at", "conversation_parts.total_count"],
    ["User ID", "User external ID", "Contact ID", "source.author.id"],
  ],
  roles: {
    customer: ["User external ID", "User ID", "Contact ID", "source.author.id", "User email", "source.author.email"],
    time: ["Conversation started at (UTC)", "Conversation started at", "Conversation created at", "created_at"],
    event: "=support conversation",
    channel: ["Channel", "Conversation channel", "source.type"],
    id: ["Conversation ID", "conversation_id", "id"],
    owner: ["Teammate currently assigned", "admin_assignee_id"],
    score: ["Conversation rating", "conversation_rating.rating"],
    comment: ["Conversation rating remark", "conversation_rating.remark"],
  },
  scale: "csat",
};

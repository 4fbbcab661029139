import type { KnownExport } from "./known-export.ts";

/** Raw events of Mixpanel, records flattened with dots or as columns. Names: Mixpanel Docs, "Raw Event Export". */
export const mixpanelEvents: KnownExport = {
  name: "Mixpanel events",
  signature: ["event", ["properties.distinct_id", "distinct_id"], ["properties.time", "time"], ["properties.$insert_id", "$insert_id", "insert_id"]],
  roles: {
    customer: ["properties.$user_id", "$user_id", "properties.distinct_id", "distinct_id", "properties.$device_id", "$device_id"],
    time: ["properties.time", "time"],
    event: "event",
    channel: ["properties.utm_medium", "utm_medium", "properties.$initial_referring_domain", "$initial_referring_domain"],
    campaign: ["properties.utm_campaign", "utm_campaign"],
    id: ["properties.$insert_id", "$insert_id", "insert_id"],
  },
};

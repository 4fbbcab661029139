import type { KnownExport } from "./known-export.ts";

/** Events of Amplitude. Names: Amplitude Docs, "Export API". */
export const amplitudeEvents: KnownExport = {
  name: "Amplitude events",
  signature: ["amplitude_id", "event_type", "event_time", "device_id"],
  roles: {
    customer: ["user_id", "amplitude_id", "device_id"],
    time: "event_time",
    event: "event_type",
    channel: ["user_properties.utm_medium", "user_properties.initial_utm_medium"],
    campaign: ["user_properties.utm_campaign", "user_properties.initial_utm_campaign"],
    value: ["event_properties.$revenue", "event_properties.revenue"],
    id: ["uuid", "$insert_id"],
  },
};

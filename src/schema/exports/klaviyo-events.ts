import type { KnownExport } from "./known-export.ts";

/** Events of Klaviyo, records flattened with dots, or its table of events in a warehouse. Names: Klaviyo Developers, "Events API overview". */
export const klaviyoEvents: KnownExport = {
  name: "Klaviyo events",
  signature: [
    ["attributes.metric_name", "metric_name", "relationships.metric.data.id", "metric_id", "Metric Name"],
    ["attributes.datetime", "datetime", "Event Datetime"],
    ["relationships.profile.data.id", "profile_id", "person_id", "Klaviyo ID"],
  ],
  roles: {
    customer: ["relationships.profile.data.id", "profile_id", "person_id", "Klaviyo ID"],
    time: ["attributes.datetime", "datetime", "Event Datetime"],
    event: ["attributes.metric_name", "metric_name", "Metric Name", "relationships.metric.data.id", "metric_id"],
    value: ["attributes.event_properties.$value", "event_properties.$value", "property_value"],
    campaign: ["attributes.event_properties.Campaign Name", "event_properties.Campaign Name", "campaign_id"],
    id: ["attributes.uuid", "uuid"],
  },
};

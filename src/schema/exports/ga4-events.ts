import type { KnownExport } from "./known-export.ts";

/** Events of Google Analytics 4 from BigQuery, records flattened with dots or underscores. Names: Google Analytics Help, "BigQuery Export schema". */
export const ga4Events: KnownExport = {
  name: "Google Analytics 4 events",
  signature: ["event_name", "event_timestamp", "user_pseudo_id"],
  roles: {
    customer: ["user_id", "user_pseudo_id"],
    time: "event_timestamp",
    event: "event_name",
    channel: [
      "session_traffic_source_last_click.manual_campaign.medium",
      "collected_traffic_source.manual_medium",
      "traffic_source.medium",
      "traffic_source_medium",
    ],
    campaign: ["collected_traffic_source.manual_campaign_name", "traffic_source.name", "traffic_source_name"],
    value: ["ecommerce.purchase_revenue", "ecommerce_purchase_revenue", "event_value_in_usd"],
    id: ["ecommerce.transaction_id", "ecommerce_transaction_id"],
  },
};

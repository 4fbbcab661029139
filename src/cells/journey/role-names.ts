import type { ColumnType } from "../../schema/column.ts";
import type { Role } from "../../schema/mapping.ts";

/** What a role's columns are called, best names first, and which types they may have. Names are compared in lower case with "_" between words. */
export interface RoleNames {
  role: Role;
  types: readonly ColumnType[];
  /** Each pattern with how sure its name alone makes one, from 0 to 1. */
  patterns: readonly (readonly [pattern: RegExp, confidence: number])[];
}

const names: readonly ColumnType[] = ["text", "integer", "number"];
const amounts: readonly ColumnType[] = ["number", "integer"];

/** The roles that are guessed, in the order in which they take their columns. */
export const roleNames: readonly RoleNames[] = [
  {
    role: "time",
    types: ["time"],
    patterns: [
      [/^(event_)?(timestamp|ts|datetime|occurred_at|event_time)$|^time_timestamp$/, 0.98],
      [/(ordered|created|purchased|placed|processed|occurred|received|sent|visited|paid)_(at|on)$/, 0.92],
      [/^(invoice|order|event|transaction|purchase|visit|session|created|complete)_?(date|time|timestamp)(_utc)?$/, 0.92],
      [/(^|_)(date|time|timestamp|ts)$/, 0.85],
      [/_at$/, 0.75],
      [/^(opened|ordered|placed|submitted|answered|sent|visited|started|day|when)$/, 0.7],
      [/date|time/, 0.6],
    ],
  },
  {
    role: "customer",
    types: names,
    patterns: [
      [/^(customer|cust|client|user|member|shopper|buyer|account|contact|person|subscriber|patient|visitor)_?(id|no|nr|number|key|code)$/, 0.97],
      [/^case_(concept_name|id)$/, 0.95],
      [/^(case|loyalty|card|household)_?(id|no|number)$/, 0.85],
      [/^(customer|client|user|member|shopper|buyer|uid)$/, 0.9],
      [/^(customer_|user_|contact_)?e_?mail(_address)?$/, 0.8],
      [/^(user_pseudo|anonymous|cookie|device|visitor|client|distinct)_?id$/, 0.72],
      [/(customer|client|user|member)_?(id|email|key)/, 0.75],
      [/^(customer|client|user)/, 0.5],
      [/^id$/, 0.4],
    ],
  },
  {
    role: "id",
    types: names,
    patterns: [
      [/^(order|invoice|transaction|receipt|purchase|event|ticket|booking|message|insert)_?(id|no|nr|number)$/, 0.92],
      [/^(order|invoice)$/, 0.6],
    ],
  },
  {
    role: "event",
    types: ["text"],
    patterns: [
      [/^(event|event_name|event_type|concept_name)$/, 0.96],
      [/^(activity|action|activity_name|interaction)$/, 0.9],
      [/^(type|status_event|step|page_type|name)$/, 0.5],
      [/(^|_)(event|activity|action)(_|$)/, 0.7],
    ],
  },
  {
    role: "channel",
    types: ["text"],
    patterns: [
      [/^(channel|marketing_channel|default_channel_group(ing)?|channel_group(ing)?)$/, 0.95],
      [/^utm_medium$/, 0.9],
      [/(^|_)channel(_name)?$/, 0.8],
      [/^(medium|traffic_source_medium|traffic_medium)$/, 0.85],
      [/^(source|utm_source|traffic_source|source_name|referrer|touchpoint)$/, 0.7],
    ],
  },
  { role: "campaign", types: ["text"], patterns: [[/^(campaign|campaign_name|utm_campaign|campaign_id|traffic_source_name)$/, 0.9]] },
  {
    role: "value",
    types: amounts,
    patterns: [
      [
        /^(amount|revenue|order_value|conversion_value|event_value_in_usd|purchase_revenue|total|order_total|total_price|sales|spend_amount|net_amount|gross_amount|grand_total|dollars?)$/,
        0.92,
      ],
      [/(^|_)(revenue|amount|total)(_|$)/, 0.75],
      [/^(value|turnover|subtotal|gmv|income)$/, 0.7],
      [/(^|_)value$/, 0.5],
    ],
  },
  { role: "cost", types: amounts, patterns: [[/^(cost|spend|ad_spend|ad_cost|cpc)$/, 0.85]] },
  {
    role: "score",
    types: amounts,
    patterns: [
      [/^(nps|csat|ces|nps_score|csat_score|ces_score)$/, 0.95],
      [/^(score|rating|satisfaction|stars)$/, 0.65],
    ],
  },
  { role: "comment", types: ["text"], patterns: [[/^(comment|comments|feedback|verbatim|review_text|message_text)$/, 0.85]] },
  { role: "owner", types: ["text"], patterns: [[/^(owner|agent|assignee|resource|org_resource|sales_rep)$/, 0.75]] },
];

import { describe, expect, test } from "vitest";
import { guessMapping } from "../../../src/cells/journey/guess.ts";
import { knownExports, recogniseExport } from "../../../src/schema/exports/known-exports.ts";
import { roles } from "../../../src/schema/mapping.ts";
import type { ColumnType } from "../../../src/schema/column.ts";
import type { InputShape } from "../../../src/schema/shape.ts";

/** Columns from a header; names of times and numbers are told by how they sound, as a reader would have typed their values. */
const columns = (header: string) =>
  header.split(",").map((name) => {
    const time =
      /(^| )(date|day)\b|created|started at|paid at|time|^ts$|(Start|End|Recorded)Date|datetime|_at$/i.test(name) && !/zone|compare/i.test(name);
    const number = /amount|total|cost|price|revenue|rating|^\$value/i.test(name) && !time;
    const type: ColumnType = time ? "time" : number ? "number" : "text";
    return { name, type };
  });
const shape = (header: string): InputShape => ({
  name: "export",
  provides: "table",
  rows: 100,
  columns: columns(header).map((column) => ({ ...column, missing: 0, distinct: 50 })),
});

// Headers as the products' public documentation and published examples of their exports have them, shortened where they go on.
const exports: readonly [name: string, header: string, expected: Record<string, unknown>][] = [
  [
    "Shopify orders",
    "Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Id,Tags,Source,Phone",
    { customer: ["Email", "Phone"], time: "Created at", event: "=purchase", value: "Total", id: "Name", channel: "Source" },
  ],
  [
    "Stripe payments",
    "id,Description,Seller Message,Created (UTC),Amount,Amount Refunded,Currency,Converted Amount,Converted Amount Refunded,Fee,Tax,Converted Currency,Mode,Status,Statement Descriptor,Customer ID,Customer Description,Customer Email,Captured,Card ID",
    { customer: ["Customer ID", "Customer Email"], time: "Created (UTC)", value: "Converted Amount", id: "id" },
  ],
  [
    "Google Analytics 4 events",
    "event_date,event_timestamp,event_name,event_value_in_usd,user_id,user_pseudo_id,traffic_source.name,traffic_source.medium,traffic_source.source,ecommerce.purchase_revenue,ecommerce.transaction_id",
    { customer: ["user_id", "user_pseudo_id"], time: "event_timestamp", event: "event_name", channel: "traffic_source.medium" },
  ],
  [
    "HubSpot contacts",
    "Record ID,First Name,Last Name,Email,Phone Number,Lifecycle Stage,Contact owner,Create Date",
    { customer: ["Record ID", "Email"], time: "Create Date", owner: "Contact owner" },
  ],
  [
    "HubSpot deals",
    "Record ID,Deal Name,Deal Stage,Amount,Deal owner,Associated Company IDs,Close Date",
    { customer: ["Associated Company IDs", "Record ID"], time: "Close Date", event: "Deal Stage", value: "Amount" },
  ],
  [
    "Salesforce opportunities",
    "Opportunity Owner,Account Name,Opportunity Name,Stage,Amount,Close Date,Created Date,Lead Source,Opportunity ID",
    { customer: ["Account Name", "Opportunity ID"], time: "Close Date", event: "Stage", value: "Amount", owner: "Opportunity Owner" },
  ],
  [
    "Klaviyo events",
    "type,id,attributes.timestamp,attributes.datetime,attributes.uuid,attributes.event_properties.$value,relationships.profile.data.id,relationships.metric.data.id",
    { customer: "relationships.profile.data.id", time: "attributes.datetime", event: "relationships.metric.data.id" },
  ],
  [
    "Mailchimp audience",
    "Email Address,First Name,Last Name,EMAIL_TYPE,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES",
    { customer: ["EUID", "Email Address"], time: "CONFIRM_TIME", event: "=subscribed" },
  ],
  [
    "Mixpanel events",
    "event,properties.time,properties.distinct_id,properties.$insert_id,properties.mp_processing_ms",
    { customer: "properties.distinct_id", time: "properties.time", event: "event" },
  ],
  [
    "Amplitude events",
    "server_upload_time,device_id,amplitude_id,user_id,event_time,event_type,event_id,session_id,uuid,$insert_id",
    { customer: ["user_id", "amplitude_id", "device_id"], time: "event_time", event: "event_type" },
  ],
  [
    "Segment events",
    "id,received_at,uuid_ts,anonymous_id,user_id,event,event_text,sent_at,original_timestamp,timestamp,context_campaign_medium",
    { customer: ["user_id", "anonymous_id"], time: "timestamp", event: "event_text", channel: "context_campaign_medium" },
  ],
  [
    "Zendesk tickets",
    "Id,Requester,Requester id,Requester email,Assignee,Group,Subject,Status,Priority,Via,Created at,Updated at,Solved at",
    { customer: ["Requester id", "Requester email", "Requester"], time: "Created at", channel: "Via", owner: "Assignee" },
  ],
  [
    "Intercom conversations",
    "Conversation ID,Conversation started at (UTC),User ID,User email,Channel,Teammate currently assigned,Conversation rating",
    { customer: ["User ID", "User email"], score: "Conversation rating", scale: "csat" },
  ],
  [
    "Qualtrics responses",
    "StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,RecipientLastName,RecipientFirstName,RecipientEmail,ExternalReference,LocationLatitude,LocationLongitude,DistributionChannel,UserLanguage,Q1",
    { customer: ["ExternalReference", "RecipientEmail", "ResponseId"], time: "RecordedDate", channel: "DistributionChannel" },
  ],
  [
    "SurveyMonkey responses",
    "Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,How likely are you to recommend us?",
    { customer: ["Custom Data 1", "Email Address", "Respondent ID"], time: "End Date" },
  ],
];

describe("guessMapping of known exports", () => {
  test.each(exports)("recognises %s and maps its roles at once", (name, header, expected) => {
    const guess = guessMapping(shape(header))!;
    expect(recogniseExport(columns(header))!.known.name).toBe(name);
    expect(guess.line).toMatchObject(expected);
    expect(guess.confidence.customer).toBeGreaterThanOrEqual(0.97);
    expect(guess.why.time).toMatch(new RegExp(`^it is an export of ${name}, told by `));
  });

  test("counts one purchase per Shopify order, whose further line items have no total", () => {
    expect(guessMapping(shape(exports[0]![1]))!.line.where).toEqual([{ column: "Total", missing: false }]);
  });
});

describe("recogniseExport(columns)", () => {
  test.each([
    ["Google Ads spend", "Campaign ID,Campaign,Day,Cost,Currency code,Impressions,Clicks", { time: "Day", cost: "Cost", campaign: "Campaign" }],
    ["Meta Ads spend", "Campaign name,Day,Currency,Amount spent (USD),Reporting ends", { time: "Day", cost: "Amount spent (USD)" }],
  ])("recognises %s, which has no customer and so no line of a journey", (name, header, expected) => {
    const found = recogniseExport(columns(header))!;
    expect([found.known.name, found.roles]).toEqual([name, expect.objectContaining(expected)]);
    expect(found.roles.customer).toBeUndefined();
  });

  test("takes names in any case and gives them back as they are", () => {
    expect(recogniseExport(columns("CAMPAIGN,day,cost,impr."))!.roles).toMatchObject({ time: "day", campaign: "CAMPAIGN" });
  });

  test("recognises nothing where a name is missing or the time is text", () => {
    expect(recogniseExport(columns("Campaign,Day,Impr."))).toBeNull();
    expect(recogniseExport(columns("Campaign,Day,Cost,Clicks").map((column) => ({ ...column, type: "text" })))).toBeNull();
  });

  test("tells every known export by something it maps, and no two of one name", () => {
    expect(new Set(knownExports.map(({ name }) => name)).size).toBe(knownExports.length);
    for (const known of knownExports) {
      expect(Object.keys(known.roles).every((role) => (roles as readonly string[]).includes(role))).toBe(true);
      expect(known.roles.time).toBeDefined();
      expect(known.roles.event).toBeDefined();
    }
  });
});

import type { ColumnType } from "../column.ts";
import type { EventLine, Role, RoleValue } from "../mapping.ts";
import { amplitudeEvents } from "./amplitude-events.ts";
import { ga4Events } from "./ga4-events.ts";
import { googleAdsSpend } from "./google-ads-spend.ts";
import { hubspotContacts } from "./hubspot-contacts.ts";
import { hubspotDeals } from "./hubspot-deals.ts";
import { intercomConversations } from "./intercom-conversations.ts";
import { klaviyoEvents } from "./klaviyo-events.ts";
import type { KnownExport } from "./known-export.ts";
import { mailchimpAudience } from "./mailchimp-audience.ts";
import { metaAdsSpend } from "./meta-ads-spend.ts";
import { mixpanelEvents } from "./mixpanel-events.ts";
import { qualtricsResponses } from "./qualtrics-responses.ts";
import { salesforceOpportunities } from "./salesforce-opportunities.ts";
import { segmentTracks } from "./segment-tracks.ts";
import { shopifyOrders } from "./shopify-orders.ts";
import { stripePayments } from "./stripe-payments.ts";
import { surveyMonkeyResponses } from "./surveymonkey-responses.ts";
import { zendeskTickets } from "./zendesk-tickets.ts";

/** The exports that are recognised. */
export const knownExports: readonly KnownExport[] = [
  amplitudeEvents,
  ga4Events,
  googleAdsSpend,
  hubspotContacts,
  hubspotDeals,
  intercomConversations,
  klaviyoEvents,
  mailchimpAudience,
  metaAdsSpend,
  mixpanelEvents,
  qualtricsResponses,
  salesforceOpportunities,
  segmentTracks,
  shopifyOrders,
  stripePayments,
  surveyMonkeyResponses,
  zendeskTickets,
];

/** A column as far as an export is told by it. */
interface Named {
  name: string;
  type: ColumnType;
}

/** A recognised export, and which of a table's columns play which role in it. */
export interface RecognisedExport {
  known: KnownExport;
  roles: Partial<Record<Role, RoleValue>>;
  /** The columns it was told by. */
  by: string[];
}

/** Types a role's column must have to be of use. */
const needed: Partial<Record<Role, readonly ColumnType[]>> = {
  time: ["time"],
  value: ["number", "integer"],
  cost: ["number", "integer"],
  score: ["number", "integer"],
};

/** The column of one of the names, the first that is there; spelled as the table has it. */
function columnOf(columns: readonly Named[], names: string | readonly string[]): Named | undefined {
  const wanted = typeof names === "string" ? [names] : names;
  for (const name of wanted) {
    const found = columns.find((column) => column.name.trim().toLowerCase() === name.toLowerCase());
    if (found !== undefined) return found;
  }
  return undefined;
}

function roleValue(role: Role, names: string | readonly string[], columns: readonly Named[]): RoleValue | undefined {
  if (typeof names === "string" && names.startsWith("=")) return names;
  const types = needed[role];
  const suitable = types === undefined ? columns : columns.filter(({ type }) => types.includes(type));
  if (role !== "customer") return columnOf(suitable, names)?.name;
  const identities = [names].flat().flatMap((name) => columnOf(suitable, name)?.name ?? []);
  return identities.length > 1 ? identities : identities[0];
}

/**
 * The known export a table is, told by the names of its columns; null when it is none, or when what should be a time is none.
 *
 * Spend exports have no customer: their `roles` are without one. Column names are facts about products that change; a file exported in another
 * language is not recognised.
 */
export function recogniseExport(columns: readonly Named[]): RecognisedExport | null {
  for (const known of knownExports) {
    const by = known.signature.map((names) => columnOf(columns, names)?.name);
    if (by.includes(undefined)) continue;
    const roles: Partial<Record<Role, RoleValue>> = {};
    for (const [role, names] of Object.entries(known.roles) as [Role, string | readonly string[]][]) {
      const value = roleValue(role, names, columns);
      if (value !== undefined) roles[role] = value;
    }
    if (roles.time === undefined) continue;
    return { known, roles, by: by.filter((name) => name !== undefined) };
  }
  return null;
}

/** What is left of a recognised export's conditions and scale for a line of a journey. */
export function lineExtras({ known, roles }: RecognisedExport): Pick<EventLine, "scale" | "where"> {
  return {
    ...(known.scale !== undefined && roles.score !== undefined && { scale: known.scale }),
    ...(known.where !== undefined && { where: [...known.where] }),
  };
}

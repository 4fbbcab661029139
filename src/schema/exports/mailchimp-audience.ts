import type { KnownExport } from "./known-export.ts";

/** An audience exported from Mailchimp, a row per contact. Names: Mailchimp Help, "View or Export Contacts". */
export const mailchimpAudience: KnownExport = {
  name: "Mailchimp audience",
  signature: ["Email Address", "MEMBER_RATING", "OPTIN_TIME", "LEID"],
  roles: {
    customer: ["EUID", "Email Address"],
    time: ["CONFIRM_TIME", "OPTIN_TIME"],
    event: "=subscribed",
    score: "MEMBER_RATING",
    channel: "=email",
  },
};

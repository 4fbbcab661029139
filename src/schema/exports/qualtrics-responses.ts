import type { KnownExport } from "./known-export.ts";

/** Responses of a Qualtrics survey. Names: Qualtrics Support, "Understanding Your Dataset". */
export const qualtricsResponses: KnownExport = {
  name: "Qualtrics responses",
  signature: ["StartDate", "EndDate", "RecordedDate", "ResponseId", "DistributionChannel"],
  roles: {
    customer: ["ExternalReference", "ExternalDataReference", "RecipientEmail", "ResponseId"],
    time: ["RecordedDate", "EndDate"],
    event: "=survey answered",
    channel: "DistributionChannel",
    id: "ResponseId",
  },
};

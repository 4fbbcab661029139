import type { KnownExport } from "./known-export.ts";

/** Responses of a SurveyMonkey survey. Names: SurveyMonkey Help, "All Responses Data export". */
export const surveyMonkeyResponses: KnownExport = {
  name: "SurveyMonkey responses",
  signature: [
    ["Respondent ID", "RespondentID"],
    ["Collector ID", "CollectorID"],
    ["Start Date", "StartDate"],
    ["End Date", "EndDate"],
  ],
  roles: {
    customer: ["Custom Data 1", "Email Address", "Respondent ID", "RespondentID"],
    time: ["End Date", "EndDate", "Start Date", "StartDate"],
    event: "=survey answered",
    channel: ["Collector ID", "CollectorID"],
    id: ["Respondent ID", "RespondentID"],
  },
};

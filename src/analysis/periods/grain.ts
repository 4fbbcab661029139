/** The length of a calendar period. */
export type PeriodGrain = "day" | "week" | "month" | "quarter" | "year";

/** What holds for a whole notebook; every computation receives it, so that nothing depends on the machine's clock or place. */
export interface Settings {
  /** IANA time zone, such as "Europe/Berlin". */
  timezone: string;
  /** The first day of a week: 1 is Monday, 7 is Sunday. */
  weekStart: number;
  /** ISO 4217 code for money without a currency of its own, or null. */
  currency: string | null;
  /** The observation window [start, end) as local ISO dates, or null for all the data. */
  window: [string, string] | null;
  /** The confidence level of intervals, from 0.5 to 0.999. */
  level: number;
}

/** A notebook that says nothing. */
export const defaultSettings: Settings = { timezone: "UTC", weekStart: 1, currency: null, window: null, level: 0.95 };

/** Length of a calendar period. */
export type Grain = "day" | "week" | "month" | "quarter" | "year";

import { zone, type Zone } from "../../analysis/calendar/zone.ts";

/** Values that had to become missing, by reason. */
export interface Losses {
  divisions: number;
  notFinite: number;
  notNumbers: number;
  notTimes: number;
  tooLong: number;
}

/** What the functions of one formula know beside their values: the notebook's clock, and where they count what went missing. */
export interface FormulaRun {
  zone: Zone;
  /** 1 is Monday. */
  weekStart: number;
  losses: Losses;
  /** The formula's regular expressions, by number. */
  patterns: RegExp[];
  /** The value last kept for the very next question about it. */
  kept: unknown;
}

/** The run of one formula in a notebook with this clock. */
export function formulaRun(settings: { timezone: string; weekStart: number }): FormulaRun {
  const losses: Losses = { divisions: 0, notFinite: 0, notNumbers: 0, notTimes: 0, tooLong: 0 };
  return { zone: zone(settings.timezone), weekStart: settings.weekStart, losses, patterns: [], kept: null };
}

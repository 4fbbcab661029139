import { UserError } from "./errors.ts";

const units = { second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000 } as const;

/** A length of time as the file writes it, taken apart. `months` counts calendar months; the rest is milliseconds. */
export interface Duration {
  ms: number;
  months: number;
}

/**
 * Reads a duration such as "30 minutes", "7 days" or "2 months".
 *
 * Months, quarters and years are calendar lengths, so they are kept apart from milliseconds: a month is not 30 days.
 *
 * @throws {UserError} If the text is not a whole or decimal number and a unit.
 * @example duration("7 days") // { ms: 604800000, months: 0 }
 */
export function duration(text: string): Duration {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([a-z]+?)s?\s*$/i.exec(text);
  const amount = Number(match?.[1]);
  const unit = (match?.[2] ?? "").toLowerCase();
  if (match && unit in units) return { ms: amount * units[unit as keyof typeof units], months: 0 };
  const months = { month: 1, quarter: 3, year: 12 }[unit];
  if (match && months !== undefined && Number.isInteger(amount)) return { ms: 0, months: amount * months };
  throw new UserError(`"${text}" is not a length of time.`, 'Write a number and a unit, such as "30 minutes", "7 days" or "2 months".');
}

/**
 * A duration's canonical text: "7 days", "1 month".
 *
 * @example canonicalDuration(" 7 day") // "7 days"
 */
export function canonicalDuration(text: string): string {
  duration(text);
  const [, amount, unit] = /^\s*(\S+?)\s*([a-z]+?)s?\s*$/i.exec(text)!;
  return `${Number(amount)} ${unit!.toLowerCase()}${Number(amount) === 1 ? "" : "s"}`;
}

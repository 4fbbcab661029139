import { duration } from "../../schema/durations.ts";
import { UserError } from "../../schema/errors.ts";

/**
 * A length of time between two events in milliseconds.
 *
 * @throws {UserError} If it is in months, which have no one length.
 */
export function milliseconds(text: string, param: string): number {
  const { ms, months } = duration(text);
  if (months === 0) return ms;
  throw new UserError(`"${text}" is not always equally long, so events cannot be measured by it.`, 'Write it in days, such as "30 days".', { param });
}

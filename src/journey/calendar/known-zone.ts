import { zone, type Zone } from "../../analysis/calendar/zone.ts";
import { UserError } from "../../schema/errors.ts";

/** The clock of the notebook's zone. @throws {UserError} If there is no such zone. */
export function knownZone(timezone: string): Zone {
  try {
    return zone(timezone);
  } catch {
    throw new UserError(`There is no time zone "${timezone}".`, 'Write an IANA name in the notebook\'s settings, such as "Europe/Berlin" or "UTC".');
  }
}

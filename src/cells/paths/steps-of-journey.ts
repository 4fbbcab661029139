import { textCodes } from "../../journey/columns/text-codes.ts";
import type { Codes, Journey } from "../../journey/journey.ts";

/** The text of each event in the column followed. */
function followed(journey: Journey, column: string): Codes {
  if (column === "stage") return journey.stages();
  return column === "event" || column === "channel" ? journey.code(column) : textCodes(journey.property(column));
}

/**
 * The step of each event, −1 for events that are none, with codes in the order of their names, so that nothing depends on the order of the rows.
 *
 * @param isStep 1 for the events that may be steps.
 * @throws {UserError} If there is no such column.
 */
export function stepsOfJourney(journey: Journey, column: string, isStep: Uint8Array | null): Codes {
  const { codes: all, dictionary } = followed(journey, column);
  const used = new Uint8Array(dictionary.length);
  for (let event = 0; event < all.length; event++) if (all[event]! >= 0 && (isStep === null || isStep[event] === 1)) used[all[event]!] = 1;
  const names = dictionary.filter((_, code) => used[code] === 1).sort();
  const place = new Map(names.map((name, index) => [name, index]));
  // One more place for missing codes, −1.
  const translation = Int32Array.from([-1, ...dictionary.map((name) => place.get(name) ?? -1)]);
  const codes = new Int32Array(all.length);
  for (let event = 0; event < all.length; event++) codes[event] = isStep === null || isStep[event] === 1 ? translation[all[event]! + 1]! : -1;
  return { codes, dictionary: names };
}

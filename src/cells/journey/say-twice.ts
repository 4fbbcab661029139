import type { ToldTwice } from "../../journey/told-twice.ts";
import type { Json } from "../../schema/json.ts";
import type { EventLine } from "../../schema/mapping.ts";
import type { Warning } from "../../schema/result.ts";

const thousands = new Intl.NumberFormat("en-US");

/** The line whose events have other names, too, and so can leave these out by a condition: without a value rather than with one. */
function lineToNarrow(lines: readonly EventLine[], places: readonly number[]): number | undefined {
  const named = places.filter((place) => typeof lines[place]!.event === "string" && !(lines[place]!.event as string).startsWith("="));
  return named.find((place) => lines[place]!.value === undefined) ?? named[0];
}

/** A kind of event that two tables both bring, as a warning with its remedy. */
export function sayTwice({ event, lines: places, pairs, events }: ToldTwice, lines: readonly EventLine[]): Warning {
  const [first, second] = places.map((place) => lines[place]!.from) as [string, string];
  const fewer = events[0] < events[1] ? 0 : 1;
  const narrowed = lineToNarrow(lines, places);
  const column = narrowed === undefined ? undefined : (lines[narrowed]!.event as string);
  const warning: Warning = {
    code: "W_TWICE",
    lead: `"${event}" is counted twice, by ${first} and by ${second}.`,
    text: `${thousands.format(pairs)} of ${thousands.format(events[fewer]!)} in ${fewer === 0 ? first : second} are within ten minutes of one in ${fewer === 0 ? second : first}, of the same customer.`,
    remedy:
      narrowed === undefined
        ? "Take it from one of the two only, or give it another name in one."
        : `Take it from one of the two only: give ${lines[narrowed]!.from} the condition that ${column} is not "${event}".`,
  };
  if (narrowed === undefined) return warning;
  const narrower = lines.map((line, place) =>
    place === narrowed ? { ...line, where: [...(line.where ?? []), { column: column!, isNot: event }] } : line,
  );
  return {
    ...warning,
    fixes: [{ label: `Leave ${event} out of ${lines[narrowed]!.from}`, params: { events: narrower as unknown as Json } }],
  };
}

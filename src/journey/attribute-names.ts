import { IndexedJourney } from "./indexed-journey.ts";
import type { Journey } from "./journey.ts";

/** A column per customer, and whether its table says since when a value holds. */
export interface AttributeName {
  name: string;
  dated: boolean;
}

/** The attributes of a journey by the names they are asked for: with their table where several have one of that name. */
export function attributeNames(journey: Journey): AttributeName[] {
  if (!(journey instanceof IndexedJourney)) return [];
  const all = journey.origin.attributes.flatMap(({ line }) => line.columns.map((column) => ({ line, column })));
  return all.map(({ line, column }) => {
    const shared = all.filter((other) => other.column === column).length > 1;
    return { name: shared ? `${line.from}.${column}` : column, dated: line.asOf !== undefined };
  });
}

import type { Json } from "../../schema/json.ts";
import type { ColumnShape } from "../../schema/shape.ts";

/** Events that mean the same under several names. */
const families: readonly RegExp[] = [
  /^(purchase|order|buy|bought|checkout_completed|payment|paid|sale|transaction)/i,
  /^(cancel|churn|unsubscrib|terminat)/i,
  /^(sign_?up|register|registration|account_created)/i,
];

/** The name an event has among those of a column: its own, or the most frequent that means the same; null where there is none. */
export function namedLike(event: string, { top = [] }: ColumnShape): string | null {
  if (top.includes(event)) return event;
  const family = families.find((pattern) => pattern.test(event));
  return (family === undefined ? undefined : top.find((name) => family.test(name))) ?? null;
}

const isAbout = (item: Json, event: string): boolean =>
  typeof item === "object" && item !== null && !Array.isArray(item) && item["column"] === "event" && item["is"] === event;

/** Whether there is a condition on an event anywhere in a parameter. */
export function asksFor(value: Json, event: string): boolean {
  if (typeof value !== "object" || value === null) return false;
  return isAbout(value, event) || Object.values(value).some((item) => asksFor(item, event));
}

/** Parameters in which conditions on one event are about another, or are left out where there is no other: every event then counts. */
export function eventRenamed(value: Json, event: string, now: string | null): Json {
  if (Array.isArray(value)) return value.flatMap((item) => (now === null && isAbout(item, event) ? [] : [eventRenamed(item, event, now)]));
  if (typeof value !== "object" || value === null) return value;
  if (now !== null && isAbout(value, event)) return { ...value, is: now };
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, eventRenamed(item, event, now)]));
}

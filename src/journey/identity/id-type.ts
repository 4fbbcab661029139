import { plainName } from "../../schema/plain-name.ts";

/** Kinds of ids, most trusted first. The last two name machines, the others people. */
export const idTypes = ["user_id", "email", "phone", "loyalty_id", "device_id", "anonymous_id"] as const;

export type IdType = (typeof idTypes)[number];

const known: readonly (readonly [type: IdType, pattern: RegExp])[] = [
  ["email", /mail/],
  ["phone", /phone|mobile|msisdn/],
  ["loyalty_id", /loyalty|card|membership/],
  ["anonymous_id", /anon|cookie|pseudo|visitor|session|distinct/],
  ["device_id", /device|idfa|idfv|gaid|advertising/],
];

/** Whether ids of a type name a machine, which several people may use. */
export const isDevice = (type: IdType): boolean => type === "device_id" || type === "anonymous_id";

/**
 * What kind of id a column holds, told by its name; otherwise an account where it is the first of its list, and a visitor where others are
 * trusted more.
 *
 * @param place Its place in the list of identities.
 * @example idTypeOf("customer_email", 0) // "email"
 */
export function idTypeOf(column: string, place: number): IdType {
  const name = plainName(column);
  return known.find(([, pattern]) => pattern.test(name))?.[0] ?? (place === 0 || /user|customer|account/.test(name) ? "user_id" : "anonymous_id");
}

import type { IdType } from "./id-type.ts";

/** When ids are one customer. */
export interface IdentityRules {
  /**
   * "merge": ids that were seen together are one customer. "last_login": nothing a device did before a login counts as that customer's; after
   * it, its events are those of whoever logged in last. "first_id": the first id of a row alone decides.
   */
  mode: "merge" | "last_login" | "first_id";
  /** Most ids of each kind that one customer may have. */
  limits: Record<IdType, number>;
  /** A device that more people than this used is shared: it joins nobody. */
  usersPerDevice: number;
  /** Ids that stand for nobody, in lower case. */
  nobodys: ReadonlySet<string>;
  /** Only what was seen together before this time counts, in UTC milliseconds. */
  asOf: number;
}

/** What counts where a notebook says nothing. */
export const usualIdentity: IdentityRules = {
  mode: "merge",
  limits: { user_id: 1, email: 5, phone: 5, loyalty_id: 5, device_id: 20, anonymous_id: 50 },
  usersPerDevice: 3,
  nobodys: new Set(),
  asOf: Infinity,
};

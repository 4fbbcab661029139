import type { Condition } from "./conditions.ts";

/** A column's name, a constant written `"=text"`, or a list of columns of which the first that is not missing counts. */
export type RoleValue = string | string[];

/** The roles a line of a journey may give to columns. */
export const roles = ["customer", "time", "event", "channel", "value", "cost", "score", "comment", "id", "campaign", "owner"] as const;

export type Role = (typeof roles)[number];

/** One line of a journey's `events`: which columns of a table play which role. `customer` lists identities, most trusted first. */
export interface EventLine extends Partial<Record<Role, RoleValue>> {
  from: string;
  customer: RoleValue;
  time: RoleValue;
  event: RoleValue;
  /** What a score is. */
  scale?: "nps" | "csat" | "ces";
  where?: Condition[];
}

/** One line of a journey's `attributes`: columns of a table with one row per customer, or per customer and change (`asOf`). */
export interface AttributeLine {
  from: string;
  customer: string;
  columns: string[];
  /** The column that says since when a row holds. */
  asOf?: string;
}

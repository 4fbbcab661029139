import type { IdType } from "./id-type.ts";

/** An id with its kind. */
export interface TypedId {
  type: IdType;
  id: string;
}

/** Two ids that are one customer, and how many rows have both. */
export interface Joined {
  low: TypedId;
  high: TypedId;
  rows: number;
}

/** Two ids seen together that were not made one customer, since it would have had too many ids of a kind. */
export interface Refused extends Joined {
  type: IdType;
  limit: number;
}

/** A customer with several ids, and what joined them. */
export interface Cluster {
  customer: string;
  ids: number;
  joined: Joined[];
}

/** A device of more people than rules allow. */
export interface SharedDevice extends TypedId {
  people: number;
  rows: number;
  /** Rows given to whoever had logged in last. */
  given: number;
}

/** What stitching did. Customers are counted over the rows that meet the conditions of their line. */
export interface IdentityAudit {
  /** Customers if the first id of a row alone decided. */
  before: number;
  after: number;
  /** Kinds of ids, most trusted first, with how many there are, and how many customers there would be without them. */
  kinds: { type: IdType; ids: number; without: number }[];
  /** How many customers have one id, two, three, …. */
  sizes: Map<number, number>;
  /** The largest first, at most five. */
  clusters: Cluster[];
  refused: number;
  /** Those with most rows, at most a thousand. */
  refusals: Refused[];
  sharedDevices: number;
  /** Those with most people, at most a thousand. */
  devices: SharedDevice[];
  /** Ids that were nobody's since they are in so many rows with so many others. */
  nobodys: TypedId[];
}

import type { Column } from "../schema/column.ts";
import type { Condition } from "../schema/conditions.ts";
import type { Role } from "../schema/mapping.ts";
import type { Grain } from "../schema/settings.ts";
import type { Segments } from "./segments.ts";
import type { Sessions } from "./sessions.ts";

/** Text per event as codes: −1 is missing. */
export interface Codes {
  codes: Int32Array;
  dictionary: string[];
}

/** A number per event: NaN is missing, and its bit in `valid` is 0. */
export interface Numbers {
  values: Float64Array;
  valid?: Uint8Array;
}

/** A group per customer: −1 is none. */
export interface Groups {
  codes: Int32Array;
  names: string[];
}

/**
 * One line of events per customer: the index that every analysis walks once.
 *
 * Events stand in the order (customer, time, input order). Customer `c` has the events `offsets[c]` to `offsets[c + 1] − 1`.
 */
export interface Journey {
  /** Number of events. */
  readonly rows: number;
  /** Number of customers. */
  readonly customers: number;
  /** `customers + 1` places in the events. */
  readonly offsets: Uint32Array;
  /** UTC milliseconds, per event. */
  readonly time: Float64Array;
  /** The row of the mapped table an event came from, per event. */
  readonly row: Uint32Array;
  /** Which line of the mapping an event came from, per event. */
  readonly table: Uint8Array;
  /** The table that each line of the mapping reads, by line. */
  readonly sources: readonly string[];
  /** The observation window [start, end) in UTC milliseconds. */
  readonly window: [number, number];
  /** How often each customer counts: set by the bootstrap, absent otherwise. */
  readonly weights?: Uint32Array;
  /** Whether any line of the mapping has a role. */
  has(role: Role): boolean;
  /** A role with few distinct texts (event, channel, campaign, owner), per event. */
  code(role: Role): Codes;
  /** A role with numbers (value, cost, score), per event. */
  value(role: Role): Numbers;
  /** The session of each event, by the journey's rule. */
  sessions(): Sessions;
  /** What each event's score is measured in, as its line of the mapping says; −1 where it says nothing or has no score. */
  scales(): Codes;
  /** The stage of each event, by the journey's rules; the dictionary is the stages in order. */
  stages(): Codes;
  /** Any column of any mapped table, per event; missing where an event comes from another table. Gathered when first asked for. */
  property(name: string): Column;
  /** The names of the customers' attributes. */
  readonly attributes: readonly string[];
  /** A column per customer: an attribute, or "customer" for the identity itself. With `asOf`, as it was known at that time. */
  attribute(name: string, asOf?: number): Column;
  /** Which events meet all conditions: 1 or 0 per event. Customer attributes and memberships hold for all events of a customer. */
  mask(conditions: readonly Condition[]): Uint8Array;
  /** The local calendar period of each event: days since 1970, weeks, months (year × 12 + month), quarters or years. */
  local(grain: Grain): Int32Array;
  /** The same journey as it was known just before a time: only earlier events, attributes as of then. */
  before(time: number): Journey;
  /** The group of each customer: the segments of a cell, an attribute, or the first event's value of a column. */
  groups(by: string | Segments): Groups;
}

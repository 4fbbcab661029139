import type { Paths } from "../../analysis/attribution/paths.ts";
import type { Journey } from "../../journey/journey.ts";

/** The paths of a cell, and what was found on the way to them. */
export interface Ways {
  paths: Paths;
  /** Names of the channels. */
  channels: string[];
  /** 1 for each channel that is a direct visit. */
  direct: Uint8Array;
  /** Null where the paths come from a table that knows no customers and no times. */
  journey: Journey | null;
  /** Customers in the journey. */
  customers: number;
  window?: [number, number];
  excluded: Record<string, number>;
  /** Groups of customers; one empty name when nothing is broken down. */
  groups: string[];
  /** The group of each customer; null when nothing is broken down. */
  group: Int32Array | null;
  /** Whether values are known. */
  valued: boolean;
  /** Milliseconds before a conversion in which touches count. */
  lookback: number;
}

/** The paths of some customers only. */
export function pathsOf(paths: Paths, keep: (customer: number) => boolean): Paths {
  const chosen = Uint32Array.from({ length: paths.count }, (_, path) => path).filter((path) => keep(paths.customer[path]!));
  const pick = <T extends Uint32Array | Float64Array>(values: T): T => {
    const picked = new (values.constructor as { new (length: number): T })(chosen.length);
    for (let place = 0; place < chosen.length; place++) picked[place] = values[chosen[place]!]!;
    return picked;
  };
  return {
    ...paths,
    count: chosen.length,
    starts: pick(paths.starts),
    ends: pick(paths.ends),
    at: paths.at === null ? null : pick(paths.at),
    customer: pick(paths.customer),
    conversions: pick(paths.conversions),
    nulls: pick(paths.nulls),
    values: pick(paths.values),
  };
}

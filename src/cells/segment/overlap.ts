import { setOverlap } from "../../analysis/segments/set-overlap.ts";
import type { Json } from "../../schema/json.ts";
import { integerColumn, numberColumn, textColumn } from "../../schema/made-columns.ts";
import type { Table } from "../../schema/table.ts";
import type { Membership } from "./membership.ts";

/** Between the names of segments that customers are in at once. */
const and = " ∩ ";
/** The most combinations that are listed, largest first. */
const most = 40;

/** Customers who are in exactly the same segments. */
export interface Combination {
  name: string;
  /** Places of the segments. */
  segments: number[];
  customers: number;
}

const keyOf = (sets: readonly Uint8Array[], customer: number): string => sets.map((set) => set[customer]).join("");

const named = (names: readonly string[], segments: readonly number[]): string => segments.map((segment) => names[segment]!).join(and);

/** The combinations of segments that customers are in, largest first; the rest is one. */
export function combinations({ sets, names, among }: Membership): Combination[] {
  const counts = new Map<string, number>();
  for (let customer = 0; customer < among.length; customer++) {
    if (among[customer] !== 1) continue;
    const key = keyOf(sets, customer);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort(([left, many], [right, few]) => few - many || (left < right ? 1 : -1))
    .slice(0, most)
    .map(([key, customers]) => {
      const segments = names.flatMap((_, segment) => (key[segment] === "1" ? [segment] : []));
      return { name: named(names, segments), segments, customers };
    });
}

/** The customers of one combination: in exactly these segments. */
export function inCombination({ sets, names, among }: Membership, name: Json | undefined): Uint8Array {
  return among.map((counts, customer) => {
    const segments = sets.flatMap((set, segment) => (set[customer] === 1 ? [segment] : []));
    return counts === 1 && named(names, segments) === name ? 1 : 0;
  });
}

/** One row per combination of segments, the largest first: what an UpSet plot is drawn from. */
export function overlapTable(found: readonly Combination[], n: number): Table {
  return {
    rows: found.length,
    unit: "group",
    columns: [
      textColumn(
        "segments",
        found.map(({ name }) => name),
      ),
      integerColumn(
        "degree",
        found.map(({ segments }) => segments.length),
      ),
      integerColumn(
        "customers",
        found.map(({ customers }) => customers),
        "customers",
      ),
      numberColumn(
        "share",
        found.map(({ customers }) => customers / n),
        "rate",
      ),
    ],
  };
}

/** One row per ordered pair of segments: how many are in both, of both (Jaccard) and of the first (containment). */
export function pairsTable({ sets, names }: Membership): Table {
  const size = (set: Uint8Array) => set.reduce((sum, meets) => sum + meets, 0);
  const both = (one: Uint8Array, other: Uint8Array) => one.reduce((sum, meets, customer) => sum + (meets & other[customer]!), 0);
  const own = names.length - 1;
  const rows = names.slice(0, own).flatMap((_, segment) =>
    Array.from({ length: own }, (_, other) => other)
      .filter((other) => other !== segment)
      .map((other) => {
        const customers = both(sets[segment]!, sets[other]!);
        return { segment, other, customers, ...setOverlap(customers, size(sets[segment]!), size(sets[other]!)) };
      }),
  );
  return {
    rows: rows.length,
    unit: "group",
    columns: [
      textColumn(
        "segment",
        rows.map(({ segment }) => names[segment]!),
      ),
      textColumn(
        "other",
        rows.map(({ other }) => names[other]!),
      ),
      integerColumn(
        "customers",
        rows.map(({ customers }) => customers),
        "customers",
      ),
      numberColumn(
        "jaccard",
        rows.map(({ jaccard }) => jaccard),
        "rate",
      ),
      numberColumn(
        "containment",
        rows.map(({ containment }) => containment),
        "rate",
      ),
    ],
  };
}

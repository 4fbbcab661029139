import { ratioInterval } from "../../analysis/segments/ratio-interval.ts";
import { wilson } from "../../analysis/intervals/wilson.ts";
import type { Interval } from "../../analysis/intervals/interval.ts";
import { codedColumn, integerColumn, numberColumn, textColumn } from "../../schema/made-columns.ts";
import type { Table } from "../../schema/table.ts";
import type { Membership } from "./membership.ts";

/** A segment's size, and what its customers brought. */
export interface SegmentSize {
  segment: string;
  customers: number;
  share: number;
  bounds: Interval;
  /** The sum of values, or null where the journey has none. */
  value: number | null;
  valueShare: (Interval & { ratio: number }) | null;
}

/** Values added up per customer, or null where no event has one. */
function customerValues({ journey, among }: Membership): Float64Array | null {
  const { values } = journey.value("value");
  const sums = new Float64Array(journey.customers);
  let found = false;
  for (let customer = 0; customer < sums.length; customer++)
    for (let event = journey.offsets[customer]!; among[customer] === 1 && event < journey.offsets[customer + 1]!; event++) {
      if (Number.isNaN(values[event] ?? Number.NaN)) continue;
      sums[customer]! += values[event]!;
      found = true;
    }
  return found ? sums : null;
}

/** The size and the value of every segment, the rest last. */
export function segmentSizes(members: Membership, level: number): SegmentSize[] {
  const { names, sets, n, among } = members;
  const values = customerValues(members);
  const counted = Uint32Array.from(among.keys()).filter((customer) => among[customer] === 1);
  const whole = values === null ? null : Float64Array.from(counted, (customer) => values[customer]!);
  return names.map((segment, place) => {
    const set = sets[place]!;
    const customers = set.reduce((sum, meets) => sum + meets, 0);
    const part = whole?.map((value, at) => (set[counted[at]!] === 1 ? value : 0)) ?? null;
    return {
      segment,
      customers,
      share: customers / n,
      bounds: wilson(customers, n, level),
      value: part?.reduce((sum, value) => sum + value, 0) ?? null,
      valueShare: part === null || whole === null ? null : ratioInterval(part, whole, level),
    };
  });
}

/** One row per segment, the rest last. */
export function mainTable(sizes: readonly SegmentSize[]): Table {
  const numbers = (name: string, read: (size: SegmentSize) => number | null | undefined, role: "rate" | "lower" | "upper" | "value") =>
    numberColumn(
      name,
      sizes.map((size) => read(size) ?? Number.NaN),
      role,
    );
  const hasValue = sizes.some(({ value }) => value !== null);
  return {
    rows: sizes.length,
    unit: "group",
    columns: [
      textColumn(
        "segment",
        sizes.map(({ segment }) => segment),
      ),
      integerColumn(
        "customers",
        sizes.map(({ customers }) => customers),
        "customers",
      ),
      numbers("share", ({ share }) => share, "rate"),
      numbers("share_lower", ({ bounds }) => bounds.lower, "lower"),
      numbers("share_upper", ({ bounds }) => bounds.upper, "upper"),
      ...(hasValue
        ? [
            numbers("value", ({ value }) => value, "value"),
            numbers("value_share", ({ valueShare }) => valueShare?.ratio, "rate"),
            numbers("value_share_lower", ({ valueShare }) => valueShare?.lower, "lower"),
            numbers("value_share_upper", ({ valueShare }) => valueShare?.upper, "upper"),
          ]
        : []),
    ],
  };
}

/** One row per customer: their segment (the first they are in), and all of them. */
export function assignmentTable({ ids, among, sets, names }: Membership): Table {
  const counted = Uint32Array.from(among.keys()).filter((customer) => among[customer] === 1);
  const first = Int32Array.from(counted, (customer) => sets.findIndex((set) => set[customer] === 1));
  return {
    rows: counted.length,
    unit: "customer",
    columns: [
      {
        name: "customer",
        type: "text",
        role: "customer",
        values: Int32Array.from(counted.keys()),
        dictionary: Array.from(counted, (customer) => ids[customer]!),
      },
      codedColumn("segment", first, [...names]),
      textColumn(
        "segments",
        Array.from(counted, (customer) => names.filter((_, segment) => sets[segment]![customer] === 1).join(" ∩ ")),
      ),
    ],
  };
}

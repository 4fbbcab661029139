import { newcombeDifference } from "../../analysis/intervals/newcombe-difference.ts";
import { benjaminiHochberg } from "../../analysis/segments/benjamini-hochberg.ts";
import { links } from "../../analysis/sequence/links.ts";
import { erfc } from "../../analysis/special/erfc.ts";
import { UserError } from "../../schema/errors.ts";
import { integerColumn, numberColumn, textColumn } from "../../schema/made-columns.ts";
import type { Table } from "../../schema/table.ts";
import type { Inputs } from "../cell.ts";
import { groups } from "./groups.ts";
import type { PathsParams, Ways } from "./walks-of-journey.ts";

/** Two groups of customers with a path: 0, 1 or −1 for each. */
export interface Sides {
  of: Int8Array;
  names: [string, string];
  sizes: [number, number];
}

/**
 * The two groups that are compared: those named, else the largest. Null where nothing is broken down, or there are fewer than two.
 *
 * @throws {UserError} If a group named is not there.
 */
export function sidesOf(inputs: Inputs, params: PathsParams, { journey, walks }: Ways): Sides | null {
  if (params.by === null) return null;
  const { codes, names } = journey.groups(typeof params.by === "string" ? params.by : inputs.segments(params.by.cell));
  const sizes = new Int32Array(names.length);
  let last = -1;
  for (const owner of walks.owner) {
    if (owner !== last && codes[owner]! >= 0) sizes[codes[owner]!]!++;
    last = owner;
  }
  const named = (["group", "against"] as const).map((param) => {
    const name = params[param];
    if (name === null) return -1;
    const place = names.indexOf(name);
    if (place < 0) throw new UserError(`There is no group "${name}".`, `Choose one of ${names.slice(0, 8).join(", ")}.`, { param });
    return place;
  });
  const order = names.map((_, group) => group).sort((left, right) => sizes[right]! - sizes[left]! || left - right);
  const chosen = named.map((group) => (group >= 0 ? group : order.find((other) => !named.includes(other) && sizes[other]! > 0)));
  const first = chosen[0];
  const second = named[1]! >= 0 || named[0]! >= 0 ? chosen[1] : order.find((other) => other !== first && sizes[other]! > 0);
  if (first === undefined || second === undefined || first === second) return null;
  return {
    of: Int8Array.from(codes, (group) => (group === first ? 0 : group === second ? 1 : -1)),
    names: [names[first]!, names[second]!],
    sizes: [sizes[first]!, sizes[second]!],
  };
}

/** The two-sided probability of so large a difference of two proportions where there is none, pooled. */
function probability(parts: readonly [number, number], [first, second]: readonly [number, number]): number {
  const pooled = (parts[0] + parts[1]) / (first + second);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / first + 1 / second));
  return error > 0 ? erfc(Math.abs(parts[0] / first - parts[1] / second) / error / Math.SQRT2) : 1;
}

/** Fewer customers of both groups on a transition are not compared. */
const fewest = 10;

/** How two groups differ in their transitions: the share of each group's customers who took one, and whether the difference may be chance. */
export function differenceTable({ walks, names }: Ways, { of, names: called, sizes }: Sides, level: number): Table {
  const found = links(walks, names.names.length, of);
  const [left, right] = found.byGroup;
  const ids = Array.from(found.from.keys()).filter((id) => left[id]! + right[id]! >= fewest);
  const p = Float64Array.from(ids, (id) => probability([left[id]!, right[id]!], sizes));
  const q = benjaminiHochberg(p);
  const rows = ids
    .map((id, place) => ({
      from: names.names[found.from[id]!]!,
      to: names.names[found.to[id]!]!,
      customers: left[id]! + right[id]!,
      share: left[id]! / sizes[0],
      other: right[id]! / sizes[1],
      p: p[place]!,
      q: q[place]!,
      ...newcombeDifference(left[id]!, sizes[0], right[id]!, sizes[1], level),
    }))
    .sort((one, two) => one.p - two.p || Math.abs(two.difference) - Math.abs(one.difference));
  const column = (name: string, value: (row: (typeof rows)[number]) => number, role?: "rate" | "lower" | "upper") =>
    numberColumn(name, Float64Array.from(rows, value), role);
  const word = (name: string, value: (row: (typeof rows)[number]) => string, role?: "dimension") => textColumn(name, rows.map(value), role);
  return groups(rows.length, [
    word("from", ({ from }) => from),
    word("to", ({ to }) => to),
    integerColumn(
      "customers",
      rows.map(({ customers }) => customers),
      "customers",
    ),
    word("group", () => called[0]),
    column("share", ({ share }) => share, "rate"),
    word("against", () => called[1]),
    column("share_against", ({ other }) => other, "rate"),
    column("difference", ({ difference }) => difference, "rate"),
    column("difference_lower", ({ lower }) => lower, "lower"),
    column("difference_upper", ({ upper }) => upper, "upper"),
    column("p_value", ({ p }) => p),
    column("q_value", ({ q }) => q),
  ]);
}

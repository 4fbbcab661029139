import { has } from "../schema/bitset.ts";
import type { MembershipCondition } from "../schema/conditions.ts";
import { UserError } from "../schema/errors.ts";
import type { Journey } from "./journey.ts";
import { nearest } from "../schema/formula/nearest.ts";
import type { Segments } from "./segments.ts";

/** The customers that membership conditions speak of, by `membershipKey`. */
export type Memberships = ReadonlyMap<string, Segments>;

/**
 * What a membership condition refers to, as text: its cell and, for a mark, its table and row. A segment's name is not part of it, since a
 * cell's segments come together.
 *
 * @example membershipKey({ in: { cell: "loyal", segment: "gold" } }) // '["loyal",null,null]'
 */
export function membershipKey({ in: { cell, table, row } }: MembershipCondition): string {
  const columns = row === undefined ? null : Object.entries(row).sort(([left], [right]) => (left < right ? -1 : 1));
  return JSON.stringify([cell, table ?? null, columns]);
}

/** The same journey, with the customers that its conditions on other cells speak of. */
export function withMemberships(journey: Journey, memberships: Memberships): Journey {
  return Object.create(journey, { memberships: { value: memberships } }) as Journey;
}

/**
 * Which customers meet a membership condition: those in the named segment, or in any but the rest.
 *
 * @param places The customers' places by their ids.
 * @returns 1 or 0 per customer.
 * @throws {UserError} If the cell has not given its customers, or has no such segment.
 */
export function membersOf(condition: MembershipCondition, memberships: Memberships, places: ReadonlyMap<string, number>): Uint8Array {
  const { cell, segment } = condition.in;
  const segments = memberships.get(membershipKey(condition));
  if (segments === undefined)
    throw new UserError(`The customers of "${cell}" are not known here.`, `Check that there is a cell "${cell}" and that it has run.`);
  const sets = segments.sets.filter((_, place) =>
    segment === undefined ? segments.names[place] !== segments.rest : segments.names[place] === segment,
  );
  if (segment !== undefined && sets.length === 0) {
    const meant = nearest(segment, segments.names);
    throw new UserError(
      `"${cell}" has no segment "${segment}".`,
      meant === null ? `It has ${segments.names.slice(0, 12).join(", ")}.` : `Did you mean "${meant}"?`,
    );
  }
  const members = new Uint8Array(places.size);
  for (let member = 0; member < segments.customers.length; member++) {
    const customer = places.get(segments.customers[member]!);
    if (customer !== undefined && sets.some((set) => has(set, member))) members[customer] = 1;
  }
  return members;
}

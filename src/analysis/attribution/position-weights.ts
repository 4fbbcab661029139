/** Credit by place in the path: of the first touch, of all between together, and of the last. */
export interface PositionRule {
  first: number;
  middle: number;
  last: number;
  /** Where two touches share otherwise than the first and the last do. */
  pair?: readonly [number, number];
  /** The part of the middle that belongs to the touch next to the heavier end; the others share the rest. */
  neighbour?: number;
}

function between(rule: PositionRule, touches: number, place: number): number {
  const inner = touches - 2;
  if (rule.neighbour === undefined || inner === 1) return rule.middle / inner;
  const neighbour = rule.last >= rule.first ? touches - 2 : 1;
  return rule.middle * (place === neighbour ? rule.neighbour : (1 - rule.neighbour) / (inner - 1));
}

/**
 * The credit of each touch of a path by its place. One touch has all; two share as the first and the last do, unless the rule says otherwise.
 *
 * The weights are a convention, nothing measured: compare them with others before acting on them.
 *
 * @returns One number per touch; they add up to 1.
 * @example positionWeights(4, { first: 0.4, middle: 0.2, last: 0.4 }) // [0.4, 0.1, 0.1, 0.4]
 * @see Google Ads Help, "About attribution models" (position-based 40-20-40)
 */
export function positionWeights(touches: number, rule: PositionRule): number[] {
  const { first, middle, last, pair } = rule;
  if (touches === 1) return [1];
  const ends = first + last;
  if (touches === 2) return pair === undefined ? (ends > 0 ? [first / ends, last / ends] : [0.5, 0.5]) : [...pair];
  const total = ends + middle;
  return Array.from({ length: touches }, (_, place) => (place === 0 ? first : place === touches - 1 ? last : between(rule, touches, place)) / total);
}

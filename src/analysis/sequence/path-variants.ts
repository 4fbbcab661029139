import type { Walks } from "./walks.ts";

/** Walks with the same steps in the same order, by how many walks there are. */
export interface Variants {
  /** A walk of each. */
  example: Int32Array;
  occurrences: Int32Array;
  /** Distinct owners. */
  customers: Int32Array;
  /** The variant of each walk, in the order of the others. */
  of: Int32Array;
}

/** Which of two walks comes first: step by step, the shorter one first. */
function compare({ starts, ends, steps }: Walks, left: number, right: number): number {
  const [from, other] = [starts[left]!, starts[right]!];
  const length = Math.min(ends[left]! - from, ends[right]! - other);
  for (let at = 0; at < length; at++) if (steps[from + at] !== steps[other + at]) return steps[from + at]! - steps[other + at]!;
  return ends[left]! - from - (ends[right]! - other);
}

/** 53 bits of two independent hashes of a walk's steps. */
function hash({ starts, ends, steps }: Walks, walk: number): number {
  let [high, low] = [0x811c9dc5, 0x9e3779b9];
  for (let at = starts[walk]!; at < ends[walk]!; at++) {
    high = Math.imul(high ^ steps[at]!, 0x01000193);
    low = Math.imul(low + steps[at]!, 0x85ebca6b);
    low ^= low >>> 13;
  }
  return (high >>> 0) * 2 ** 21 + (low >>> 11);
}

/**
 * The variants of walks, most frequent first; equally frequent ones by their steps.
 *
 * @example pathVariants(walks).occurrences[0] / walks.count // the share of the most frequent path
 */
export function pathVariants(walks: Walks): Variants {
  const { count, owner } = walks;
  const found = new Map<number, number>();
  const example: number[] = [];
  const occurrences: number[] = [];
  const customers: number[] = [];
  const last: number[] = [];
  const of = new Int32Array(count);
  for (let walk = 0; walk < count; walk++) {
    let key = hash(walks, walk);
    let variant = found.get(key);
    // Two paths of one hash: the next free key is the other's.
    while (variant !== undefined && compare(walks, example[variant]!, walk) !== 0) variant = found.get(++key);
    if (variant === undefined) {
      variant = example.push(walk) - 1;
      found.set(key, variant);
      occurrences.push(0);
      customers.push(0);
      last.push(-1);
    }
    of[walk] = variant;
    occurrences[variant]!++;
    if (last[variant] !== owner[walk]) customers[variant]!++;
    last[variant] = owner[walk]!;
  }
  const order = Int32Array.from(example.keys()).sort(
    (left, right) => occurrences[right]! - occurrences[left]! || compare(walks, example[left]!, example[right]!),
  );
  const place = new Int32Array(order.length);
  order.forEach((variant, at) => (place[variant] = at));
  const ordered = (values: readonly number[]) => order.map((variant) => values[variant]!);
  return { example: ordered(example), occurrences: ordered(occurrences), customers: ordered(customers), of: of.map((variant) => place[variant]!) };
}

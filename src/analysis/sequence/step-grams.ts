import type { Walks } from "./walks.ts";

/** Runs of neighbouring steps. */
export interface Grams {
  /** Where in the steps a run of each begins. */
  example: number[];
  occurrences: number[];
  /** Distinct owners. */
  customers: number[];
}

/**
 * All runs of a given number of steps in a row, with how often and for how many customers they occur; in no order.
 *
 * @param width Steps are from 0 to width − 1.
 * @param length From 2 on.
 * @param visit Called with each run found: its number, where it begins, and its walk.
 */
export function stepGrams(
  { count, starts, ends, steps, owner }: Walks,
  width: number,
  length: number,
  visit?: (gram: number, at: number, walk: number) => void,
): Grams {
  // A run is its prefix's number and its last step, so that no key outgrows 53 bits.
  const prefixes = Array.from({ length: length - 1 }, () => new Map<number, number>());
  const grams: Grams = { example: [], occurrences: [], customers: [] };
  const last: number[] = [];
  let done = 0;
  for (let walk = 0; walk < count; walk++) {
    const end = ends[walk]!;
    for (let at = Math.max(starts[walk]! + length - 1, done); at < end; at++) {
      const first = at - length + 1;
      let gram = steps[first]!;
      for (let place = 1; place < length; place++) {
        const known = prefixes[place - 1]!;
        const key = gram * width + steps[first + place]!;
        let next = known.get(key);
        if (next === undefined) known.set(key, (next = known.size));
        gram = next;
      }
      if (gram === grams.example.length) {
        grams.example.push(first);
        grams.occurrences.push(0);
        grams.customers.push(0);
        last.push(-1);
      }
      grams.occurrences[gram]!++;
      if (last[gram] !== owner[walk]) grams.customers[gram]!++;
      last[gram] = owner[walk]!;
      visit?.(gram, first, walk);
    }
    done = end;
  }
  return grams;
}

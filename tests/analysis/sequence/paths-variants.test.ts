import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { pathVariants } from "../../../src/analysis/sequence/path-variants.ts";
import { returns } from "../../../src/analysis/sequence/returns.ts";
import { stepGrams } from "../../../src/analysis/sequence/step-grams.ts";
import { walksOf } from "./paths-walks.ts";

const byText = (one: readonly unknown[], other: readonly unknown[]) => (String(one[0]) < String(other[0]) ? -1 : 1);

const paths = fc.array(fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 12 });

property.prop([paths])("variants are the walks with the same steps, most frequent first", (given) => {
  const walks = walksOf(given);
  const found = pathVariants(walks);
  const names = given.map((path) => path.join());
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const listed = Array.from(found.example, (walk) => names[walk]!);
  expect(new Map(listed.map((name, place) => [name, found.occurrences[place]!]))).toEqual(counts);
  expect([...found.occurrences]).toEqual([...found.occurrences].sort((a, b) => b - a));
  expect(Array.from(found.of, (variant) => listed[variant])).toEqual(names);
});

property.prop([paths, fc.integer({ min: 2, max: 4 })])("runs are all neighbouring steps of their length", (given, length) => {
  const walks = walksOf(given);
  const found = stepGrams(walks, 3, length);
  const expected = new Map<string, { occurrences: number; customers: Set<number> }>();
  given.forEach((path, walk) => {
    for (let at = 0; at + length <= path.length; at++) {
      const entry = expected.get(path.slice(at, at + length).join()) ?? { occurrences: 0, customers: new Set() };
      entry.occurrences++;
      entry.customers.add(walk);
      expected.set(path.slice(at, at + length).join(), entry);
    }
  });
  const got = found.example.map((at, gram) => [walks.steps.slice(at, at + length).join(), found.occurrences[gram], found.customers[gram]]);
  expect(got.toSorted(byText)).toEqual(
    [...expected].map(([name, { occurrences, customers }]) => [name, occurrences, customers.size]).toSorted(byText),
  );
});

test("coming back is counted once each time, with the time it took", () => {
  // By hand: the first customer is at 0 in minutes 0, 2 and 3, the second never comes back.
  const found = returns(
    walksOf([
      [0, 1, 0, 0],
      [0, 1],
    ]),
    2,
  );
  expect([...found.reached]).toEqual([2, 2]);
  expect([...found.customers]).toEqual([1, 0]);
  expect([...found.occurrences]).toEqual([2, 0]);
  expect(found.median[0]).toBe(90_000);
  expect(found.total[0]).toBe(180_000);
});

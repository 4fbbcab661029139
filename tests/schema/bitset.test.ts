import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { bitset, has, insert, members, size } from "../../src/schema/bitset.ts";

test.prop([fc.uniqueArray(fc.nat(200), { maxLength: 60 })])("a bitset holds what was inserted and nothing else", (list) => {
  const set = bitset(201);
  for (const member of list) insert(set, member);
  expect([...members(set)]).toEqual(list.toSorted((a, b) => a - b));
  expect(size(set)).toBe(list.length);
  expect(Array.from({ length: 201 }, (_, member) => has(set, member)).filter(Boolean).length).toBe(list.length);
});

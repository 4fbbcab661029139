import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ContentHash } from "../../../src/data/read/content-hash.ts";

const hashOf = (...pieces: Uint8Array[]) => {
  const hash = new ContentHash();
  for (const piece of pieces) hash.update(piece);
  return hash.digest();
};

test("the hash does not depend on how the bytes are cut", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 6 }), (bytes, cuts) => {
      const places = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)), bytes.length].toSorted((a, b) => a - b);
      const pieces = places.slice(1).map((to, index) => bytes.subarray(places[index]!, to));
      expect(hashOf(...pieces)).toBe(hashOf(bytes));
    }),
  );
});

test("the hash changes with any one byte, with the length, and with the order", () => {
  const bytes = Uint8Array.from({ length: 67 }, (_, at) => at);
  const seen = new Set([hashOf(bytes), hashOf(bytes.toReversed()), hashOf(Uint8Array.of(...bytes, 0)), hashOf(new Uint8Array(0))]);
  for (let at = 0; at < bytes.length; at++) seen.add(hashOf(bytes.map((byte, index) => (index === at ? byte ^ 1 : byte))));
  expect(seen.size).toBe(4 + bytes.length);
  expect(hashOf(bytes)).toMatch(/^[0-9a-f]{16}$/);
});

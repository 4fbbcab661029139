import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { Hash } from "../../src/engine/hash.ts";

test("new Hash().text(…) tells texts apart that are the same when put together", () => {
  const digests = [["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""]].map((texts) => texts.reduce((hash, text) => hash.text(text), new Hash()).digest());
  expect(new Set(digests).size).toBe(4);
});

test.prop([fc.uint8Array({ maxLength: 40 }), fc.integer({ min: 0, max: 39 }), fc.integer({ min: 1, max: 255 })])(
  "new Hash().bytes(view) is the same for the same bytes wherever they lie, and another when one of them changes",
  (bytes, place, change) => {
    const copy = new Uint8Array(bytes.length + 4);
    copy.set(bytes, 4);
    const digest = new Hash().bytes(bytes).digest();
    expect(new Hash().bytes(copy.subarray(4)).digest()).toBe(digest);
    if (place >= bytes.length) return;
    copy[place + 4]! ^= change;
    expect(new Hash().bytes(copy.subarray(4)).digest()).not.toBe(digest);
  },
);

test("new Hash().texts(…) tells lists apart that are the same when put together", () => {
  const digests = [["ab", "c"], ["a", "bc"], ["abc"], [], Array.from({ length: 10_001 }, () => "x")].map((texts) => new Hash().texts(texts).digest());
  expect(new Set(digests).size).toBe(5);
});

test("new Hash().words(…) finds 100,000 neighbouring contents all different", () => {
  const digests = new Set(Array.from({ length: 100_000 }, (_, n) => new Hash().words([n & 255, n >> 8, 0]).digest()));
  expect(digests.size).toBe(100_000);
});

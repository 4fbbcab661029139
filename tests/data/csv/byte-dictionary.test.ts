import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ByteDictionary } from "../../../src/data/csv/byte-dictionary.ts";

const word = fc.string({ unit: fc.constantFrom("a", "b", "é", "0"), minLength: 1, maxLength: 40 });

// A Map of texts is the oracle.
test("ByteDictionary numbers values of any length in order of appearance, as a Map does", () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 300 }), (words) => {
      const dictionary = new ByteDictionary();
      const codes = new Map<string, number>();
      const bytes = new Uint8Array(256);
      const view = new DataView(bytes.buffer);
      for (const [index, text] of words.entries()) {
        // Another place each time, and other bytes around it.
        bytes.fill(index);
        const start = index % 7;
        const { written } = new TextEncoder().encodeInto(text, bytes.subarray(start));
        if (!codes.has(text)) codes.set(text, codes.size);
        expect(dictionary.intern(bytes, view, start, start + written)).toBe(codes.get(text));
      }
      expect(dictionary.decoded("utf-8")).toEqual({ texts: [...codes.keys()], foreign: 0 });
    }),
  );
});

test("ByteDictionary keeps a hundred thousand values apart", () => {
  const dictionary = new ByteDictionary();
  const bytes = new Uint8Array(64);
  const view = new DataView(bytes.buffer);
  const code = (number: number) => {
    const { written } = new TextEncoder().encodeInto(`customer-${number}`, bytes);
    return dictionary.intern(bytes, view, 0, written);
  };
  for (let number = 0; number < 100_000; number++) code(number);
  expect(dictionary.size).toBe(100_000);
  expect([code(0), code(54_321), code(99_999)]).toEqual([0, 54_321, 99_999]);
});

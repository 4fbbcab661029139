import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { sortedTexts } from "../../../src/journey/columns/sorted-texts.ts";

describe("sortedTexts(texts)", () => {
  property.prop(
    [
      fc.uniqueArray(
        fc.oneof(
          fc.string(),
          fc.string({ unit: "binary" }),
          fc.integer().map((place) => `customer_00${place}`),
        ),
        { maxLength: 60 },
      ),
    ],
    { numRuns: 500 },
  )("is the order of code units", (texts) => {
    fc.pre(!texts.every((text) => /^-?\d+$/.test(text)));
    expect(Array.from(sortedTexts(texts), (place) => texts[place])).toEqual(texts.toSorted());
  });

  property.prop([fc.uniqueArray(fc.integer(), { maxLength: 60 })])("is the order of size where all are whole numbers", (numbers) => {
    expect(Array.from(sortedTexts(numbers.map(String)), (place) => numbers[place])).toEqual(numbers.toSorted((left, right) => left - right));
  });

  test("tells numbers apart that are written differently", () => {
    expect([...sortedTexts(["01", "1", "001"])]).toEqual([2, 0, 1]);
  });
});

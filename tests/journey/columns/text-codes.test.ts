import { describe, expect, test } from "vitest";
import { textCodes } from "../../../src/journey/columns/text-codes.ts";
import type { Column } from "../../../src/schema/column.ts";
import { flags, integers, numbers, text } from "../tables.ts";

const texts = (column: Column) => {
  const { codes, dictionary } = textCodes(column);
  return [...codes].map((code) => dictionary[code] ?? null);
};

describe("textCodes(column)", () => {
  test("writes numbers as a person would, near or far apart, whole or not", () => {
    expect(texts(integers("id", [17850, null, 3, 17850]))).toEqual(["17850", null, "3", "17850"]);
    expect(texts(numbers("id", [1e15, null, -2, 0]))).toEqual(["1000000000000000", null, "-2", "0"]);
    expect(texts(numbers("id", [0.5, null, 0.25]))).toEqual(["0.5", null, "0.25"]);
    expect(texts(flags("id", [true, null, false]))).toEqual(["true", null, "false"]);
  });

  test("leaves text as it is and computes a column once", () => {
    const column = text("id", ["b", null, "a"]);
    expect(textCodes(column)).toEqual({ codes: column.values, dictionary: ["b", "a"] });
    const ids = integers("id", [1, 2]);
    expect(textCodes(ids)).toBe(textCodes(ids));
  });

  test("refuses times", () => {
    expect(() => textCodes(numbers("at", [1], "time"))).toThrow("holds times");
  });
});

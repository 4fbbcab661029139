import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readJson, writeJson } from "../../../src/notebook/file/json-text.ts";
import type { Json } from "../../../src/schema/json.ts";

test("readJson(writeJson(value)) is the value, on one line", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = writeJson(value as Json);
      expect(text).not.toMatch(/[\n\r\u0085\u2028\u2029]/);
      expect(readJson(text)).toEqual({ value: JSON.parse(JSON.stringify(value)) as Json });
    }),
  );
});

test('readJson(\'{"column":"event"}\') is that record', () => {
  expect(readJson('{"column":"event"}')).toEqual({ value: { column: "event" } });
});

test.each(["1e400", "-1e999", "12345678901234567890", '[1,{"a":9007199254740993}]'])(
  "readJson(%s) refuses a number it could not write back",
  (text) => {
    expect(readJson(text)).toEqual({ problem: expect.stringContaining("cannot be kept exactly") as string });
  },
);

test.each(["9007199254740991", "9007199254740992", "1e21", "0.1", "-0.5e-7", '"12345678901234567890 1e400"', '"\\"1e400"'])(
  "readJson(%s) takes it",
  (text) => {
    expect(readJson(text)).toEqual({ value: JSON.parse(text) as Json });
  },
);

const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

test("readJson(text) refuses nesting beyond 200, and takes brackets in strings for text", () => {
  expect(readJson(nested(200))).toHaveProperty("value");
  expect(readJson(nested(201))).toEqual({ problem: "Lists and records are nested deeper than 200." });
  expect(readJson(JSON.stringify(nested(500)))).toHaveProperty("value");
});

test.each(["", "nope", "{'a':1}", "[1,]", '"a', "\u00a01"])("readJson(%j) says that it is no JSON", (text) => {
  expect(readJson(text)).toEqual({ problem: expect.stringContaining("is not a JSON value") as string });
});

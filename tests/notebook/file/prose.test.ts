import * as fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalProse } from "../../../src/notebook/file/prose.ts";
import { hostileText } from "../arbitrary-notebook.ts";

const words = (text: string) => text.split(/[\s`~]+/).filter((word) => word !== "");

test("canonicalProse(text) is its own canonical form", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const once = canonicalProse(text);
      expect(canonicalProse(once)).toBe(once);
    }),
    { numRuns: 500 },
  );
});

test("canonicalProse(text) changes nothing but blanks and the closing of fences", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(words(canonicalProse(text))).toEqual(words(text));
    }),
    { numRuns: 500 },
  );
});

test("canonicalProse(text) keeps the indent of its first line, which makes it code", () => {
  expect(canonicalProse("\n    code\n\nwords  \n \n")).toBe("    code\n\nwords  ");
});

test("canonicalProse(a prose break) indents it", () => {
  expect(canonicalProse("\n<!-- cell -->\n")).toBe(" <!-- cell -->");
});

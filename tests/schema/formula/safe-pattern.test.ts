import { describe, expect, test } from "vitest";
import { UserError } from "../../../src/schema/errors.ts";
import { safePattern } from "../../../src/schema/formula/safe-pattern.ts";

describe("safePattern", () => {
  test.each([
    ["^SKU-[0-9]+$", "SKU-12", true],
    ["(mail|ads)", "via ads", true],
    ["^(?:a|b)c?$", "bc", true],
    ["[(*+)]", "x*y", true],
    ["\\(a\\)", "(a)", true],
    ["a{2,3}", "aa", true],
    ["[^\\]]+", "]]", false],
    ["^\\d+(?:\\.\\d+)?$", "12.5", true],
  ])("takes %s", (pattern, text, found) => {
    expect(safePattern(pattern).test(text)).toBe(found);
  });

  // Each of these takes exponential or high polynomial time on some text, or is not a pattern.
  test.each([
    "(a+)+",
    "(a*)*b",
    "(a|aa)+$",
    "((ab)c*)+",
    "(a?){50}",
    "(.*)\\1",
    "(?<x>a)",
    "(?<!a)b",
    "a*a*a*a*",
    "a{101}",
    "a{5,1000}",
    "(",
    "a)",
    "[z-a]",
    "x".repeat(201),
  ])("refuses %s", (pattern) => {
    expect(() => safePattern(pattern)).toThrow(UserError);
  });
});

import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { wordChanges } from "../../../src/notebook/diff/word-changes.ts";

const plain = (text: string): string => text.split(/\s+/).filter(Boolean).join(" ");

test("a word in the place of another goes and comes, and the others stay", () => {
  // By hand.
  expect(wordChanges("Few come back.", "Few ever come home.")).toEqual([
    { type: "same", text: "Few " },
    { type: "come", text: "ever " },
    { type: "same", text: "come " },
    { type: "gone", text: "back." },
    { type: "come", text: "home." },
  ]);
});

test("other blanks between the same words are no change", () => {
  expect(wordChanges("one two", "one\n\ntwo ")).toEqual([{ type: "same", text: "one\n\ntwo " }]);
});

test("texts that repeat one word thousands of times are told apart as wholes", () => {
  // 600 × 600 pairs of equal words are above the bound of 200,000.
  const runs = wordChanges("a ".repeat(600), "a ".repeat(601));
  expect(runs.map(({ type }) => type)).toEqual(["gone", "come"]);
});

const text = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 12 }).map((words) => words.join(" "));

test.prop([text, text])("what stayed and went is the old text, what stayed and came the new one", (before, after) => {
  const runs = wordChanges(before, after);
  const without = (left: string): string => runs.flatMap((run) => (run.type === left ? [] : [run.text])).join(" ");
  expect(plain(without("come"))).toBe(plain(before));
  expect(plain(without("gone"))).toBe(plain(after));
});

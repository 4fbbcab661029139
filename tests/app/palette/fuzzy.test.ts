import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { fuzzy } from "../../../src/app/palette/fuzzy.ts";

const score = (query: string, text: string): number => fuzzy(query, text)?.score ?? Number.NEGATIVE_INFINITY;

test("fuzzy finds letters at the beginning of words before others", () => {
  expect(fuzzy("cb", "come back")?.places).toEqual([0, 5]);
  expect(fuzzy("gt", "go to the outline")?.places).toEqual([0, 3]);
  expect(fuzzy("ci", "customerId")?.places).toEqual([0, 8]);
});

test("fuzzy finds letters that stand together before scattered ones", () => {
  expect(fuzzy("ret", "a rest of retention")?.places).toEqual([10, 11, 12]);
  expect(score("ret", "retention")).toBeGreaterThan(score("ret", "Rename the cell"));
  expect(score("ret", "retention")).toBeGreaterThan(score("ret", "Method of retention"));
});

test("fuzzy gives null where a letter is not there in its order", () => {
  expect(fuzzy("tr", "rt")).toBeNull();
  expect(fuzzy("retentions", "retention")).toBeNull();
});

property.prop([fc.string({ maxLength: 30 }), fc.array(fc.nat(), { maxLength: 6 })])(
  "fuzzy finds every subsequence, and its places spell what was typed",
  (text, picks) => {
    fc.pre(text.toLowerCase().length === text.length && text.length > 0);
    const at = [...new Set(picks.map((pick) => pick % text.length))].sort((a, b) => a - b);
    const query = at.map((place) => text[place]).join("");
    const found = fuzzy(query, text);
    const typed = query.toLowerCase().replaceAll(/\s+/g, "");
    expect(found).not.toBeNull();
    expect(found!.places.map((place) => text[place]!.toLowerCase()).join("")).toBe(typed);
    expect(found!.places).toEqual([...found!.places].sort((a, b) => a - b));
  },
);

import { expect, test } from "vitest";
import { headText, readHead, sharedFormat, type SharedHead } from "../../../src/share/page/shared-head.ts";

const head: SharedHead = {
  format: sharedFormat,
  notebook: "---\nformat: 1\n---\n\nA </script><script>alert(1)</script> and <!-- a comment -->.\n",
  fileName: "shop.journey.md",
  level: "results",
  k: 10,
  view: "read",
  columns: { orders: { comment: "drop" } },
  removed: [{ cell: "orders", what: "rows", count: 3, why: "Each is one customer." }],
  parts: [{ name: "results", kind: "results", packed: 10, bytes: 20, modified: 0 }],
};

test("a head comes back as it was, and nothing in it could end the element around it", () => {
  const text = headText(head);
  expect(text).not.toContain("<");
  expect(readHead(text)).toEqual(head);
});

test("a page of a later version is refused in words that say so", () => {
  expect(() => readHead(headText({ ...head, format: 2 }))).toThrow("This page was shared by a later Journeybook (format 2; this one knows 1).");
});

test.each([
  ["no JSON", "{"],
  ["a list", "[]"],
  ["no notebook", JSON.stringify({ ...head, notebook: 7 })],
  ["a level that is none", JSON.stringify({ ...head, level: "all" })],
  ["a part of minus one byte", JSON.stringify({ ...head, parts: [{ ...head.parts[0], packed: -1 }] })],
  ["a part of a kind that is none", JSON.stringify({ ...head, parts: [{ ...head.parts[0], kind: "script" }] })],
  ["a removal without words", JSON.stringify({ ...head, removed: [{ count: 1 }] })],
  ["a lock without salt", JSON.stringify({ ...head, lock: { iv: "", iterations: 1 } })],
])("a head with %s is called damaged", (_what, text) => {
  expect(() => readHead(text)).toThrow("The notebook in this page is damaged.");
});

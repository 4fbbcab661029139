import { expect, test } from "vitest";
import { counter, counterAfter } from "../../src/notebook/ids.ts";
import { openNotebook } from "../../src/notebook/open.ts";
import { smallCatalog } from "./small-catalog.ts";

test("openNotebook(plain Markdown) is prose and has nothing to say", () => {
  const opened = openNotebook("Hello", smallCatalog);
  expect(opened).toEqual({
    notebook: { front: { format: 1, title: "", unknown: [] }, blocks: [{ id: 1, type: "prose", text: "Hello" }] },
    notices: [],
  });
});

test("openNotebook(text) says all that was found: head, fences, majors and settings", () => {
  const text = '---\nformat: 99\ntimezone: "Mars/Olympus"\n---\n\n```cell score risk\nperiod: "day"';
  const { notices } = openNotebook(text, smallCatalog);
  expect(notices.map((notice) => notice.code)).toEqual(["newer-format", "unclosed", "cell-migrated", "setting"]);
});

test("counter(first) counts from there, counterAfter(notebook) from above its ids", () => {
  expect(counter(5)()).toBe(5);
  const { notebook } = openNotebook("A\n\n<!-- cell -->\n\nB", smallCatalog, counter(40));
  expect(counterAfter(notebook)()).toBe(42);
});

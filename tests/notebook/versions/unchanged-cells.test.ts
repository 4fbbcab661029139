import { expect, test } from "vitest";
import { parse } from "../../../src/notebook/file/parse.ts";
import { unchangedCells } from "../../../src/notebook/versions/unchanged-cells.ts";
import { smallCatalog } from "../small-catalog.ts";

const text = `---
format: 1
title: "A"
---

\`\`\`cell load orders
file: "orders.csv"
\`\`\`

\`\`\`cell steps paid
from: "orders"
verbs: []
\`\`\`

\`\`\`cell load other
file: "other.csv"
\`\`\`
`;
const unchanged = (before: string, after: string): string[] => [
  ...unchangedCells(parse(before, smallCatalog).notebook, parse(after, smallCatalog).notebook, smallCatalog),
];

test("another title and other words leave every cell as it was", () => {
  expect(unchanged(text, text.replace('title: "A"', 'title: "B"').concat("\nMore words.\n"))).toEqual(["orders", "paid", "other"]);
});

test("a change of a cell is a change of all that read it", () => {
  expect(unchanged(text, text.replace('"orders.csv"', '"sales.csv"'))).toEqual(["other"]);
});

test("another setting of the notebook changes every cell", () => {
  expect(unchanged(text, text.replace('title: "A"', 'timezone: "Asia/Tokyo"'))).toEqual([]);
});

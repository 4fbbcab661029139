import { expect, test } from "vitest";
import { serialize } from "../../../src/notebook/file/serialize.ts";
import { openNotebook } from "../../../src/notebook/open.ts";
import { wantsOf } from "../../../src/notebook/starter/wants.ts";
import { canLeaveOut, withoutFile } from "../../../src/notebook/starter/without-file.ts";

const fence = "```";
const two = `---
format: 1
---

${fence}cell source orders
${fence}

${fence}cell table paid
from: "orders"
${fence}

${fence}cell source visits
${fence}

${fence}cell journey customers
events:
  - {"from":"paid","customer":"c","time":"t","event":"=purchase"}
  - {"from":"visits","customer":"c","time":"t","event":"e"}
${fence}
`;
const namesOf = (notebook: ReturnType<typeof withoutFile>) => notebook.blocks.flatMap((block) => (block.type === "cell" ? [block.name] : []));

// By hand: the line of "paid" goes, then "paid", which nothing reads any more, then "orders".
test("withoutFile(notebook, journey, table) leaves out the journey's line and the cells that only led to it", () => {
  const { notebook } = openNotebook(two);
  const left = withoutFile(notebook, "customers", "paid");
  expect(namesOf(left)).toEqual(["visits", "customers"]);
  expect(serialize(left)).toContain('events:\n  - {"from":"visits"');
  expect(serialize(left)).not.toContain("paid");
  expect(wantsOf(left).map(({ source }) => source)).toEqual(["visits"]);
});

test("withoutFile(notebook, journey, table) keeps what other cells read", () => {
  const { notebook } = openNotebook(`${two}\n${fence}cell chart picture\nfrom: "orders"\n${fence}\n`);
  expect(namesOf(withoutFile(notebook, "customers", "paid"))).toEqual(["orders", "visits", "customers", "picture"]);
});

test("canLeaveOut(notebook, journey, table) is true where another line is left", () => {
  const { notebook } = openNotebook(two);
  expect(canLeaveOut(notebook, "customers", "paid")).toBe(true);
  expect(canLeaveOut(withoutFile(notebook, "customers", "paid"), "customers", "visits")).toBe(false);
});

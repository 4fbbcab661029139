import { expect, test, vi } from "vitest";
import { parse } from "../../src/notebook/file/parse.ts";
import { serialize } from "../../src/notebook/file/serialize.ts";
import type { Block } from "../../src/notebook/notebook.ts";
import { smallCatalog } from "../notebook/small-catalog.ts";
import { hostileFiles } from "./hostile-files.ts";

// Thousands of cases may take longer than five seconds on a machine that does other things.
vi.setConfig({ testTimeout: 60_000 });

function mark(block: Block): string {
  if (block.type === "prose" || block.type === "note") return block.type;
  return block.type === "cell" ? `cell ${block.name}` : `${block.reason} ${block.name ?? "-"}`;
}

test.each(hostileFiles)("parse($what) keeps what it can and says what it cannot", ({ text, blocks, notices = [] }) => {
  const parsed = parse(text, smallCatalog);
  expect(parsed.notebook.blocks.map(mark)).toEqual(blocks);
  expect(parsed.notices.map((notice) => notice.code)).toEqual(notices);
  const saved = serialize(parsed.notebook, smallCatalog);
  expect(serialize(parse(saved, smallCatalog).notebook, smallCatalog)).toBe(saved);
});

test("parse(a file with CR LF line ends) writes them back", () => {
  const text = '---\r\nformat: 1\r\n---\r\n\r\nWords\r\n\r\n```cell load orders\r\nfile: "a.csv"\r\n```\r\n';
  expect(serialize(parse(text, smallCatalog).notebook, smallCatalog)).toBe(text);
});

test("parse(100,000 cells) reads every one of them", () => {
  const text = Array.from({ length: 100_000 }, (_, at) => `\`\`\`cell load c${at}\nfile: "a.csv"\n\`\`\`\n`).join("\n");
  expect(parse(text, smallCatalog).notebook.blocks.filter((block) => block.type === "cell")).toHaveLength(100_000);
});

test.each([
  ["letters", "a".repeat(10_000_000)],
  ["back-ticks", "`".repeat(10_000_000) + " `"],
  ["blanks", " ".repeat(10_000_000) + "x"],
  ["a value", `\`\`\`cell load c\nfile: "${"\\\\".repeat(5_000_000)}"\n\`\`\``],
])("parse(a line of ten million characters: %s) is one block", (_what, text) => {
  expect(parse(text, smallCatalog).notebook.blocks).toHaveLength(1);
});

test.each([["<<<<<<< a"], ["```cell"], ["```js\n~~~"], ["<!-- cell -->"], ["- x\n=======\n>>>>>>> b"]])(
  "parse(%j a hundred thousand times) ends",
  (line) => {
    expect(parse(`${line}\n`.repeat(100_000), smallCatalog).notebook.blocks.length).toBeGreaterThan(0);
  },
);

import { expect, test } from "vitest";
import { exampleText } from "../../../src/app/library/example.ts";
import { docs } from "../../../src/cells/registry.ts";
import { openNotebook } from "../../../src/notebook/open.ts";

const fence = "```";
const empty = openNotebook("---\nformat: 1\n---\n").notebook;
const withJourney = openNotebook(`---\nformat: 1\n---\n\n${fence}cell journey people\nevents: []\n${fence}\n`).notebook;

test("exampleText of every kind is a notebook whose cells are understood", () => {
  for (const kind of docs.keys()) {
    const text = exampleText(kind, empty);
    expect(text, kind).not.toBeNull();
    const { blocks } = openNotebook(text!).notebook;
    expect(blocks.filter((block) => block.type === "unknown").map(({ problem }) => problem)).toEqual([]);
    expect(blocks.some((block) => block.type === "cell" && block.kind === kind)).toBe(true);
  }
});

test("exampleText reads the cell of the notebook that gives what it needs", () => {
  expect(exampleText("retention", withJourney)).toContain('from: "people"');
});

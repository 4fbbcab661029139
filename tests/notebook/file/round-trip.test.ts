import * as fc from "fast-check";
import { expect, test, vi } from "vitest";
import { parse } from "../../../src/notebook/file/parse.ts";
import { blockText, serialize } from "../../../src/notebook/file/serialize.ts";
import type { Notebook } from "../../../src/notebook/notebook.ts";
import { anyNotebook, hostileText } from "../arbitrary-notebook.ts";
import { canonicalBlock } from "../canonical-block.ts";
import { smallCatalog } from "../small-catalog.ts";

// Thousands of cases may take longer than five seconds on a machine that does other things.
vi.setConfig({ testTimeout: 60_000 });

const read = (text: string) => parse(text, smallCatalog).notebook;
const write = (notebook: Notebook) => serialize(notebook, smallCatalog);

/** A line that may be written in another form, or that says nothing. */
const isOurs = (line: string) => /^\s*$|^[a-z_]+:|^\s*- |^\s*(```|~~~)|^---|<!-- cell -->/.test(line);

test("parse(serialize(notebook)) is the notebook, for any notebook", () => {
  fc.assert(
    fc.property(anyNotebook, (notebook) => {
      expect(read(write(notebook))).toEqual({ ...notebook, blocks: notebook.blocks.map(canonicalBlock) });
    }),
    { numRuns: 2000 },
  );
});

test("serialize(parse(text)) is a fixed point after one step, for any text", () => {
  fc.assert(
    fc.property(fc.oneof({ weight: 9, arbitrary: hostileText }, { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) }), (text) => {
      const once = write(read(text));
      expect(write(read(once))).toBe(once);
    }),
    { numRuns: 4000 },
  );
});

test("serialize(parse(text)) is the text, where the text is canonical", () => {
  fc.assert(
    fc.property(anyNotebook, (notebook) => {
      const text = write(notebook);
      expect(write(read(text))).toBe(text);
    }),
    { numRuns: 500 },
  );
});

test("parse(text) keeps every line of what it does not understand", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const { blocks, newline } = read(text);
      const lines = new Set(newline ? text.split(newline) : text.split("\n"));
      const unknown = blocks.filter((block) => block.type === "unknown").map((block) => block.text.split("\n").slice(0, -1));
      expect(unknown.flat().filter((line) => !lines.has(line))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test("serialize(parse(text)) loses no line but blank ones and those of parameters it writes anew", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const kept = new Set(
        write(read(text))
          .split(/\r?\n/)
          .map((line) => line.trim()),
      );
      expect(text.split(/\r?\n/).filter((line) => !isOurs(line) && !kept.has(line.trim()))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test("blockText(block) read below a blank line is the block again", () => {
  fc.assert(
    fc.property(anyNotebook, (notebook) => {
      for (const block of notebook.blocks.map(canonicalBlock)) {
        const [again] = read(`\n${blockText(block, smallCatalog)}`).blocks;
        expect({ ...(again ?? { type: "prose", text: "" }), id: block.id }).toEqual(block);
      }
    }),
    { numRuns: 500 },
  );
});

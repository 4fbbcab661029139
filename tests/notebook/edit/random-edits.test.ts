import * as fc from "fast-check";
import { expect, test, vi } from "vitest";
import { parse } from "../../../src/notebook/file/parse.ts";
import { serialize } from "../../../src/notebook/file/serialize.ts";
import { counter } from "../../../src/notebook/ids.ts";
import type { Notebook } from "../../../src/notebook/notebook.ts";
import { canonicalBlock } from "../canonical-block.ts";
import { randomEdit } from "../random-edits.ts";
import { smallCatalog } from "../small-catalog.ts";

// Thousands of cases may take longer than five seconds on a machine that does other things.
vi.setConfig({ testTimeout: 60_000 });

const empty: Notebook = { front: { format: 1, title: "", unknown: [] }, blocks: [] };

/** Freezes a notebook to its leaves, so that an edit which changes it in place throws. */
function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

test("any run of edits leaves the notebooks before as they were, ids different, and a notebook that a file can hold", () => {
  fc.assert(
    fc.property(fc.array(randomEdit, { maxLength: 25 }), (edits) => {
      const nextId = counter();
      const notebook = edits.reduce((before, edit) => frozen(edit(before, nextId)), frozen(empty));
      const again = parse(serialize(notebook, smallCatalog), smallCatalog).notebook;
      expect(new Set(notebook.blocks.map((block) => block.id)).size).toBe(notebook.blocks.length);
      expect(again.blocks.map((block) => ({ ...block, id: 0 }))).toEqual(notebook.blocks.map((block) => ({ ...canonicalBlock(block), id: 0 })));
    }),
    { numRuns: 500 },
  );
});

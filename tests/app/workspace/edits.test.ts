import { expect, test } from "vitest";
import { Edits } from "../../../src/app/workspace/edits.ts";
import { NotebookDocument } from "../../../src/app/workspace/notebook-document.ts";
import { Notices } from "../../../src/app/workspace/notices.ts";
import { Selection } from "../../../src/app/workspace/selection.ts";

function opened() {
  const document = new NotebookDocument();
  const selection = new Selection(() => document.notebook.blocks);
  const notices = new Notices();
  return { document, selection, notices, edits: new Edits(document, selection, notices) };
}

test("Edits.remove takes a block out, and undo brings it back", () => {
  const { document, edits, notices } = opened();
  const id = edits.addProse(0, "Hello")!;
  edits.remove([id]);
  expect(document.notebook.blocks).toEqual([]);
  notices.current?.action?.run();
  notices.dismiss();
  expect(document.notebook.blocks.map((block) => block.id)).toEqual([id]);
});

test("Edits.addCell tells why a cell cannot be, and changes nothing", () => {
  const { document, edits, notices } = opened();
  expect(edits.addCell({ kind: "no such kind" }, 0)).toBeNull();
  expect(notices.current?.text).toContain("no such kind");
  notices.dismiss();
  expect(document.canUndo).toBe(false);
});

test("NotebookDocument.isSaved follows what stands in the file", () => {
  const { document, edits } = opened();
  edits.addProse(0, "Hello");
  expect(document.isSaved).toBe(false);
  document.saved(document.text(), "a.journey.md", null);
  expect(document.isSaved).toBe(true);
  edits.setFront({ title: "Other" });
  expect(document.isSaved).toBe(false);
  edits.undo();
  expect(document.isSaved).toBe(true);
});

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newCell } from "./new-cell.ts";

const project = resolve(import.meta.dirname, "../..");
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "new-cell-"));
});
afterAll(() => rm(folder, { recursive: true }));

test("newCell writes a kind's four files and its test, under the kind's name", async () => {
  const written = await newCell("first_touch", project, folder);
  expect(written.toSorted()).toEqual(
    ["compute.ts", "doc.md", "params.ts", "view.ts"].map((name) => join("src/cells/first_touch", name)).concat("tests/cells/first_touch.test.ts"),
  );
  const texts = await Promise.all(written.map((path) => readFile(join(folder, path), "utf8")));
  expect(texts.filter((text) => /tally|_template/i.test(text))).toEqual([]);
  expect(await readFile(join(folder, "src/cells/first_touch/params.ts"), "utf8")).toContain(
    'name: "first_touch",\n  major: 1,\n  title: "First touch",',
  );
  expect(await readFile(join(folder, "src/cells/first_touch/doc.md"), "utf8")).toContain("```cell first_touch origins");
});

test("newCell leaves what is there already alone", async () => {
  await newCell("twice", project, folder);
  await expect(newCell("twice", project, folder)).rejects.toThrow("src/cells/twice is there already. Choose another name.");
});

test.each(["", "Two Words", "../up", "9lives"])('newCell refuses the name "%s"', async (kind) => {
  await expect(newCell(kind, project, folder)).rejects.toThrow("cannot be a kind");
});

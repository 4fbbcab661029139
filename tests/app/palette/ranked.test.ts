import { expect, test } from "vitest";
import type { Entry } from "../../../src/app/palette/entry.ts";
import { ranked } from "../../../src/app/palette/ranked.ts";

const entry = (group: string, title: string, detail = ""): Entry => ({ id: title, group, title, detail, icon: "x", run: () => undefined });
const entries = [
  entry("Commands", "Rename the cell"),
  entry("Commands", "Run the cell and go to the next"),
  entry("Add a cell", "retention", "Who stays?"),
  entry("Go to", "comeback", "retention cell"),
];
const titles = (query: string, recent: string[] = []): [string, string[]][] =>
  ranked(entries, query, recent).map(({ name, found }) => [name, found.map((one) => one.entry.title)]);

test("ranked puts the group of the best entry first", () => {
  expect(titles("ret")[0]).toEqual(["Add a cell", ["retention"]]);
});

test("ranked finds words of the detail too, below titles", () => {
  const groups = titles("retention").map(([name]) => name);
  expect(groups.indexOf("Go to")).toBeGreaterThan(groups.indexOf("Add a cell"));
});

test("ranked with nothing typed shows what was chosen last first, and nothing twice", () => {
  expect(titles("", ["comeback"])).toEqual([
    ["Recent", ["comeback"]],
    ["Commands", ["Rename the cell", "Run the cell and go to the next"]],
    ["Add a cell", ["retention"]],
  ]);
});

test("ranked keeps the order of what matches equally well", () => {
  const same = [entry("Go to", "aa1"), entry("Go to", "aa2"), entry("Go to", "aa3")];
  expect(ranked(same, "aa", [])[0]!.found.map((one) => one.entry.title)).toEqual(["aa1", "aa2", "aa3"]);
});

test("ranked finds nothing where nothing is called that", () => {
  expect(ranked(entries, "qqq", [])).toEqual([]);
});

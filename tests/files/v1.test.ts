import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "../../src/notebook/file/parse.ts";
import { serialize } from "../../src/notebook/file/serialize.ts";
import { openNotebook } from "../../src/notebook/open.ts";
import { catalog } from "../../src/cells/catalog.ts";

/** A cell of a kind that this version has; a kind that is not there yet is unknown. */
const cell = (kind: string, name: string) => `${catalog.has(kind) ? "cell" : "unknown"} ${kind} ${name}`;

const text = readFileSync(new URL("v1.journey.md", import.meta.url), "utf8");

// The file is format 1 as it was first written. It is never edited; what these tests expect was read off it by eye.

test("openNotebook(a file of format 1) knows its cells, prose and head without a word to the reader", () => {
  const { notebook, notices } = openNotebook(text);
  expect(notices).toEqual([]);
  const seen = notebook.blocks.map((block) => (block.type === "prose" ? "prose" : `${block.type} ${block.kind} ${block.name}`));
  expect(seen).toEqual([
    "prose",
    cell("source", "orders"),
    cell("table", "paid"),
    cell("journey", "customers"),
    "prose",
    "prose",
    cell("retention", "comeback"),
    "unknown horoscope future",
  ]);
  expect(notebook.front).toEqual({
    format: 1,
    title: "Why do first-time buyers not come back?",
    timezone: "Europe/Berlin",
    week_start: "sunday",
    currency: "EUR",
    window: ["2024-01-01", "2026-01-01"],
    level: 0.9,
    annotations: [
      { from: "2025-06-01", text: "Loyalty programme" },
      { from: "2025-11-24", to: "2025-12-01", text: "Sale week" },
    ],
    unknown: ["reviewed_by: [the journey team]"],
  });
});

test("serialize(a file of format 1) has every line of the file in its order, and adds only parameters that came later", () => {
  const saved = serialize(parse(text).notebook);
  const first = new Set(text.split("\n"));
  const lines = saved.split("\n");
  expect(lines.filter((line) => first.has(line)).join("\n")).toBe(text);
  expect(lines.filter((line) => !first.has(line) && !/^[a-z_]+: /.test(line))).toEqual([]);
});

test("serialize(parse(saved)) of a file of format 1 is what was saved", () => {
  const saved = serialize(parse(text).notebook);
  expect(serialize(parse(saved).notebook)).toBe(saved);
});

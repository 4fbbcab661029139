import { describe, expect, test } from "vitest";
import { duplicate } from "../../../src/notebook/edit/duplicate.ts";
import { insertCell } from "../../../src/notebook/edit/insert-cell.ts";
import { insertProse } from "../../../src/notebook/edit/insert-prose.ts";
import { move } from "../../../src/notebook/edit/move.ts";
import { nameFrom, uniqueName } from "../../../src/notebook/edit/names.ts";
import { pasteText } from "../../../src/notebook/edit/paste-text.ts";
import { cellAt } from "../../../src/notebook/edit/place.ts";
import { remove } from "../../../src/notebook/edit/remove.ts";
import { renameCell } from "../../../src/notebook/edit/rename-cell.ts";
import { rewriteBlock } from "../../../src/notebook/edit/rewrite-block.ts";
import { setFront } from "../../../src/notebook/edit/set-front.ts";
import { setParams } from "../../../src/notebook/edit/set-params.ts";
import { setProse } from "../../../src/notebook/edit/set-prose.ts";
import { side } from "../../../src/notebook/file/conflicts.ts";
import { parse } from "../../../src/notebook/file/parse.ts";
import { counterAfter } from "../../../src/notebook/ids.ts";
import type { Notebook } from "../../../src/notebook/notebook.ts";
import type { Json } from "../../../src/schema/json.ts";
import { UserError } from "../../../src/schema/errors.ts";
import { smallCatalog } from "../small-catalog.ts";

const known = smallCatalog;
const text = [
  "Hello",
  '```cell load orders\nfile: "a.csv"\n```',
  '```cell steps paid\nfrom: "orders"\nverbs:\n  - {"join":{"from":"orders","on":["id"]}}\n```',
  '```cell people buyers\nevents:\n  - {"from":"paid","customer":"id","time":"t","event":"=buy"}\n```',
  '```cell stay comeback\nfrom: "buyers"\nby: {"cell":"paid"}\nlevel: {"control":"orders"}\n```',
].join("\n\n");
const start = parse(text, known).notebook;
const nextId = counterAfter(start);
const names = (notebook: Notebook) => notebook.blocks.map((block) => (block.type === "prose" ? block.text : block.name));
const params = (notebook: Notebook, name: string) => cellAt(notebook, name).params;

describe("insertCell", () => {
  test("insertCell(after, cell) names it after its kind, with a number where that is taken", () => {
    const one = insertCell(start, "orders", { kind: "stay" }, nextId, known);
    const two = insertCell(one, null, { kind: "stay", params: { lag: "7 day" } }, nextId, known);
    expect(names(two)).toEqual(["stay_2", "Hello", "orders", "stay", "paid", "buyers", "comeback"]);
    expect(params(two, "stay_2")).toEqual({ lag: "7 days" });
    expect(names(insertCell(start, 1, { kind: "load", name: "orders" }, nextId, known))[1]).toBe("orders_2");
  });

  test("insertCell(after, cell) refuses an unknown kind, a bad name and a parameter the kind does not have", () => {
    expect(() => insertCell(start, null, { kind: "constructor" }, nextId, known)).toThrow(/no kind of cell called "constructor"/);
    expect(() => insertCell(start, null, { kind: "load", name: "My orders" }, nextId, known)).toThrow(/"My orders" cannot be/);
    expect(() => insertCell(start, null, { kind: "load", params: { sparkle: 1 } }, nextId, known)).toThrow(/no parameter "sparkle"/);
  });
});

describe("setParams", () => {
  test("setParams(cell, patch) merges canonical values; undefined and null take one out", () => {
    const after = setParams(start, "comeback", { lag: "1 months", by: undefined, level: null, grain: "week" }, known);
    expect(params(after, "comeback")).toEqual({ from: "buyers", lag: "1 month", grain: "week" });
  });

  test("setParams(cell, patch) keeps a value that does not suit, for the cell to say so", () => {
    expect(params(setParams(start, "comeback", { grain: "century" }, known), "comeback")).toMatchObject({ grain: "century" });
  });

  test("setParams(cell, patch) shares every other block, and is the same notebook when nothing changes", () => {
    const after = setParams(start, "comeback", { grain: "week" }, known);
    expect(after.blocks.map((block, at) => block === start.blocks[at])).toEqual([true, true, true, true, false]);
    expect(setParams(start, "orders", { file: ["a.csv"] }, known)).toBe(start);
  });

  test("setParams(cell, patch) refuses what a file cannot hold, however deep", () => {
    let deep: Json = [];
    for (let depth = 0; depth < 100_000; depth++) deep = [deep];
    for (const value of [deep, Number.NaN, Infinity, () => 1, new Map(), [undefined]]) {
      expect(() => setParams(start, "orders", { file: value as Json }, known)).toThrow(UserError);
    }
    expect(() => setParams(start, "orders", JSON.parse('{"__proto__":1}') as { [key: string]: Json }, known)).toThrow(/no parameter "__proto__"/);
  });

  test("setParams(nothing) says what is missing", () => {
    expect(() => setParams(start, "nowhere", {}, known)).toThrow(/no cell "nowhere"/);
    expect(() => setParams(start, 1, {}, known)).toThrow(/This is text/);
  });
});

describe("renameCell", () => {
  test("renameCell(cell, name) changes every reference: inputs, joins, mappings, breakdowns; a control of that name is another thing", () => {
    const orders = renameCell(start, "orders", "sales", known);
    expect(params(orders, "paid")).toEqual({ from: "sales", verbs: [{ join: { from: "sales", on: ["id"], how: "left" } }] });
    expect(params(orders, "comeback")["level"]).toEqual({ control: "orders" });
    const paid = renameCell(start, "paid", "real", known);
    expect(params(paid, "buyers")["events"]).toMatchObject([{ from: "real" }]);
    expect(params(paid, "comeback")["by"]).toEqual({ cell: "real" });
    expect(paid.blocks[1]).toBe(start.blocks[1]);
  });

  test("renameCell(cell, name) refuses names that are bad or taken, and takes its own", () => {
    expect(() => renameCell(start, "orders", "paid", known)).toThrow(/Another cell is called "paid"/);
    expect(() => renameCell(start, "orders", "2nd", known)).toThrow(/"2nd" cannot be/);
    expect(renameCell(start, "orders", "orders", known)).toBe(start);
  });

  test("renameCell(one of two cells with a name) leaves references to the other", () => {
    const twice = parse(`${text}\n\n\`\`\`cell load orders\n\`\`\``, known).notebook;
    const after = renameCell(twice, twice.blocks.at(-1)!.id, "web", known);
    expect(names(after)).toEqual(["Hello", "orders", "paid", "buyers", "comeback", "web"]);
    expect(params(after, "paid")["from"]).toBe("orders");
  });
});

describe("prose and places", () => {
  test("insertProse and setProse keep the text as it is typed", () => {
    const after = insertProse(start, "orders", "New\n", nextId);
    expect(names(after)[2]).toBe("New\n");
    expect(names(setProse(start, 1, "Hello \n"))[0]).toBe("Hello \n");
    expect(setProse(start, 1, "Hello")).toBe(start);
    expect(() => setProse(start, 2, "x")).toThrow(/not text/);
  });

  test("move(place, to) puts a block where it is told, kept within the notebook", () => {
    expect(names(move(start, "comeback", 0))).toEqual(["comeback", "Hello", "orders", "paid", "buyers"]);
    expect(names(move(start, 1, 99))).toEqual(["orders", "paid", "buyers", "comeback", "Hello"]);
    expect(move(start, "paid", 2)).toBe(start);
  });

  test("duplicate(place) gives the copy a name and an id of its own", () => {
    const after = duplicate(duplicate(start, "paid", nextId), "paid_2", nextId);
    expect(names(after)).toEqual(["Hello", "orders", "paid", "paid_2", "paid_3", "buyers", "comeback"]);
    expect(new Set(after.blocks.map((block) => block.id)).size).toBe(7);
  });

  test("remove(place) takes the block out and touches no other", () => {
    expect(names(remove(start, "orders"))).toEqual(["Hello", "paid", "buyers", "comeback"]);
  });

  test("setFront(patch) merges, and undefined takes a key out", () => {
    const after = setFront(start, { title: "A", timezone: "UTC" });
    expect(after.front).toEqual({ format: 1, title: "A", timezone: "UTC", unknown: [] });
    expect(setFront(after, { timezone: undefined }).front).toEqual({ format: 1, title: "A", unknown: [] });
    expect(setFront(after, { title: "A" })).toBe(after);
  });
});

describe("text", () => {
  test("pasteText(text) gives cells free names, and references among them follow", () => {
    const after = pasteText(start, null, text, nextId, known);
    expect(names(after).slice(0, 5)).toEqual(["Hello", "orders_2", "paid_2", "buyers_2", "comeback_2"]);
    expect(params(after, "paid_2")["from"]).toBe("orders_2");
    expect(params(after, "comeback_2")).toMatchObject({ from: "buyers_2", by: { cell: "paid_2" }, level: { control: "orders" } });
    expect(names(after).slice(5)).toEqual(names(start));
  });

  test("rewriteBlock(place, text) settles a conflict and keeps the block's id", () => {
    const conflict = '```cell load web\n<<<<<<< a\nfile: "1.csv"\n=======\nfile: "2.csv"\n>>>>>>> b\n```';
    const { notebook } = parse(`${conflict}\n\nwords`, known);
    const after = rewriteBlock(notebook, 1, side(conflict, "theirs"), nextId, known);
    expect(after.blocks[0]).toEqual({ id: 1, type: "cell", kind: "load", major: 1, name: "web", params: { file: "2.csv" }, extra: [] });
    expect(after.blocks[1]).toBe(notebook.blocks[1]);
  });
});

test("uniqueName(taken, name) counts on from the name's own number", () => {
  expect(uniqueName(new Set(["a", "a_2", "a_3"]), "a_2")).toBe("a_4");
});

test("nameFrom(words) makes a name of a file's name", () => {
  expect(nameFrom("Orders 2025.csv")).toBe("orders_2025");
  expect(nameFrom("2024-Événements.csv.gz")).toBe("evenements");
  expect(nameFrom("注文.csv")).toBe("");
});

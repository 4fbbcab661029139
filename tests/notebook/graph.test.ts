import { expect, test } from "vitest";
import { graph } from "../../src/notebook/graph.ts";
import { catalog, notebook } from "./scheduler/notebooks.ts";

test("graph(notebook) puts every cell after those it reads, and otherwise keeps the document's order", () => {
  const { order, nodes } = graph(
    notebook([
      ["step c", { from: "b" }],
      ["read z", { file: "z.csv" }],
      ["step b", { from: "a.checks" }],
      ["read a", { file: "a.csv" }],
      ["step d", { from: "a" }],
    ]),
    catalog,
  );
  // By hand: c waits for b, b for a; z and a wait for nothing, and z stands first.
  expect(order).toEqual(["z", "a", "b", "c", "d"]);
  expect(nodes.get("b")).toMatchObject({ references: ["a.checks"], reads: ["a"], readBy: ["c"] });
  expect(nodes.get("a")!.readBy).toEqual(["b", "d"]);
});

test("graph(notebook) names a circle by its cells, from the first in the document, for each of them", () => {
  const lines = [
    ["step out", { from: "loyal" }],
    ["step vip", { from: "comeback" }],
    ["step comeback", { from: "loyal" }],
    ["step loyal", { from: "vip" }],
  ] as const;
  const { cycles, order } = graph(notebook(lines), catalog);
  const path = ["vip", "comeback", "loyal"];
  expect([...cycles]).toEqual([
    ["vip", path],
    ["comeback", path],
    ["loyal", path],
  ]);
  // By hand: the circle is broken at its first cell, then loyal has all it reads, then out.
  expect(order).toEqual(["vip", "loyal", "out", "comeback"]);
});

test("graph(notebook) finds a cell that reads itself, and the shorter of two circles", () => {
  const lines = [
    ["step me", { from: "me" }],
    ["pair a", { left: "b", right: "c" }],
    ["step b", { from: "a" }],
    ["step c", { from: "b" }],
  ] as const;
  const { cycles } = graph(notebook(lines), catalog);
  expect(cycles.get("me")).toEqual(["me"]);
  expect(cycles.get("a")).toEqual(["a", "b"]);
  expect(cycles.get("c")).toEqual(["a", "c", "b"]);
});

test("graph(notebook) tells duplicates, names nobody has, and names of blocks that could not be read", () => {
  const broken = { id: 9, type: "unknown", text: "", name: "odd", kind: "odd", reason: "kind", problem: "It is odd." } as const;
  const lines = [
    ["read a", { file: "a.csv" }],
    ["step a", { from: "x" }],
    ["pair b", { left: "nobody", right: "odd" }],
    ["step c", { from: { control: "period" } }],
  ] as const;
  const { duplicates, nodes } = graph(notebook(lines, [broken]), catalog);
  expect([...duplicates]).toEqual([["a", [1, 2]]]);
  expect(nodes.get("b")).toMatchObject({ missing: ["nobody"], unknown: ["odd"], reads: [] });
  expect(nodes.get("c")!.missing, "a control is no cell").toEqual([]);
  expect(nodes.get("a")!.block.kind).toBe("read");
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { catalog } from "../../src/cells/catalog.ts";
import { kernels } from "../../src/cells/kernels.ts";
import type { CellState } from "../../src/notebook/cell-state.ts";
import type { CellBlock } from "../../src/notebook/notebook.ts";
import type { Column } from "../../src/schema/column.ts";
import { isPresent } from "../../src/schema/missing.ts";
import { resolve } from "../../src/schema/parameters.ts";
import { scalarAt } from "../../src/schema/scalar.ts";
import type { Table } from "../../src/schema/table.ts";
import { example, fileOf, runNotebook, type Run } from "./laboratory.ts";

/** A table with a row per group, whose customers can be asked for. */
const groups = (state: CellState): [string, Table][] => Object.entries(state.result?.tables ?? {}).filter(([, table]) => table.unit === "group");

const finite = (column: Column, rows: number): boolean =>
  column.values instanceof Float64Array
    ? Array.from({ length: rows }, (_, row) => !isPresent(column, row) || Number.isFinite(column.values[row])).every(Boolean)
    : true;

const plain = (state: CellState) =>
  JSON.stringify(state.result, (_, value: unknown) => (ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value));

const emptyOrders = "order_id,customer_id,ordered_at,channel,country,product,quantity,price\n";
const oneOrder = `${emptyOrders}H-1,c_1,2024-01-01 08:00:00,app,DE,Spoon,1,9.90\n`;

describe.each([...catalog.keys()])("a %s cell", (kind) => {
  const { params: schema, kind: about } = catalog.get(kind)!;
  let run: Run;
  let block: CellBlock;
  let state: CellState;

  beforeAll(async () => {
    run = await runNotebook(example(kind));
    block = run.notebook.blocks.findLast((found): found is CellBlock => found.type === "cell" && found.kind === kind)!;
    state = run.states.get(block.name)!;
  });

  test("runs its own example on the sample and says what it found", () => {
    expect(state.problem).toBeNull();
    expect(state.state).toBe("done");
    expect(state.result!.facts.length).toBeGreaterThan(0);
    expect(state.result!.n).toBeGreaterThan(0);
  });

  test("has its method told: a question, when it misleads, and an example", () => {
    const doc = readFileSync(join(import.meta.dirname, "../../src/cells", kind, "doc.md"), "utf8");
    expect(doc).toMatch(/mislead/i);
    expect(doc).toMatch(/^```cell /m);
    expect(about.question).toMatch(/\?$/);
  });

  test("gives null for missing and never NaN", () => {
    for (const table of Object.values(state.result!.tables)) {
      for (const column of table.columns) expect(finite(column, table.rows), column.name).toBe(true);
    }
    expect(JSON.stringify(state.result!.facts)).not.toMatch(/NaN|Infinity|undefined/);
  });

  test("gives columns of one length, with codes inside their dictionary", () => {
    for (const table of Object.values(state.result!.tables)) {
      for (const column of table.columns) {
        expect(column.values.length, column.name).toBeGreaterThanOrEqual(table.rows);
        if (column.type === "text") expect(column.values.every((code) => code >= -1 && code < column.dictionary!.length)).toBe(true);
      }
    }
    expect(state.result!.tables).toBeTypeOf("object");
  });

  test("survives the way to the page and back", () => {
    expect(structuredClone(state.result)).toEqual(state.result);
  });

  test("gives the same bytes for the same input", async () => {
    const again = await runNotebook(example(kind));
    expect(plain(again.states.get(block.name)!)).toBe(plain(state));
  });

  test("counts in every row of a group table the customers that can be asked for", async () => {
    const asked = groups(state).filter(([, table]) => table.columns.some((column) => column.role === "customers"));
    expect.hasAssertions();
    expect(kernels.get(kind)).toBeDefined();
    if (kernels.get(kind)!.members === undefined) return;
    for (const [name, table] of asked) {
      const count = table.columns.find((column) => column.role === "customers")!;
      const keys = table.columns.filter((column) => column.role === "dimension");
      for (let row = 0; row < Math.min(table.rows, 40); row++) {
        const pick = { table: name, row: Object.fromEntries(keys.map((column) => [column.name, scalarAt(column, row)])) };
        expect((await run.members(block.name, pick)).length, JSON.stringify(pick)).toBe(scalarAt(count, row));
      }
    }
  });

  test("has a customers column in every table of groups", () => {
    for (const [name, table] of groups(state))
      expect(
        table.columns.map((column) => column.role),
        name,
      ).toContain("customers");
    expect(about.name).toBe(kind);
  });

  test.each([
    ["no rows at all", emptyOrders],
    ["one order of one customer", oneOrder],
  ])("with %s gives a message or a result, never a failure of the program", async (_, orders) => {
    const sparse = await runNotebook(example(kind), fileOf("orders.csv", orders));
    for (const found of sparse.states.values()) {
      expect(found.problem?.problem ?? "").not.toMatch(/Journeybook itself failed/);
      expect(JSON.stringify(found.result?.facts ?? [])).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  test("enforces the bounds of its parameters", () => {
    const written = { ...block.params };
    for (const [name, spec] of Object.entries(schema)) {
      if (spec.type === "number") expect(() => resolve(schema, { ...written, [name]: spec.max + 1 }), name).toThrow(name);
      if (spec.type === "choice") expect(() => resolve(schema, { ...written, [name]: "no such choice" }), name).toThrow(name);
    }
    expect(resolve(schema, written)).toBeTypeOf("object");
  });

  test("does not depend on the order of the rows", async () => {
    const text = readFileSync(join(import.meta.dirname, "../../sample-data/orders.csv"), "utf8").trimEnd();
    const [header, ...lines] = text.split("\n");
    // Lines of one order share their time, and equal times keep the order of the file, so whole orders change places and not their lines.
    const orderOf = (line: string) => Number(/^H-(\d+)/.exec(line)![1]);
    const turned = lines.toSorted((a, b) => orderOf(b) - orderOf(a));
    const reversed = await runNotebook(example(kind), fileOf("orders.csv", `${[header, ...turned].join("\n")}\n`));
    const found = reversed.states.get(block.name)!.result!;
    expect(found.n).toBe(state.result!.n);
    expect(found.excluded).toEqual(state.result!.excluded);
    expect(found.facts.map((fact) => fact.text)).toEqual(state.result!.facts.map((fact) => fact.text));
  });
});

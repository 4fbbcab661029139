import { expect, test } from "vitest";
import { shapeOf } from "../../../src/data/shape/shape-of.ts";
import { read } from "../csv/table-of.ts";

// By hand.
test("shapeOf tells type, missing, distinct, range and the most frequent texts", async () => {
  const { table } = await read("k,v,b\nx,1,true\ny,5,false\ny,,true\n,5,\n");
  expect(shapeOf(table)).toEqual([
    { name: "k", type: "text", missing: 1, distinct: 2, top: ["y", "x"] },
    { name: "v", type: "integer", missing: 1, distinct: 2, min: 1, max: 5 },
    { name: "b", type: "boolean", missing: 1, distinct: 2, min: 0, max: 1 },
  ]);
});

test("shapeOf looks only at the rows that are selected", async () => {
  const { table } = await read("k,v\nx,1\ny,5\nz,9\n,\n");
  expect(shapeOf({ ...table, rows: 2, selection: Uint32Array.of(2, 0) })).toEqual([
    { name: "k", type: "text", missing: 0, distinct: 2, top: ["x", "z"] },
    { name: "v", type: "integer", missing: 0, distinct: 2, min: 1, max: 9 },
  ]);
});

test("shapeOf gives no range for a column without values", async () => {
  const { table } = await read("k,v\nx,\n", { types: { v: "number" } });
  expect(shapeOf(table)[1]).toEqual({ name: "v", type: "number", missing: 1, distinct: 0 });
});

test("shapeOf samples distinct numbers of large tables and names at most 200 texts", () => {
  const rows = 30_000;
  const values = Float64Array.from({ length: rows }, (_, row) => row);
  const codes = Int32Array.from({ length: rows }, (_, row) => (row < 300 ? row : 7));
  const dictionary = Array.from({ length: 300 }, (_, code) => `t${code}`);
  const shape = shapeOf({
    rows,
    unit: "event",
    columns: [
      { name: "n", type: "number", values },
      { name: "t", type: "text", values: codes, dictionary },
    ],
  });
  expect(shape[0]).toMatchObject({ distinct: 10_000, min: 0, max: rows - 1 });
  expect(shape[1]).toMatchObject({ distinct: 300 });
  expect(shape[1]!.top).toHaveLength(200);
  expect(shape[1]!.top!.slice(0, 2)).toEqual(["t7", "t0"]);
});

import { expect, test } from "vitest";
import { appendTables } from "../../../src/data/read/append-tables.ts";
import type { DataTable } from "../../../src/data/data-table.ts";
import type { Column } from "../../../src/schema/column.ts";
import { read, valuesOf } from "../csv/table-of.ts";

const named = async (name: string, text: string) => ({ name, table: (await read(text)).table });

// By hand.
test("appendTables puts tables one below the other and unifies dictionaries", async () => {
  const { table, drift } = appendTables([
    await named("a.csv", "k,v,d\nx,1,2020-01-01\ny,,\n"),
    await named("b.csv", "v,k,d\n2.5,y,2020-01-02\n3,z,2020-01-03\n"),
  ]);
  expect(drift).toEqual([]);
  expect(valuesOf(table)).toEqual({
    k: ["x", "y", "y", "z"],
    v: [1, null, 2.5, 3],
    d: [Date.parse("2020-01-01"), null, Date.parse("2020-01-02"), Date.parse("2020-01-03")],
  });
  expect(table.columns[0]!.dictionary).toEqual(["x", "y", "z"]);
  expect(table.columns[1]!.type).toBe("number");
});

test("appendTables fills a column that a table lacks with missing and names the table", async () => {
  const { table, drift } = appendTables([await named("a.csv", "k,v\nx,1\n"), await named("b.csv", "k,w\ny,2\n")]);
  expect(valuesOf(table)).toEqual({ k: ["x", "y"], v: [1, null], w: [null, 2] });
  expect(drift).toEqual([
    { column: "v", lacking: ["b.csv"] },
    { column: "w", lacking: ["a.csv"] },
  ]);
});

test("appendTables lets a column without values take the other's type", async () => {
  const { table } = appendTables([await named("a.csv", "k,v\nx,\n"), await named("b.csv", "k,v\ny,2\n")]);
  expect(valuesOf(table)).toEqual({ k: ["x", "y"], v: [null, 2] });
  expect(table.columns[1]!.type).toBe("integer");
});

test("appendTables names both files when types do not go together or no column is shared", async () => {
  const a = await named("a.csv", "k,v\nx,1\n");
  const b = await named("b.csv", "k,v\ny,soon\n");
  expect(() => appendTables([a, b])).toThrow('The column "v" is integer in "a.csv" and text in "b.csv".');
  const c = await named("c.csv", "other\nx\n");
  expect(() => appendTables([a, c])).toThrow('"a.csv" and "c.csv" have no column in common: "k", "v" against "other".');
});

// By hand.
test("appendTables keeps a unit that all files share, and refuses two", () => {
  const part = (name: string, unit?: string) => {
    const column: Column = { name: "total", type: "number", values: Float64Array.of(1), ...(unit !== undefined && { unit }) };
    return { name, table: { rows: 1, unit: "event", columns: [column] } satisfies DataTable };
  };
  expect(appendTables([part("a.csv", "€"), part("b.csv"), part("c.csv", "€")]).table.columns[0]!.unit).toBe("€");
  expect(() => appendTables([part("a.csv", "€"), part("b.csv", "$")])).toThrow('The column "total" is in € in "a.csv" and in $ in "b.csv".');
});

import { gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { typesOf, valuesOf } from "../../csv/table-of.ts";
import { readBytes } from "./written.ts";

describe("readFile of JSON", () => {
  test("readFile reads a list of records, nested ones as columns named with dots, lists as text", async () => {
    const text = JSON.stringify([
      { id: "007", at: "2025-01-01T10:00:00Z", user: { name: "Ada", tags: ["a", 1] }, ok: true, price: "12.50" },
      { id: "008", user: { name: null }, ok: false, price: "3" },
    ]);
    const { table, format } = await readBytes("a.json", text);
    expect(valuesOf(table)).toEqual({
      id: ["007", "008"],
      at: [Date.UTC(2025, 0, 1, 10), null],
      "user.name": ["Ada", null],
      "user.tags": ['["a",1]', null],
      ok: [true, false],
      price: [12.5, 3],
    });
    expect([format, typesOf(table)]).toEqual(["JSON", ["text", "time", "text", "text", "boolean", "number"]]);
  });

  test("readFile finds the one list in an object, and asks where there are several", async () => {
    const one = await readBytes("a.json", '{"meta":{"page":1},"data":{"items":[{"n":1},{"n":2}]}}');
    expect([valuesOf(one.table), one.chosen]).toEqual([{ n: [1, 2] }, { what: "list", name: "data.items", others: [] }]);
    const two = '{"users":[{"u":1}],"orders":[{"o":1},{"o":2}]}';
    await expect(readBytes("a.json", two)).rejects.toMatchObject({
      message: '"a.json" holds 2 lists of records: "users", "orders".',
      fixes: [
        { label: "Read users", params: { member: "users" } },
        { label: "Read orders", params: { member: "orders" } },
      ],
    });
    expect(valuesOf((await readBytes("a.json", two, { member: "orders" })).table)).toEqual({ o: [1, 2] });
  });

  test("readFile reads NDJSON, keeps going after a broken line, and names its line", async () => {
    const { table, bad, format } = await readBytes("a.ndjson", '{"a":1}\n{"a":"open\n\n{"a":3,"b":"x\\ny"}\n');
    expect([valuesOf(table), format]).toEqual([{ a: [1, 3], b: [null, "x\ny"] }, "NDJSON"]);
    expect(bad).toEqual([{ kind: "json", count: 1, lines: [2], example: '{"a":"open' }]);
  });

  test("readFile makes values of several types text, and keeps whole numbers that no double holds", async () => {
    const { table } = await readBytes("a.json", '[{"a":1,"b":true},{"a":"x","b":2},{"a":null,"b":null}]');
    expect(valuesOf(table)).toEqual({ a: ["1", "x", null], b: ["true", "2", null] });
  });

  test("readFile reads counts of seconds since 1970 by their name", async () => {
    const { table, columns } = await readBytes("a.jsonl", '{"time":1602611311,"n":1602611311}\n{"time":1602611312,"n":5}\n');
    expect(valuesOf(table)).toEqual({ time: [1602611311000, 1602611312000], n: [1602611311, 5] });
    expect(columns[0]!.count).toBe("seconds");
  });

  test("readFile keeps names that objects have of their own", async () => {
    const { table } = await readBytes("a.json", '[{"__proto__":1,"constructor":"c","a":2}]');
    expect(table.columns.map(({ name }) => name)).toEqual(["__proto__", "constructor", "a"]);
    expect(table.columns[0]!.values[0]).toBe(1);
  });

  test("readFile gives back every record, in pieces, packed or not, as a list and line by line", async () => {
    const leaf = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
    const record = fc.record({ n: leaf, "k,[{": fc.stringMatching(/^q[a-z"\\{}[\],\n é]*$/) });
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 40 }), async (records) => {
        const expected = { n: records.map(({ n }) => n + 0), "k,[{": records.map((one) => one["k,[{"]) };
        const options = { types: { n: "number", "k,[{": "text" } } as const;
        for (const [name, text] of [
          ["a.json", JSON.stringify(records)],
          ["b.json", JSON.stringify(records, null, 2)],
          ["c.ndjson", records.map((one) => JSON.stringify(one)).join("\n")],
        ] as const) {
          expect(valuesOf((await readBytes(name, text, options)).table)).toEqual(expected);
          expect(valuesOf((await readBytes(`${name}.gz`, gzipSync(text), options)).table)).toEqual(expected);
        }
      }),
      { numRuns: 25 },
    );
  });
});

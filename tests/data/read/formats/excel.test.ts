import * as fc from "fast-check";
import { expect, test } from "vitest";
import { typesOf, valuesOf } from "../../csv/table-of.ts";
import { readBytes, workbook } from "./written.ts";

// 45658 is 1 January 2025 counted from 1900, 44196 the same counted from 1904.
const noon = Date.UTC(2025, 0, 1, 12);

test("readFile reads a workbook's numbers, dates, texts, yes or no, and errors as missing", async () => {
  const bytes = workbook({
    Orders: [
      ["id", "at", "paid", "total", "note"],
      ["007", { serial: 45658.5 }, true, 12.5, "a < b"],
      ["008", { serial: 45659 }, false, { error: "#DIV/0!" }, null],
    ],
  });
  const reading = await readBytes("orders.xlsx", bytes);
  expect(valuesOf(reading.table)).toEqual({
    id: ["007", "008"],
    at: [noon, Date.UTC(2025, 0, 2)],
    paid: [true, false],
    total: [12.5, null],
    note: ["a < b", null],
  });
  expect(typesOf(reading.table)).toEqual(["text", "time", "boolean", "number", "text"]);
  expect([reading.format, reading.chosen]).toEqual(["Excel", { what: "sheet", name: "Orders", others: [] }]);
});

test("readFile reads dates counted from 1904, and those without a zone as the zone's", async () => {
  const bytes = workbook({ S: [["at"], [{ serial: 44196.5 }]] }, true);
  expect(valuesOf((await readBytes("mac.xlsx", bytes)).table)["at"]).toEqual([noon]);
  expect(valuesOf((await readBytes("mac.xlsx", bytes, { zone: "Asia/Tokyo" })).table)["at"]).toEqual([noon - 9 * 3_600_000]);
});

test("readFile takes the first sheet with anything in it, names the others, and reads the one it is asked for", async () => {
  const bytes = workbook({
    Cover: [],
    Data: [
      ["a", "b"],
      [1, 2],
    ],
    More: [["c"], [3]],
  });
  const first = await readBytes("a.xlsx", bytes);
  expect([valuesOf(first.table), first.chosen]).toEqual([
    { a: [1], b: [2] },
    { what: "sheet", name: "Data", others: ["More"] },
  ]);
  expect(valuesOf((await readBytes("a.xlsx", bytes, { sheet: "More" })).table)).toEqual({ c: [3] });
  await expect(readBytes("a.xlsx", bytes, { sheet: "Nope" })).rejects.toMatchObject({
    param: "sheet",
    message: expect.stringContaining("Nope") as string,
  });
});

test("readFile leaves out titles above and totals below a sheet's table, and says so", async () => {
  const rows = [["Sales report"], [], ["day", "shop", "sales"], ["Mon", "A", 1], ["Tue", "B", 2], [], ["Total", null, 3]];
  const { table, leftOut } = await readBytes("report.xlsx", workbook({ S: rows }));
  expect(valuesOf(table)).toEqual({ day: ["Mon", "Tue"], shop: ["A", "B"], sales: [1, 2] });
  expect(leftOut).toEqual({ above: { count: 1, example: "Sales report" }, below: { count: 1, example: "Total  3" } });
  const kept = await readBytes("report.xlsx", workbook({ S: rows }), { footer: 0 });
  expect(kept.table.rows).toBe(3);
});

test("readFile gives back every number and text of a sheet", async () => {
  const value = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer());
  const text = fc
    .stringMatching(/^[a-zäß <&"€]{1,12}$/)
    .filter((word) => word.trim() === word && !/^(?:true|false|yes|no|ja|oui|nein|non|null|sim|on|off)$/i.test(word));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, value), { minLength: 1, maxLength: 30 }), async (rows) => {
      const bytes = workbook({ S: [["t", "v"], ...rows.map(([word, number]) => [`x${word}`, number])] });
      const { table } = await readBytes("p.xlsx", bytes, { header: true, skip: 0, footer: 0, types: { v: "number", t: "text" } });
      expect(valuesOf(table)).toEqual({ t: rows.map(([word]) => `x${word}`), v: rows.map(([, number]) => number + 0) });
    }),
    { numRuns: 30 },
  );
});

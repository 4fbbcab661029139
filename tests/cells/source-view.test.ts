import { expect, test } from "vitest";
import { params as schema } from "../../src/cells/source/params.ts";
import { columnNotes, readingNote } from "../../src/cells/source/reading-figure.ts";
import { drawn } from "../../src/figures/drawn.ts";
import { resolve } from "../../src/schema/parameters.ts";

const params = (given = {}) => resolve(schema, { file: "orders.csv", ...given });

test("readingNote(params) says what was chosen, and that the rest was found", () => {
  expect(readingNote(params(), "UTC")).toBe("Delimiter, encoding, types and dates as found in the file.");
  expect(readingNote(params({ delimiter: "semicolon", dates: "day-first", types: { price: "number", store: "auto" } }), "UTC")).toBe(
    "As chosen: semicolon, day first, 1 type of columns; the rest as found in the file.",
  );
});

test("readingNote(params) names a zone only where it is another", () => {
  expect(readingNote(params({ zone: "UTC" }), "UTC")).not.toContain("UTC");
  expect(readingNote(params({ zone: "America/New_York" }), "Europe/Berlin")).toContain("Its times are in America/New_York, shown in Europe/Berlin.");
});

test("columnNotes(columns) counts the values of texts with few of them", () => {
  const columns = drawn("event", [
    { name: "column", type: "text", values: ["channel", "order_id", "price"] },
    { name: "type", type: "text", values: ["text", "text", "number"] },
    { name: "missing", type: "integer", values: [12, 0, 0] },
    { name: "distinct", type: "integer", values: [5, 4000, 7] },
  ]);
  expect([...columnNotes(columns, "en")]).toEqual([["channel", "5 values, 12 missing"]]);
  expect(columnNotes(undefined, "en").size).toBe(0);
});

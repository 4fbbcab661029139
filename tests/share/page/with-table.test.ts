import { expect, test } from "vitest";
import type { ReadFile } from "../../../src/data/read/read-file.ts";
import { withTable } from "../../../src/share/page/with-table.ts";

test("of a reading whose table was renamed nothing of the file's own words stays", () => {
  const secret = "anna@example.com";
  const column = (name: string) => ({ name, type: "text" as const, values: Int32Array.of(0), dictionary: [name] });
  const reading: ReadFile = {
    name: "crm.csv",
    bytes: 1,
    memory: 1,
    content: "00",
    format: "CSV",
    options: { zone: "UTC" },
    table: { rows: 1, unit: "event", columns: [column("id"), column("mail")] },
    columns: [
      { name: "id", type: "integer", confidence: 1, missing: 0, unreadable: { as: "integer", count: 1, rows: [1], example: secret } },
      { name: "mail", type: "text", confidence: 1, missing: 0 },
    ],
    bad: [{ kind: "long", count: 1, lines: [2], example: secret }],
    leftOut: { above: { count: 1, example: secret }, explained: { count: 2, example: secret }, below: { count: 1, example: secret } },
  };
  const shared = withTable(reading, { rows: 1, unit: "event", columns: [column("id")] });
  expect(JSON.stringify(shared)).not.toContain(secret);
  expect(shared.columns).toEqual([
    { name: "id", type: "text", confidence: 1, missing: 0, unreadable: { as: "integer", count: 1, rows: [1], example: "(left out)" } },
  ]);
  expect(shared.bad).toEqual([{ kind: "long", count: 1, lines: [2], example: "(left out)" }]);
});

import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { contentOf } from "../../../src/engine/worker/content.ts";
import { fromSnapshot, snapshotOf } from "../../../src/engine/worker/snapshot.ts";
import type { Table } from "../../../src/schema/table.ts";
import { dataTable } from "./arbitrary-table.ts";

test.prop([fc.option(dataTable, { nil: undefined }), dataTable])(
  "fromSnapshot(snapshotOf(output)) is the output, bit for bit",
  async (value, checks) => {
    const { selection: _rows, ...table } = checks;
    const kept = { tables: { checks: table as Table }, ...(value === undefined ? {} : { value }) };
    const back = await fromSnapshot(snapshotOf(kept)!);
    expect(back).toStrictEqual(kept);
    expect(contentOf(back)).toBe(contentOf(kept));
  },
);

test("snapshotOf(journey) is null, since a journey is made again from its tables", () => {
  expect(snapshotOf({ value: { offsets: new Uint32Array(1) } as never, tables: {} })).toBeNull();
});

const column = (name: string, words: string[], more = {}) => ({
  name,
  type: "text" as const,
  values: Int32Array.of(0, 1),
  dictionary: words,
  ...more,
});

test("contentOf(output) changes with a value, a word, a missing row, a name and a further table", () => {
  const output = (...columns: ReturnType<typeof column>[]) => ({ value: { rows: 2, unit: "event" as const, columns }, tables: {} });
  const outputs = [
    output(column("a", ["x", "y"])),
    output(column("a", ["x", "z"])),
    output(column("b", ["x", "y"])),
    output({ ...column("a", ["x", "y"]), values: Int32Array.of(1, 0) }),
    output(column("a", ["x", "y"], { valid: Uint8Array.of(254) })),
    output(column("a", ["x", "y"]), column("a", ["x", "y"])),
    { ...output(column("a", ["x", "y"])), tables: { checks: { rows: 0, unit: "event" as const, columns: [] } } },
  ];
  expect(new Set(outputs.map(contentOf)).size).toBe(outputs.length);
});

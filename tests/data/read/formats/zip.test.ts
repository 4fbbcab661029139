import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { valuesOf } from "../../csv/table-of.ts";
import { readBytes, workbook } from "./written.ts";

const orders = strToU8("id,v\n1,2\n3,4\n");
const read = { id: [1, 3], v: [2, 4] };

describe("readFile of a ZIP archive", () => {
  test("readFile reads the one table in it, deflated or stored, whatever else there is", async () => {
    const files = { "data/orders.csv": orders, "__MACOSX/._orders.csv": strToU8("x"), "readme.pdf": strToU8("%PDF") };
    for (const level of [0, 9] as const) {
      const reading = await readBytes("export.zip", zipSync(files, { level }));
      expect([valuesOf(reading.table), reading.chosen]).toEqual([read, { what: "file", name: "data/orders.csv", others: [] }]);
    }
  });

  test("readFile reads a workbook and JSON inside an archive", async () => {
    expect(
      valuesOf(
        (
          await readBytes(
            "a.zip",
            zipSync({
              "b.xlsx": workbook({
                S: [
                  ["id", "v"],
                  [1, 2],
                  [3, 4],
                ],
              }),
            }),
          )
        ).table,
      ),
    ).toEqual(read);
    expect(valuesOf((await readBytes("a.zip", zipSync({ "b.json": strToU8('[{"id":1,"v":2},{"id":3,"v":4}]') }))).table)).toEqual(read);
  });

  test("readFile asks which of several tables to read, and reads the one it is told", async () => {
    const bytes = zipSync({ "orders.csv": orders, "users.csv": strToU8("u\n7\n") });
    await expect(readBytes("a.zip", bytes)).rejects.toMatchObject({
      message: '"a.zip" holds 2 tables.',
      param: "member",
      fixes: [
        { label: "Read orders.csv", params: { member: "orders.csv" } },
        { label: "Read users.csv", params: { member: "users.csv" } },
      ],
    });
    expect(valuesOf((await readBytes("a.zip", bytes, { member: "users.csv" })).table)).toEqual({ u: [7] });
    await expect(readBytes("a.zip", bytes, { member: "none.csv" })).rejects.toThrow('There is no file "none.csv" in "a.zip".');
  });

  test("readFile gives the same hash as for the same archive, and another for another", async () => {
    const [one, again] = [
      await readBytes("a.zip", zipSync({ "o.csv": orders }, { mtime: 1e12 })),
      await readBytes("a.zip", zipSync({ "o.csv": orders }, { mtime: 1e12 })),
    ];
    expect(again.content).toBe(one.content);
    expect((await readBytes("a.csv", orders)).content).not.toBe(one.content);
  });

  test.each([
    ["nothing in it", zipSync({}), "is a ZIP archive with nothing in it"],
    ["no table", zipSync({ "photo.png": strToU8("x") }), 'holds no table, only "photo.png"'],
    ["another archive", zipSync({ "inner.csv": zipSync({ "o.csv": orders }) }), "is a ZIP archive inside another archive"],
    ["a packed file", zipSync({ "o.csv.gz": new Uint8Array(gzipSync(orders)) }), "is packed twice"],
    ["its end cut off", zipSync({ "o.csv": orders }).slice(0, -30), "is a damaged ZIP archive"],
  ])("readFile says of an archive with %s what is wrong", async (_, bytes, problem) => {
    await expect(readBytes("a.zip", bytes)).rejects.toThrow(problem);
    await expect(readBytes("a.zip", bytes)).rejects.toMatchObject({ name: "UserError" });
  });

  // 80 MB of blank lines deflate to about 80 kB, a thousand times less; an archive may say otherwise.
  test("readFile refuses what says, or turns out, to unpack to more than 250 times its size", { timeout: 20_000 }, async () => {
    const blank = Buffer.alloc(80 << 20, `${" ".repeat(8191)}\n`);
    await expect(readBytes("bomb.csv.gz", gzipSync(blank, { level: 6 }))).rejects.toThrow("unpacks to more than 250 times its size");
    const lying = zipSync({ "bomb.csv": orders });
    // The unpacked size in the list of files: 24 bytes after its signature.
    const list = lying.findIndex((_, at) => lying[at] === 0x50 && lying[at + 1] === 0x4b && lying[at + 2] === 1);
    new DataView(lying.buffer).setUint32(list + 24, 0x7fffffff, true);
    await expect(readBytes("bomb.zip", lying)).rejects.toThrow("unpacks to more than 250 times its size");
  });
});

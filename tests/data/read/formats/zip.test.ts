import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { zipDirectory } from "../../../../src/data/read/zip/zip-directory.ts";
import { valuesOf } from "../../csv/table-of.ts";
import { readBytes, workbook } from "./written.ts";

const orders = strToU8("id,v\n1,2\n3,4\n");
const read = { id: [1, 3], v: [2, 4] };

/** The archive of one file with its sizes and places in 64 bits, as if it were beyond 4 GB. Source: PKWARE APPNOTE 6.3, sections 4.3.14 to 4.5.3. */
function wide(archive: Uint8Array): Uint8Array<ArrayBuffer> {
  const old = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = archive.length - 22;
  const list = old.getUint32(end + 16, true);
  const nameLength = old.getUint16(list + 28, true);
  const entry = new DataView(new ArrayBuffer(46 + nameLength + 28));
  new Uint8Array(entry.buffer).set(archive.subarray(list, list + 46 + nameLength));
  const extra = 46 + nameLength;
  entry.setUint16(30, 28, true);
  entry.setUint16(extra, 1, true);
  entry.setUint16(extra + 2, 24, true);
  for (const [at, from] of [24, 20, 42].entries()) {
    entry.setBigUint64(extra + 4 + 8 * at, BigInt(old.getUint32(list + from, true)), true);
    entry.setUint32(from, 0xffffffff, true);
  }
  const record = new DataView(new ArrayBuffer(56 + 20 + 22));
  record.setUint32(0, 0x06064b50, true);
  record.setBigUint64(4, 44n, true);
  record.setBigUint64(40, BigInt(entry.byteLength), true);
  record.setBigUint64(48, BigInt(list), true);
  record.setUint32(56, 0x07064b50, true);
  record.setBigUint64(64, BigInt(list + entry.byteLength), true);
  record.setUint32(72, 1, true);
  record.setUint32(76, 0x06054b50, true);
  record.setUint16(84, 1, true);
  record.setUint16(86, 1, true);
  record.setUint32(88, 0xffffffff, true);
  record.setUint32(92, 0xffffffff, true);
  return new Uint8Array(Buffer.concat([archive.subarray(0, list), new Uint8Array(entry.buffer), new Uint8Array(record.buffer)]));
}

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

  test("readFile reads an archive whose sizes and places are written with 64 bits", async () => {
    expect(valuesOf((await readBytes("a.zip", wide(zipSync({ "orders.csv": orders })))).table)).toEqual(read);
    const [sized] = await zipDirectory(new Blob([wide(zipSync({ "orders.csv": orders }, { level: 0 }))]), "a.zip");
    expect(sized).toMatchObject({ name: "orders.csv", packed: orders.length, unpacked: orders.length, at: 0 });
    const cut = wide(zipSync({ "orders.csv": orders }));
    new DataView(cut.buffer).setBigUint64(cut.length - 34, 2n ** 50n, true);
    await expect(readBytes("a.zip", cut)).rejects.toThrow("is a damaged ZIP archive");
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

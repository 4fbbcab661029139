import { test as property, fc } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { base64Of, bytesOfBase64 } from "../../../src/share/page/base64.ts";
import { deflated, inflated } from "../../../src/share/page/deflated.ts";
import { packParts, unpackParts, type Packed, type Part } from "../../../src/share/page/parts.ts";
import type { SharedHead } from "../../../src/share/page/shared-head.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const parts: Part[] = [
  { name: "orders.csv", kind: "file", bytes: bytes("a,b\n".repeat(5_000)), modified: 1_700_000_000_000 },
  { name: "results", kind: "results", bytes: bytes("{}"), modified: 0 },
];
const headOf = ({ parts: heads, lock }: Packed): SharedHead => ({
  format: 1,
  notebook: "",
  fileName: "",
  level: "everything",
  k: 10,
  view: "read",
  columns: {},
  removed: [],
  parts: heads,
  ...(lock === undefined ? {} : { lock }),
});

property.prop([fc.uint8Array({ maxLength: 80_000 })])("base64 comes back byte for byte, across the pieces it is written in", (given) => {
  expect(Buffer.from(bytesOfBase64(base64Of(given))).equals(Buffer.from(given))).toBe(true);
});

test("what is packed comes back with names and times, the same data giving the same text", async () => {
  const packed = await packParts(parts, null);
  expect(await unpackParts(headOf(packed), packed.data, null)).toEqual(parts);
  expect(await packParts(parts, null)).toEqual(packed);
  // 20,000 bytes of one short line over and over take next to nothing.
  expect(packed.data.length).toBeLessThan(200);
});

test("data that lost its end says how much of it is there", async () => {
  const packed = await packParts(parts, null);
  await expect(unpackParts(headOf(packed), packed.data.slice(0, 40), null)).rejects.toThrow(/was cut off: 30 of \d+ bytes are here/);
  await expect(unpackParts(headOf(packed), "", null)).rejects.toThrow(/was cut off: 0 of/);
  await expect(unpackParts(headOf(packed), "not base64!", null)).rejects.toThrow(/cut off or changed/);
});

test("data that says it is smaller or larger than it is never grows beyond its word", async () => {
  const bomb = await deflated(new Uint8Array(5_000_000));
  await expect(inflated(bomb, 1_000)).rejects.toThrow("more than they say");
  await expect(inflated(bomb, 2 ** 40)).rejects.toThrow("more than can be in them");
  await expect(inflated(bytes("no deflate") as Uint8Array<ArrayBuffer>, 10)).rejects.toThrow(RangeError);
});

test("a locked page opens with its passphrase alone, and each lock is another", async () => {
  const packed = await packParts(parts, "four words or more");
  expect(packed.lock!.iterations).toBeGreaterThanOrEqual(600_000);
  expect(await unpackParts(headOf(packed), packed.data, "four words or more")).toEqual(parts);
  await expect(unpackParts(headOf(packed), packed.data, "four words or More")).rejects.toThrow("This passphrase does not open the data.");
  await expect(unpackParts(headOf(packed), packed.data, null)).rejects.toThrow("This passphrase does not open the data.");
  const again = await packParts(parts, "four words or more");
  expect(again.lock!.salt).not.toBe(packed.lock!.salt);
  expect(again.data).not.toBe(packed.data);
});

test("a lock that one round opens, or that would take a day, is not tried", async () => {
  const packed = await packParts(parts, "four words or more");
  for (const iterations of [1, 1e12]) {
    const head = { ...headOf(packed), lock: { ...packed.lock!, iterations } };
    await expect(unpackParts(head, packed.data, "four words or more")).rejects.toThrow("not one that Journeybook makes");
  }
});

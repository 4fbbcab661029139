import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { gzipSize, inWords, memoryNeeded } from "../../../src/data/read/memory-needed.ts";

// By hand.
test("memoryNeeded multiplies, and refuses with the number what no tab holds", () => {
  expect(memoryNeeded("a.csv", 1e9, 1.2)).toBe(1.2e9);
  expect(() => memoryNeeded("big.json", 5e9, 1.5)).toThrow('"big.json" would take about 7.5 GB of memory; a browser\'s tab holds about 6.0 GB.');
});

test("gzipSize is what a packed file says, and eight times its own size where that cannot be", async () => {
  const packed = new Uint8Array(gzipSync("a,b\n".repeat(1000)));
  expect(await gzipSize(new Blob([packed]), "a.gz")).toBe(4000);
  expect(await gzipSize(new Blob([packed.slice(0, -4), Uint8Array.of(0, 0, 0, 0)]), "a.gz")).toBe(8 * packed.length);
});

test("inWords says sizes as people do", () => {
  expect([1, 3.4e8, 1.25e9].map(inWords)).toEqual(["1 MB", "340 MB", "1.3 GB"]);
});

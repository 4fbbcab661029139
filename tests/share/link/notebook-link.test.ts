import { deflateRawSync } from "node:zlib";
import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { linkOf, notebookIn } from "../../../src/share/link/notebook-link.ts";

const packed = (bytes: Buffer): string => `#nb=${deflateRawSync(bytes).toString("base64url")}`;

describe("a link that holds a notebook", () => {
  test.prop([fc.string({ unit: "binary" })])("gives back the text that went in", async (text) => {
    expect(await notebookIn(await linkOf(text))).toBe(text);
  });

  test("is written in the letters an address may have, and is shorter than the text", async () => {
    const text = '```cell retention comeback\nfrom: "customers"\ngrain: "month"\n```\n'.repeat(20);
    const link = await linkOf(text);
    expect(link).toMatch(/^#nb=[A-Za-z0-9_-]+$/);
    expect(link.length).toBeLessThan(text.length / 4);
  });

  test("is what any program that deflates writes", async () => {
    // The same bytes packed by Node's own zlib.
    expect(await notebookIn(packed(Buffer.from("# Größe")))).toBe("# Größe");
  });

  test("is none where the address holds something else", async () => {
    expect(await notebookIn("")).toBeNull();
    expect(await notebookIn("#top")).toBeNull();
  });

  test("that was cut or altered says so", async () => {
    const link = await linkOf("Who comes back, and why? ".repeat(40));
    await expect(notebookIn(link.slice(0, -6))).rejects.toThrow("does not hold a whole notebook");
    await expect(notebookIn("#nb=%%%")).rejects.toThrow("does not hold a whole notebook");
    await expect(notebookIn(packed(Buffer.from([0xff, 0xfe, 0xfd])))).rejects.toThrow("does not hold a whole notebook");
  });

  test("that would unpack to hundreds of megabytes is given up after one", async () => {
    const bomb = packed(Buffer.alloc(60_000_000));
    expect(bomb.length).toBeLessThan(100_000);
    await expect(notebookIn(bomb)).rejects.toThrow("more than a notebook");
  });

  test("that is itself too long is not even read", async () => {
    await expect(notebookIn(`#nb=${"A".repeat(100_001)}`)).rejects.toThrow("more than a notebook");
  });
});

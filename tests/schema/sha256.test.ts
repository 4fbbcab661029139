import { createHash } from "node:crypto";
import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { idHash } from "../../src/schema/exclusions.ts";
import { joinedSha256 } from "../../src/schema/pin.ts";
import { fileSha256, Sha256, sha256 } from "../../src/schema/sha256.ts";

/** What Node's own implementation gives. */
const reference = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

describe("SHA-256", () => {
  // FIPS 180-4, the examples that come with it.
  test.each([
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    ["abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"],
  ])("of %j is the published one", (text, expected) => {
    expect(sha256(text)).toBe(expected);
  });

  property.prop([fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 6 })])("does not depend on how the bytes arrive", (pieces) => {
    const hash = new Sha256();
    for (const piece of pieces) hash.update(piece);
    expect(hash.digest()).toBe(reference(Buffer.concat(pieces)));
  });

  test("of a file of several pieces is that of its bytes, and tells how far it is", async () => {
    const bytes = new Uint8Array(2_500_000).map((_, at) => at * 31);
    const told: number[] = [];
    const found = await fileSha256(new Blob([bytes]), (fraction) => {
      told.push(fraction);
      return undefined;
    });
    expect(found).toBe(reference(bytes));
    expect(told).toHaveLength(3);
    expect(told.at(-1)).toBe(1);
  });
});

test("several files have the hash of their hashes, one a line; one has its own, and an unknown one makes none", () => {
  const [one, two] = [reference("1"), reference("2")];
  expect(joinedSha256([one])).toBe(one);
  expect(joinedSha256([one, two])).toBe(reference(`${one}\n${two}\n`));
  expect(joinedSha256([one, undefined])).toBeNull();
  expect(joinedSha256([])).toBeNull();
});

test("an id is the same with blanks around it, and an address in any case; other ids keep their case", () => {
  expect(idHash(" c17 ")).toBe(reference("c17"));
  expect(idHash("Ida@Mail.example")).toBe(idHash("ida@mail.example"));
  expect(idHash("C17")).not.toBe(idHash("c17"));
});

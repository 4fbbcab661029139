import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { surplus } from "../../../src/notebook/versions/surplus.ts";
import { isVersion, type Version } from "../../../src/notebook/versions/version.ts";

const version = (at: number, more: Partial<Version> = {}): Version => ({
  id: `${more.document ?? "a"}${at}`,
  document: "a",
  fileName: null,
  at,
  why: "saved",
  note: "",
  text: "text",
  results: null,
  files: [],
  ...more,
});
const key = ({ document }: Version): string => document;
const roomy = { own: 3, all: 100, bytes: 1e6 };

test("the oldest versions of a notebook make room", () => {
  expect(
    surplus(
      [1, 2, 3, 4, 5].map((at) => version(at)),
      key,
      roomy,
    ),
  ).toEqual(["a2", "a1"]);
});

test("a version the reader asked for outlives those kept by themselves", () => {
  const versions = [version(1, { why: "asked" }), version(2), version(3), version(4)];
  expect(surplus(versions, key, roomy)).toEqual(["a2"]);
});

test("versions that are too large together make room by their bytes", () => {
  // Two bytes a letter: of 400 and 400 only one fits into 500.
  const versions = [1, 2].map((at) => version(at, { text: "x".repeat(200) }));
  expect(surplus(versions, key, { own: 9, all: 9, bytes: 500 })).toEqual(["a1"]);
});

test("the latest version of a notebook stays, however many other notebooks there are", () => {
  const versions = [version(1, { document: "old" }), version(5), version(6), version(7)];
  expect(surplus(versions, key, { own: 3, all: 2, bytes: 1e6 })).toEqual(["a6", "a5"]);
});

test.prop([fc.uniqueArray(fc.nat(1000), { maxLength: 30 })])("never more than the limit stays of one notebook", (times) => {
  const versions = times.map((at) => version(at));
  const gone = new Set(surplus(versions, key, roomy));
  expect(versions.filter(({ id }) => !gone.has(id)).length).toBe(Math.min(3, times.length));
});

test("what another page wrote in the place of a version is not taken for one", () => {
  expect(isVersion(version(1))).toBe(true);
  expect([null, 1, {}, { ...version(1), text: 4 }, { ...version(1), results: "x" }, { ...version(1), files: [{}] }].some(isVersion)).toBe(false);
});

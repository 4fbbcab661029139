import { expect, test } from "vitest";
import { fileMatches } from "../../../src/notebook/scheduler/file-matches.ts";
import { file } from "./fake-engine.ts";

const names = ["orders-10.csv", "orders-2.csv", "orders.csv", "Orders-3.csv", "a*b.csv", "abab.csv"];
const files = new Map(names.map((name) => [name, file(name, "")]));
const found = (pattern: string) => fileMatches(pattern, files).map(({ name }) => name);

// By hand: * is any text, none included; the rest is itself.
test.each([
  ["orders-*.csv", ["orders-2.csv", "orders-10.csv"]],
  ["orders*.csv", ["orders-2.csv", "orders-10.csv", "orders.csv"]],
  ["orders.csv", ["orders.csv"]],
  ["ordersXcsv", []],
  ["*", ["a*b.csv", "abab.csv", "orders-2.csv", "Orders-3.csv", "orders-10.csv", "orders.csv"]],
  ["ab*ab.csv", ["abab.csv"]],
  ["aba*bab.csv", []],
  ["*a*b*a*", ["abab.csv"]],
])("fileMatches(%j, files) finds what the pattern stands for, in the order of the names", (pattern, expected) => {
  expect(found(pattern)).toEqual(expected);
});

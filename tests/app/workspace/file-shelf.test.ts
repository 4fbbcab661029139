import { expect, test } from "vitest";
import { FileShelf } from "../../../src/app/workspace/file-shelf.ts";

const given = (name: string) => ({ name, file: new File(["a"], name) });

test("FileShelf.add lets a file take the place of one of its name, and tells of it", () => {
  const shelf = new FileShelf();
  let told = 0;
  shelf.topic.listen(() => told++);
  const second = given("orders.csv");
  shelf.add([given("orders.csv")]);
  shelf.add([second]);
  expect(shelf.files).toEqual([second]);
  expect(told).toBe(2);
});

test("FileShelf.matching finds the files of a pattern and only those", () => {
  const shelf = new FileShelf();
  shelf.add([given("orders-2.csv"), given("orders-1.csv"), given("web.csv")]);
  expect(shelf.matching("orders-*.csv").map(({ name }) => name)).toEqual(["orders-1.csv", "orders-2.csv"]);
  expect(shelf.matching("crm.csv")).toEqual([]);
});

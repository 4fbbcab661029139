import { expect, test } from "vitest";
import { plainName } from "../../src/schema/plain-name.ts";

test("plainName(name) is lower case with _ between words", () => {
  expect(["CustomerID", "case:concept:name", " Unit  Price ", "HTMLPage"].map(plainName)).toEqual([
    "customer_id",
    "case_concept_name",
    "unit_price",
    "html_page",
  ]);
});

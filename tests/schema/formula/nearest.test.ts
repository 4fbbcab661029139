import { expect, test } from "vitest";
import { nearest } from "../../../src/schema/formula/nearest.ts";

test("nearest finds the name that was meant, whatever its case and separators", () => {
  const names = ["quantity", "unit price", "customer_id"];
  expect(nearest("Quantiy", names)).toBe("quantity");
  expect(nearest("unit_price", names)).toBe("unit price");
  expect(nearest("CustomerID", names)).toBe("customer_id");
});

test("nearest guesses nothing where nothing is near", () => {
  expect(nearest("revenue", ["quantity", "price"])).toBeNull();
  expect(nearest("x", [])).toBeNull();
});

import { describe, expect, test } from "vitest";
import { DifferencingGuard } from "../../../src/share/gate/differencing-guard.ts";
import { quasiIdentifiers } from "../../../src/share/gate/quasi-identifiers.ts";
import { tableOf, texts, whole } from "./tables.ts";

describe("columns that together single people out", () => {
  const country = texts("country", [...Array.from({ length: 19 }, () => "DE"), "AT"]);
  const age = whole(
    "age",
    Array.from({ length: 20 }, (_, row) => 20 + row),
  );

  test("the smallest class and the share of rows in small ones are counted", () => {
    // By hand: 19 alike and one alone.
    expect(quasiIdentifiers(tableOf("customer", country), ["country"], 5)).toMatchObject({ least: 1, share: 1 / 20, suggestions: [] });
  });

  test("what to make coarser is said, the last step of each column only", () => {
    const { least, share, suggestions } = quasiIdentifiers(tableOf("customer", country, age), ["country", "age"], 5);
    expect([least, share]).toEqual([1, 1]);
    // By hand: in 4 ranges the 20 ages are 5 in each; the one in AT and the 4 of the same range are still few, and without the country
    // nobody is.
    expect(suggestions).toEqual(["Put “age” into 4 ranges.", "Leave out “country”."]);
  });

  test("a table without rows has no classes", () => {
    expect(quasiIdentifiers(tableOf("customer", texts("country", [])), ["country"], 5)).toEqual({ least: 0, share: 0, suggestions: [] });
  });
});

describe("exports one after the other", () => {
  test("that differ in few customers are warned of, and equal ones are not", () => {
    const guard = new DifferencingGuard(3);
    expect(guard.check("all", ["a", "b", "c", "d", "e"])).toBeNull();
    expect(guard.check("again", ["a", "b", "c", "d", "e"])).toBeNull();
    expect(guard.check("most", ["a", "b", "c", "d"])).toEqual({ with: "all", difference: 1 });
    expect(guard.check("few", ["a"])).toBeNull();
  });
});

import { fc, test as property } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { ChainSearch } from "../../../src/analysis/sequence/chain-search.ts";
import { SecondSteps } from "../../../src/analysis/sequence/second-steps.ts";
import { prepared } from "./funnel-rows.ts";

const step = fc.subarray([0, 1, 2]);
const rows = fc
  .array(fc.record({ at: fc.integer({ min: 0, max: 60 }), is: step, breaks: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, step) }), {
    maxLength: 14,
  })
  .map((found) => found.toSorted((left, right) => left.at - right.at));

describe("SecondSteps", () => {
  property.prop([rows, fc.integer({ min: 1, max: 30 }), fc.constantFrom("first" as const, "best" as const), fc.boolean()])(
    "passes whoever the search takes past the first step, and where nothing else is asked nobody besides",
    (customer, window, entry, strict) => {
      const { rows, rules, count } = prepared(customer, 3, { window, entry, strict });
      // The class of a row is its own code here; −1 is a row that is nothing.
      const codes = rows.kind.map((kind) => kind - 1);
      const kindOf = Int32Array.from({ length: rules.classes.stepFrom.length - 1 }, (_, kind) => kind);
      const passes = new SecondSteps(rules.classes, kindOf, window).mayBeIn(rows.time, codes, 0, count);
      const { depth } = new ChainSearch(rules).search(rows, 0, count, -Infinity, Infinity);
      const asksMore = entry === "first" || strict || customer.some(({ breaks }) => breaks.length > 0);
      expect(passes).toBe(asksMore ? passes || depth > 1 : depth > 1);
    },
  );
});

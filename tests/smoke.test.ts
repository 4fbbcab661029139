import { expect, test } from "vitest";
import { duration } from "../src/schema/durations.ts";

test("duration(text) keeps calendar months apart from milliseconds", () => {
  expect(duration("2 months")).toEqual({ ms: 0, months: 2 });
});

import { expect, test } from "vitest";
import { build, mapped, numbers, table, text } from "./tables.ts";

test("journey.scales() says what each event's score is measured in, as its line of the mapping does", async () => {
  const answers = (day: number) => table(text("customer", ["a"]), numbers("time", [day], "time"), text("event", ["answer"]), numbers("score", [4]));
  const { journey } = await build([
    mapped("csat", answers(1), { score: "score", scale: "csat" }),
    mapped("unsaid", answers(2), { score: "score" }),
    mapped("nps", answers(3), { score: "score", scale: "nps" }),
    mapped("visits", answers(4)),
  ]);
  const { codes, dictionary } = journey.scales();
  // By hand: one event a day, in the order of the days.
  expect(Array.from(codes, (code) => dictionary[code] ?? null)).toEqual(["csat", null, "nps", null]);
});

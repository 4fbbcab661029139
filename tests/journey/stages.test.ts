import { describe, expect, test } from "vitest";
import { countStages } from "../../src/journey/stages.ts";
import { build, mapped, numbers, table, text } from "./tables.ts";

describe("countStages(journey, journey.stages())", () => {
  test("tells stages from names, and counts a second purchase as retention", async () => {
    const data = table(
      text("customer", ["a", "a", "a", "a", "b"]),
      numbers("time", [1, 2, 3, 4, 1], "time"),
      text("event", ["Page view", "add to cart", "purchase", "purchase", "zzz"]),
      text("channel", [null, null, null, null, "display"]),
    );
    const { journey } = await build([mapped("events", data, { channel: "channel" })]);
    expect(countStages(journey, journey.stages())).toEqual([
      { stage: "awareness", events: 2, customers: 2 },
      { stage: "consideration", events: 1, customers: 1 },
      { stage: "purchase", events: 1, customers: 1 },
      { stage: "retention", events: 1, customers: 1 },
    ]);
  });

  test("counts events that tell no stage last, under null", async () => {
    const data = table(text("customer", ["a"]), numbers("time", [1], "time"), text("event", ["zzz"]));
    const { journey } = await build([mapped("events", data)]);
    expect(countStages(journey, journey.stages())).toEqual([{ stage: null, events: 1, customers: 1 }]);
  });
});

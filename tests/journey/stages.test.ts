import { describe, expect, test } from "vitest";
import { countStages } from "../../src/journey/stages.ts";
import type { StageRule } from "../../src/schema/stages.ts";
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

describe("journey.stages() by rules", () => {
  const day = 86_400_000;
  const data = table(
    text("customer", ["a", "a", "a", "a", "a", "b"]),
    numbers("time", [0, day, 3 * day, 4 * day, 20 * day, 0], "time"),
    text("event", ["visit", "purchase", "survey", "purchase", "visit", "visit"]),
    numbers("score", [null, null, 9, null, null, null]),
  );
  const line = mapped("events", data, { score: "score", scale: "nps" });
  const stagesOf = async (stages: StageRule[]) => {
    const { journey } = await build([line], {}, [], { touches: { stages } });
    const { codes, dictionary } = journey.stages();
    return { stages: Array.from(codes, (code) => dictionary[code] ?? null), dictionary, journey };
  };
  const purchase = [{ column: "event", is: "purchase" }];

  test("takes the first rule that an event meets, and says the usual stages in their order", async () => {
    const { stages, dictionary } = await stagesOf([
      { stage: "retention", where: purchase, state: [{ of: "purchases", atLeast: 1 }] },
      { stage: "purchase", where: purchase },
      { stage: "awareness", where: [{ column: "event", is: "visit" }], state: [{ of: "events", atMost: 0 }] },
    ]);
    // By hand: the first purchase has none before it, the second one; the last visit is nobody's first event.
    expect(stages).toEqual(["awareness", "purchase", null, "retention", null, "awareness"]);
    expect(dictionary).toEqual(["awareness", "purchase", "retention"]);
  });

  test("knows of a customer only what earlier events tell", async () => {
    const { stages } = await stagesOf([
      { stage: "lapsed", where: [], state: [{ of: "days_since_purchase", atLeast: 10 }] },
      { stage: "fans", where: [], state: [{ of: "last_nps", atLeast: 9 }] },
      { stage: "new", where: [], state: [{ of: "purchases", atMost: 0 }] },
    ]);
    // The purchase after a day still has none before it; the answer of 9 counts from the event after it; 16 days after the second purchase.
    expect(stages).toEqual(["new", "new", null, "fans", "lapsed", "new"]);
  });

  test("can be used as a column", async () => {
    const { journey } = await stagesOf([{ stage: "purchase", where: purchase }]);
    expect(Array.from(journey.mask([{ column: "stage", is: "purchase" }]))).toEqual([0, 1, 0, 1, 0, 0]);
    expect(journey.groups("stage").names).toEqual([]);
    await expect(stagesOf([{ stage: "x", where: [{ column: "stage", is: "x" }] }])).rejects.toThrow("ask for the stage itself");
  });

  test("counts a purchase after a checkout as the first one", async () => {
    const checkout = table(text("customer", ["a", "a"]), numbers("time", [1, 2], "time"), text("event", ["checkout", "purchase"]));
    const { journey } = await build([mapped("events", checkout)]);
    expect(countStages(journey, journey.stages())).toEqual([{ stage: "purchase", events: 2, customers: 1 }]);
  });
});

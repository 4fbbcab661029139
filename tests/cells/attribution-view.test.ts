import { expect, test } from "vitest";
import { channelCredits, shownMarkov } from "../../src/cells/attribution/lines-figure.ts";
import { shareRange } from "../../src/cells/attribution/words-figure.ts";
import { drawn } from "../../src/figures/drawn.ts";

const main = drawn("group", [
  { name: "model", type: "text", values: ["first", "first", "first", "last", "last", "last"] },
  { name: "channel", type: "text", values: ["ad", "mail", "(none)", "ad", "mail", "(none)"] },
  { name: "share", type: "number", values: [0.1, 0.4, 0.5, 0.3, 0.2, 0.5] },
  { name: "share_lower", type: "number", values: [0.05, 0.35, 0.4, 0.2, 0.1, 0.4] },
  { name: "share_upper", type: "number", values: [0.15, 0.45, 0.6, 0.4, 0.3, 0.6] },
]);

test("channelCredits span all models, the channel that earns most first and conversions without a touch last", () => {
  expect(
    channelCredits(main, { credit: "conversions" }).map(({ channel, least, most, lower, upper }) => [channel, least, most, lower, upper]),
  ).toEqual([
    ["mail", 0.2, 0.4, 0.1, 0.45],
    ["ad", 0.1, 0.3, 0.05, 0.4],
    ["(none)", 0.5, 0.5, 0.4, 0.6],
  ]);
  expect(channelCredits(main, { credit: "value" })).toEqual([]);
});

test("shownMarkov is the order chosen, or the one that foretells held-out paths best", () => {
  const orders = drawn("group", [
    { name: "order", type: "integer", values: [1, 2, 3] },
    { name: "held_out_likelihood", type: "number", values: [-3.2, -3.1, -3.3] },
  ]);
  expect([shownMarkov(orders, { order: "best" }), shownMarkov(orders, { order: "3" })]).toEqual(["markov_2", "markov_3"]);
});

test.each([
  [0.2, 0.32, "20–32%"],
  [0.561, 0.564, "56%"],
  [-0.1, 0.07, "−10 to 7%"],
  [0.002, 0.006, "0.2–0.6%"],
])("shareRange of %d and %d is %s", (least, most, words) => {
  expect(shareRange(least, most, "en")).toBe(words);
});

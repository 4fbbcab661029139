import { expect, test } from "vitest";
import { compact } from "../../../src/figures/formats/compact.ts";
import { counted } from "../../../src/figures/formats/counted.ts";
import { money } from "../../../src/figures/formats/money.ts";
import { fixed, number } from "../../../src/figures/formats/number.ts";
import { hundredths, percent, percentInterval } from "../../../src/figures/formats/percent.ts";
import { span } from "../../../src/figures/formats/span.ts";

// Expected texts are written by hand after the rules of the look: true minus, thousands commas, no space before the per cent sign.

test("number(value) separates thousands and writes a true minus", () => {
  expect(number(-4338.5, "en", 1)).toBe("−4,338.5");
  expect(number(541_909, "en")).toBe("541,909");
  expect(number(541_909, "de")).toBe("541.909");
});

test("number(value) that rounds to nothing has no sign", () => {
  expect(number(-0.001, "en")).toBe("0");
  expect(number(-0, "en")).toBe("0");
});

test("fixed(value) keeps its zeros", () => {
  expect(fixed(12.5, "en", 2)).toBe("12.50");
});

test("percent(share) has no space in English and one in German", () => {
  expect(percent(0.274, "en")).toBe("27%");
  expect(percent(0.247, "en", 1)).toBe("24.7%");
  expect(percent(0.247, "de", 1)).toBe("24,7\u00a0%");
  expect(percent(-0.05, "en")).toBe("−5%");
});

test("percentInterval(lower, upper) is joined by an en dash", () => {
  expect(percentInterval(0.231, 0.265, "en")).toBe("(23.1–26.5)");
  expect(hundredths(0.1, "en", 1)).toBe("10.0");
});

test("money(value) names the currency, with cents only where they matter", () => {
  expect(money(34.9, "EUR", "en")).toBe("€34.90");
  expect(money(1687.4, "GBP", "en")).toBe("£1,687");
  expect(money(-12.5, "USD", "en")).toBe("−$12.50");
  expect(money(12.5, null, "en")).toBe("12.5");
});

test("money(value, currency) with a code nobody knows keeps it behind the number", () => {
  expect(money(12.5, "points", "en")).toBe("12.50\u00a0points");
});

test("compact(value) shortens from a million, or from where it is told", () => {
  expect(compact(412_806, "en")).toBe("412,806");
  expect(compact(4_812_330, "en")).toBe("4.8\u00a0M");
  expect(compact(60_000, "en", 10_000)).toBe("60\u00a0k");
  expect(compact(-2_500_000_000, "en")).toBe("−2.5\u00a0bn");
});

test("compact(value) that rounds up to the next unit takes it", () => {
  expect(compact(999_600_000, "en")).toBe("1\u00a0bn");
});

test("span(ms) uses at most two units", () => {
  expect(span(0.42, "en")).toBe("0.4\u00a0ms");
  expect(span(41, "en")).toBe("41\u00a0ms");
  expect(span(1_900, "en")).toBe("1.9\u00a0s");
  expect(span(250_000, "en")).toBe("4\u00a0min 10\u00a0s");
  expect(span(12_000_000, "en")).toBe("3\u00a0h 20\u00a0min");
  expect(span(3 * 86_400_000, "en")).toBe("3 days");
});

test("span(ms) just below a unit carries over", () => {
  expect(span(3_599_700, "en")).toBe("1\u00a0h");
  expect(span(119_800, "en")).toBe("2\u00a0min");
});

test("counted(count) agrees with its noun", () => {
  expect(counted(1, "customer", "en")).toBe("1 customer");
  expect(counted(4338, "customer", "en")).toBe("4,338 customers");
  expect(counted(2, "entry", "en", "entries")).toBe("2 entries");
});

import { expect, test } from "vitest";
import { annotationWords, markedLines, placedAnnotations } from "../../src/figures/annotations.ts";

const months = ["2025-04-01", "2025-05-01", "2025-06-01"];
const toX = (day: string): number => (Date.parse(day) - Date.parse("2025-01-01")) / 86_400_000;

test("markedLines finds the line in whose period something began", () => {
  const found = markedLines(
    [
      { from: "2025-05-15", text: "Price change" },
      { from: "2025-05-31", text: "Outage" },
      { from: "2025-06-30", text: "Launch" },
    ],
    months,
    "month",
    "en",
  );
  expect(found).toEqual([
    { line: 1, text: "Price change, 15 May 2025; Outage, 31 May 2025", short: "Price change; Outage" },
    { line: 2, text: "Launch, 30 Jun 2025", short: "Launch" },
  ]);
});

test("markedLines leaves out what began before the first line or after the last", () => {
  expect(
    markedLines(
      [
        { from: "2025-03-31", text: "a" },
        { from: "2025-07-05", text: "b" },
      ],
      months,
      "month",
      "en",
    ),
  ).toEqual([]);
});

test("placedAnnotations stands labels that would touch below each other, and cuts what lasts at the ends of the axis", () => {
  const placed = placedAnnotations(
    [
      { from: "2025-01-11", text: "A long campaign with a name" },
      { from: "2025-01-21", to: "2025-12-31", text: "Prices" },
      { from: "2026-06-01", text: "after the end" },
      { from: "2024-06-01", to: "2025-01-05", text: "from before" },
    ],
    toX,
    [0, 300],
  );
  // By hand: days since 1 January; 5 January belongs to what lasted until then, so it ends at the 6th.
  expect(placed.map(({ x, end, level }) => [x, end, level])).toEqual([
    [0, 5, 0],
    [10, null, 1],
    [20, 300, 2],
  ]);
});

test("annotationWords says what is marked, and nothing where nothing is", () => {
  expect(annotationWords([])).toBe("");
  expect(annotationWords([{ line: 0, text: "Launch, 30 Jun 2025", short: "Launch" }])).toBe(" Marked: Launch, 30 Jun 2025.");
});

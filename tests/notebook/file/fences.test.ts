import { expect, test } from "vitest";
import { closes, fenceAround, isCellFence, openingFence } from "../../../src/notebook/file/fences.ts";

// After CommonMark 0.31, §4.5, but for column 0.

test("openingFence(line) takes a fence apart", () => {
  expect(openingFence("```cell retention comeback")).toEqual({ mark: "`", length: 3, info: "cell retention comeback" });
  expect(openingFence("~~~~  js `x` ")).toEqual({ mark: "~", length: 4, info: "js `x`" });
});

test.each(["``", "``` `x`", " ```", "words", ""])("openingFence(%j) is null", (line) => {
  expect(openingFence(line)).toBeNull();
});

test("closes(line, fence) needs the same mark, as many of them, and nothing behind", () => {
  const fence = openingFence("````")!;
  expect(["````", "`````", "   ````", "```` \t\r"].map((line) => closes(line, fence))).toEqual([true, true, true, true]);
  expect(["```", "~~~~", "    ````", "```` x", ""].map((line) => closes(line, fence))).toEqual([false, false, false, false, false]);
});

test("isCellFence(fence) asks for the whole word", () => {
  expect(["```cell a b", "``` cell", "```cellar a b", "```js cell"].map((line) => isCellFence(openingFence(line)!))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test("fenceAround(lines) is longer than any run that begins a line", () => {
  expect(fenceAround(["a: `````"])).toBe("```");
  expect(fenceAround(["a: |", "  ````"])).toBe("`````");
});

import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { shortened, textWidth } from "../../src/figures/text-width.ts";

test("shortened(text, width) keeps what fits", () => {
  expect(shortened("app live", 200, 12)).toBe("app live");
});

property.prop([fc.string({ minLength: 2, maxLength: 60 }), fc.integer({ min: 40, max: 300 })])(
  "shortened(text, width) fits the width and says where it was cut",
  (text, width) => {
    const short = shortened(text, width, 12);
    expect(textWidth(short, 12)).toBeLessThanOrEqual(width);
    expect(short === text || short.endsWith("…")).toBe(true);
  },
);

import { expect, test } from "vitest";
import { conflictsIn, side } from "../../../src/notebook/file/conflicts.ts";

const text = "a\n<<<<<<< HEAD\n1\n||||||| base\n0\n=======\n2\n>>>>>>> theirs\nb";

test("side(text) is one version, without the marks and the ancestor", () => {
  expect(side(text, "ours")).toBe("a\n1\nb");
  expect(side(text, "theirs")).toBe("a\n2\nb");
});

test("conflictsIn(lines) takes only whole conflicts, from the last mark that begins one", () => {
  expect(conflictsIn(text.split("\n"))).toEqual(new Map([[1, 7]]));
  expect(conflictsIn(["<<<<<<< a", ">>>>>>> b", "=======", "<<<<<<< a", "<<<<<<< a", "=======", ">>>>>>> b"])).toEqual(new Map([[4, 6]]));
});

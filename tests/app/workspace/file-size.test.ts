import { expect, test } from "vitest";
import { fileSize } from "../../../src/app/workspace/file-size.ts";

// By hand, in thousands of bytes.
test.each([
  [0, "0 B"],
  [999, "999 B"],
  [64_000, "64 kB"],
  [4_200_000, "4.2 MB"],
  [38_100_000, "38 MB"],
  [2_500_000_000, "2.5 GB"],
])("fileSize says %d bytes in a few characters", (bytes, words) => {
  expect(fileSize(bytes).replace("\u00a0", " ")).toBe(words);
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openNotebook } from "../../src/notebook/open.ts";
import { serialize } from "../../src/notebook/file/serialize.ts";
import { runNotebook } from "../cells/laboratory.ts";

const folder = join(import.meta.dirname, "../../notebooks");
const names = readdirSync(folder).filter((name) => name.endsWith(".journey.md"));

describe.each(names)("%s", (name) => {
  const text = readFileSync(join(folder, name), "utf8");

  test("opens without a notice", () => {
    expect(openNotebook(text).notices).toEqual([]);
  });

  test("is saved as the bytes it is", () => {
    expect(serialize(openNotebook(text).notebook)).toBe(text);
  });

  test("runs on the sample until every cell is done", async () => {
    const { states } = await runNotebook(text);
    expect([...states.values()].filter((state) => state.state !== "done").map((state) => [state.name, state.state, state.problem?.problem])).toEqual(
      [],
    );
  });
});

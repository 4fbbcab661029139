import { describe, expect, test } from "vitest";
import { catalog } from "../../src/cells/catalog.ts";
import { choosing, controlsOf, followed } from "../../src/notebook/controls.ts";
import { renameCell } from "../../src/notebook/edit/rename-cell.ts";
import { setParams } from "../../src/notebook/edit/set-params.ts";
import { serialize } from "../../src/notebook/file/serialize.ts";
import type { CellBlock, Notebook } from "../../src/notebook/notebook.ts";
import { openNotebook } from "../../src/notebook/open.ts";
import type { Json } from "../../src/schema/json.ts";
import { columnOf } from "../../src/schema/table.ts";
import { scalarAt } from "../../src/schema/scalar.ts";
import { foundation, runNotebook } from "./laboratory.ts";

const controls = [
  '{"name":"period","kind":"grain","label":"Grain","options":["month","quarter"],"value":"quarter"}',
  '{"name":"via","kind":"channel","from":"customers","column":"channel","value":"app"}',
  '{"name":"who","kind":"segment","from":"loyal","value":null}',
  '{"name":"reach","kind":"number","min":1,"max":12,"value":4}',
];
const cell = (lines: readonly string[], name = "choices") =>
  `\`\`\`cell controls ${name}\ncontrols:\n${lines.map((line) => `  - ${line}`).join("\n")}\n\`\`\`\n`;
const follower = (name: string, body: string) =>
  `\`\`\`cell retention ${name}\nfrom: "customers"\nreturn:\n  - {"column":"event","is":"purchase"}\n${body}\n\`\`\`\n`;
const read = (text: string): Notebook => openNotebook(text).notebook;
const paramsOf = (notebook: Notebook, name: string): Record<string, Json> =>
  notebook.blocks.find((block): block is CellBlock => block.type === "cell" && block.name === name)!.params;

describe("a parameter that follows a control", () => {
  test("has the control's value: a choice as it is, a channel as the condition that keeps it", () => {
    const { notebook, problems } = followed(
      read(cell(controls) + follower("a", 'grain: {"control":"period"}\nwhere: {"control":"via"}\nhorizon: {"control":"reach"}')),
      catalog,
    );
    expect(problems.size).toBe(0);
    expect(paramsOf(notebook, "a")).toMatchObject({ grain: "quarter", where: [{ column: "channel", is: "app" }], horizon: 4 });
  });

  test("has its default where nothing is chosen, and the segment's condition where one is", () => {
    const open = read(cell(controls) + follower("a", 'where: {"control":"who"}'));
    expect(paramsOf(followed(open, catalog).notebook, "a")).not.toHaveProperty("where");
    const chosen = choosing(open, new Map([["who", "regulars"]]), catalog);
    expect(paramsOf(followed(chosen, catalog).notebook, "a")["where"]).toEqual([{ in: { cell: "loyal", segment: "regulars" } }]);
  });

  test.each([
    ["no such control", 'grain: {"control":"nobody"}', '"grain" follows "nobody", and there is no such control.'],
    ["a control of another type", 'grain: {"control":"via"}', '"grain" follows "via", and a channel control cannot set it.'],
    ["a value it does not take", 'measure: {"control":"period"}', '"measure" follows "period", which gives a value it does not take.'],
    ["a type that follows none", 'return: {"control":"period"}', "grain control cannot set it."],
  ])("says so with %s", (_, body, words) => {
    const text = cell(controls) + follower("a", body).replace(/return:\n.*\n(?=return)/, "");
    expect([...followed(read(text), catalog).problems.values()][0]!.problem).toContain(words);
  });

  test("says where a name is given twice", () => {
    const text = cell(controls) + cell(controls.slice(0, 1), "more") + follower("a", 'grain: {"control":"period"}');
    const [problem] = followed(read(text), catalog).problems.values();
    expect(problem).toEqual({
      problem: '"grain" follows "period", and a control of that name is in choices and in more.',
      remedy: "Give one of them another name.",
      param: "grain",
    });
  });

  test("follows it to a new name, and keeps it when a cell is renamed", () => {
    const notebook = read(cell(controls) + follower("a", 'grain: {"control":"period"}'));
    const lines = controlsOf(notebook, catalog).map((line) => (line.name === "period" ? { ...line, name: "span" } : line));
    const renamed = setParams(notebook, "choices", { controls: lines as unknown as Json });
    expect(paramsOf(renamed, "a")["grain"]).toEqual({ control: "span" });
    expect(paramsOf(renameCell(renamed, "choices", "span"), "a")["grain"]).toEqual({ control: "span" });
  });

  test("keeps its control when another is taken out, and says so when its own is", () => {
    const notebook = read(cell(controls) + follower("a", 'grain: {"control":"period"}'));
    const left = (names: readonly string[]) =>
      setParams(notebook, "choices", {
        controls: controlsOf(notebook, catalog).filter(({ name }) => names.includes(name)) as unknown as Json,
      });
    expect(followed(left(["period", "via"]), catalog).problems.size).toBe(0);
    expect([...followed(left(["via", "who"]), catalog).problems.values()][0]!.problem).toContain("there is no such control");
  });
});

describe("a controls cell", () => {
  test("is written as it is read, with its keys in one order", () => {
    const text = `---\nformat: 1\n---\n\n${cell(controls)}`;
    expect(serialize(read(text))).toBe(text);
  });

  test("reads the cells its values come from, and follows their names", () => {
    const notebook = read(foundation() + cell(controls));
    const renamed = renameCell(notebook, "customers", "people");
    expect((paramsOf(renamed, "choices")["controls"] as { from?: string }[])[1]!.from).toBe("people");
  });

  test.each([
    ["a value that is no option", '{"name":"a","kind":"grain","options":["week"],"value":"year"}', 'one of "week"'],
    ["a number out of its bounds", '{"name":"a","kind":"number","min":1,"max":3,"value":9}', "a number from 1 to 3"],
    ["an unknown kind", '{"name":"a","kind":"slider","value":9}', "one of grain"],
    ["a name that is none", '{"name":"A b","kind":"text","value":""}', "small letters"],
    ["dates that are none", '{"name":"a","kind":"dates","value":["2025-13-01",null]}', "two dates"],
  ])("says so with %s", async (_, line, words) => {
    const run = await runNotebook(cell([line]));
    expect(run.states.get("choices")).toMatchObject({ state: "invalid" });
    expect(run.states.get("choices")!.problem!.problem).toContain(words);
  });

  test("has one choice change two cells and no other, and remembers what was computed before", async () => {
    const both =
      follower("a", 'grain: {"control":"period"}\nreplicates: 0') + follower("b", 'grain: {"control":"period"}\nhorizon: 3\nreplicates: 0');
    const text = foundation() + cell(controls.slice(0, 2)) + both + follower("c", 'grain: "month"\nreplicates: 0');
    const [quarter, month] = [await runNotebook(text), await runNotebook(text.replace('"value":"quarter"', '"value":"month"'))];
    const keys = (run: typeof quarter) => ["a", "b", "c"].map((name) => run.states.get(name)!.key);
    expect(quarter.states.get("a")!.problem).toBeNull();
    expect(keys(quarter)[0]).not.toBe(keys(month)[0]);
    expect(keys(quarter)[1]).not.toBe(keys(month)[1]);
    expect(keys(quarter)[2]).toBe(keys(month)[2]);
    // Followed or written, the value is the same, and so is the result.
    expect(keys(month)[0]).toBe((await runNotebook(text.replace('grain: {"control":"period"}', 'grain: "month"'))).states.get("a")!.key);
    const main = quarter.states.get("choices")!.result!.tables["main"]!;
    expect([0, 1].map((row) => scalarAt(columnOf(main, "value")!, row))).toEqual(["quarter", "app"]);
  });
});

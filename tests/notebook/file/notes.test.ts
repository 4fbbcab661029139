import { describe, expect, test } from "vitest";
import { insertCell } from "../../../src/notebook/edit/insert-cell.ts";
import { insertNote } from "../../../src/notebook/edit/insert-note.ts";
import { pasteText } from "../../../src/notebook/edit/paste-text.ts";
import { renameCell } from "../../../src/notebook/edit/rename-cell.ts";
import { setNote } from "../../../src/notebook/edit/set-note.ts";
import { parse } from "../../../src/notebook/file/parse.ts";
import { serialize } from "../../../src/notebook/file/serialize.ts";
import { counterAfter } from "../../../src/notebook/ids.ts";
import { smallCatalog } from "../small-catalog.ts";

const head = "---\nformat: 1\n---\n\n";
const comment = '```comment\nabout: "orders"\ntext: "Is July a holiday?"\nby: "Ana"\nmood: "curious"\n```\n';
const decision =
  '```decision\nabout: "orders.columns"\nfinding: "Second orders come late."\nchange: "Write after two weeks."\nowner: "Ben"\nstatus: "decided"\nresult: ""\n```\n';
const cell = '```cell load orders\nfile: "a.csv"\n```\n';

const read = (text: string) => parse(text, smallCatalog).notebook;

describe("a comment and a decision", () => {
  test("are blocks of their own, are written as they stand, and keep keys of the future", () => {
    const text = `${head}${comment}\n${decision}`;
    const notebook = read(text);
    expect(notebook.blocks.map(({ type }) => type)).toEqual(["note", "note"]);
    expect(notebook.blocks[0]).toMatchObject({ kind: "comment", params: { by: "Ana" }, extra: ['mood: "curious"'] });
    expect(serialize(notebook, smallCatalog)).toBe(text);
  });

  test("are written in one order, whatever the order they came in", () => {
    const text = serialize(read(`${head}\`\`\`decision\nstatus: "done"\nfinding: "It is late."\n\`\`\`\n`), smallCatalog);
    expect(text).toBe(`${head}\`\`\`decision\nfinding: "It is late."\nchange: ""\nstatus: "done"\nresult: ""\n\`\`\`\n`);
  });

  test("that cannot be read are kept byte for byte and say why", () => {
    const text = `${head}\`\`\`comment\nJust words.\n\`\`\`\n`;
    const [block] = read(text).blocks;
    expect(block).toMatchObject({ type: "unknown", kind: "comment", reason: "body", name: null });
    expect(serialize(read(text), smallCatalog)).toBe(text);
  });

  test("with more behind the word are prose, as is one that is indented", () => {
    expect(read(`${head}\`\`\`comment on this\ntext\n\`\`\`\n`).blocks.map(({ type }) => type)).toEqual(["prose"]);
    expect(read(`${head} \`\`\`decision\n text: 1\n \`\`\`\n`).blocks.map(({ type }) => type)).toEqual(["prose"]);
  });

  test("follow the cell they are about when it is renamed, also by one of its tables", () => {
    const renamed = renameCell(read(`${head}${cell}\n${comment}\n${decision}`), "orders", "purchases", smallCatalog);
    const text = serialize(renamed, smallCatalog);
    expect(text).toContain('about: "purchases"\n');
    expect(text).toContain('about: "purchases.columns"\n');
  });

  test("that are pasted with their cell follow it to the name it gets", () => {
    const notebook = read(`${head}${cell}`);
    const pasted = pasteText(notebook, null, `${cell}\n${comment}`, counterAfter(notebook), smallCatalog);
    expect(serialize(pasted, smallCatalog)).toContain('about: "orders_2"');
  });

  test("are put below a block, changed line by line, and refuse lines they do not have", () => {
    const nextId = counterAfter(read(head));
    const begun = insertCell(read(head), null, { kind: "load", name: "orders" }, nextId, smallCatalog);
    const notebook = insertNote(begun, "orders", "comment", { about: "orders" }, nextId);
    const { id } = notebook.blocks[1]!;
    const said = setNote(notebook, id, { text: "Late.", about: undefined });
    expect(said.blocks[1]).toMatchObject({ params: { text: "Late." } });
    expect(setNote(said, id, { text: "Late." })).toBe(said);
    expect(() => setNote(notebook, id, { finding: "x" })).toThrow('comment has no parameter "finding"');
    expect(() => setNote(notebook, notebook.blocks[0]!.id, { text: "x" })).toThrow("no comment");
  });
});

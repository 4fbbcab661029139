import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { findPlaces } from "../../../src/app/find/find-places.ts";
import { isReplaceable, replaced, replacePlaces } from "../../../src/app/find/replace-places.ts";
import { openNotebook } from "../../../src/notebook/open.ts";

const fence = "```";
const { notebook } = openNotebook(
  [
    '---\nformat: 1\ntitle: "Who buys?"\n---\n',
    "Those who buy once\nseldom buy again.\n",
    `${fence}cell source buy_rows\nfile: "buy.csv"\n${fence}\n`,
    `${fence}cell table paid\nfrom: "buy_rows"\nverbs:\n  - {"filter":"event == \\"Buy\\""}\n${fence}\n`,
  ].join("\n"),
);
const wanted = { text: "buy", matchCase: false };

test("findPlaces goes through the title, prose line by line, names and the texts of parameters", () => {
  const found = findPlaces(notebook, wanted).map(({ where, label, at }) => [where, label, at.length]);
  expect(found).toEqual([
    ["title", "title", 1],
    ["prose", "text", 1],
    ["prose", "text", 1],
    ["name", "name of the source cell", 1],
    ["parameter", "file of buy_rows", 1],
    ["parameter", "from of paid", 1],
    ["parameter", "verbs of paid", 1],
  ]);
});

test("findPlaces matches capitals only where it is told to", () => {
  expect(findPlaces(notebook, { text: "Buy", matchCase: true }).map(({ label }) => label)).toEqual(["verbs of paid"]);
  expect(findPlaces(notebook, { text: "", matchCase: false })).toEqual([]);
});

test("replacePlaces changes prose and parameters, and leaves names to renaming", () => {
  const places = findPlaces(notebook, wanted);
  const done = replacePlaces(notebook, places, wanted, "sell");
  expect(done.front.title).toBe("Who sells?");
  expect(done.blocks[0]).toMatchObject({ text: "Those who sell once\nseldom sell again." });
  expect(done.blocks[1]).toMatchObject({ name: "buy_rows", params: { file: "sell.csv" } });
  expect(done.blocks[2]).toMatchObject({ params: { verbs: [{ filter: 'event == "sell"' }] } });
  expect(places.filter((place) => !isReplaceable(place)).map(({ where }) => where)).toEqual(["name"]);
});

test("replacePlaces changes only the places it is given", () => {
  const [, first] = findPlaces(notebook, wanted);
  const done = replacePlaces(notebook, [first!], wanted, "sell");
  expect(done.blocks[0]).toMatchObject({ text: "Those who sell once\nseldom buy again." });
  expect(done.blocks.slice(1)).toEqual(notebook.blocks.slice(1));
});

property.prop([fc.array(fc.constantFrom("ab", "c", "x", " ")), fc.string({ maxLength: 4 })])(
  "replaced is what String.replaceAll gives",
  (parts, by) => {
    const text = parts.join("");
    const book = { front: { format: 1, title: text, unknown: [] }, blocks: [] };
    const [place] = findPlaces(book, { text: "ab", matchCase: true });
    expect(place === undefined ? text : replaced(place, { text: "ab", matchCase: true }, by)).toBe(text.replaceAll("ab", () => by));
  },
);

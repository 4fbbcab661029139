import { expect, test } from "vitest";
import { namesOne, withoutIds, withoutMentions } from "../../../src/app/remove/mentions.ts";
import { parse } from "../../../src/notebook/file/parse.ts";
import { serialize } from "../../../src/notebook/file/serialize.ts";

test("an id is named as a whole word only, an address in any case", () => {
  expect(namesOne("Customer c17 wrote.", ["c17"])).toBe(true);
  expect(namesOne("Customers c170 and abc17 wrote.", ["c17"])).toBe(false);
  expect(withoutIds("Ida@Mail.example, c17; C17", ["ida@mail.example", "c17"])).toBe("[customer removed], [customer removed]; [customer removed]");
  expect(withoutIds("c17 and C17", ["c17"])).toBe("[customer removed] and C17");
  expect(withoutIds("a.b|c (1)", ["a.b|c"])).toBe("[customer removed] (1)");
});

test("a notebook no longer names them in its title, words, comments, decisions and parameters", () => {
  const text = [
    '---\nformat: 1\ntitle: "Why c17 left"\n---\n',
    "Ask c17.\n",
    '```cell retention comeback\nfrom: "customers"\nwhere:\n  - {"column":"customer_id","is":"c17"}\n```\n',
    '```comment\ntext: "c17 again"\nnote: "c17"\n```\n',
    '```decision\nfinding: "c17 wrote"\n```\n',
    "```comment\nfree words on c17\n```\n",
  ].join("\n");
  const cleaned = serialize(withoutMentions(parse(text).notebook, ["c17"]));
  expect(cleaned).not.toContain("c17");
  expect(cleaned.match(/\[customer removed\]/g)).toHaveLength(7);
});

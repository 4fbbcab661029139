import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { serialize } from "../../../src/notebook/file/serialize.ts";
import { openNotebook } from "../../../src/notebook/open.ts";
import { gateText } from "../../../src/share/gate/gate-text.ts";

const notebook = (body: string) => `---\nformat: 1\ntitle: "What Ida asked, ida@mail.example"\n---\n\n${body}\n`;

describe("a notebook's text on its way out", () => {
  test("has marks in place of what it says about persons, in prose, title and parameters", () => {
    const { text, removed } = gateText(
      notebook(
        'Call +49 30 23125 000.\n\n```cell retention comeback\nfrom: "customers"\nwhere:\n  - {"column":"note","contains":"uwe.urban3@example.org"}\ngrain: "month"\n```',
      ),
    );
    expect(text).toContain('title: "What Ida asked, [e-mail removed]"');
    expect(text).toContain("Call [phone removed].");
    expect(text).toContain('"contains":"[e-mail removed]"');
    expect(text).not.toMatch(/@|23125/);
    expect(removed).toEqual([
      { what: "e-mail addresses", count: 1, why: expect.any(String) },
      { what: "phone numbers", count: 1, why: expect.any(String) },
      { cell: "comeback", what: "e-mail addresses", count: 1, why: expect.any(String) },
    ]);
  });

  test("names no customer in conditions, picked marks, formulas and parameters", () => {
    const { text } = gateText(
      notebook(
        [
          '```cell retention one\nfrom: "customers"\nwhere:\n  - {"any":[{"column":"customer","is":"c_10000"},{"column":"customer_id","in":["c_10001","c_10002"]}]}\n  - {"column":"country","is":"DE"}\n```',
          '```cell table two\nfrom: "orders"\nverbs:\n  - {"filter":"customer_id == \\"c_10003\\" && country == \\"DE\\""}\n```',
          '```cell segment three\nfrom: "customers"\nsegments:\n  - {"name":"picked","rules":[{"in":{"cell":"worth","table":"assignment","row":{"customer":"c_10004","segment":"Lost"}}}]}\n```',
          '```cell timeline four\nfrom: "customers"\ncustomer: "c_10005"\n```',
        ].join("\n\n"),
      ),
    );
    expect(text).not.toMatch(/c_1000\d/);
    expect(text).toContain('"is":"DE"');
    expect(text).toContain('country == \\"DE\\"');
    expect(text).toContain('"segment":"Lost"');
  });

  test("has marks in comments and decisions, and in those that cannot be read", () => {
    const { text, removed } = gateText(
      notebook(
        [
          '```comment\ntext: "Ask uwe.urban3@example.org about it"\nby: "Ana"\ntopic: "+49 30 23125 000"\n```',
          '```decision\nfinding: "ida@mail.example wrote twice"\nchange: "Call +49 30 23125 000"\n```',
          "```comment\nida@mail.example said so\n```",
        ].join("\n\n"),
      ),
    );
    expect(text).not.toMatch(/@|23125/);
    expect(text).toContain('text: "Ask [e-mail removed] about it"');
    expect(text).toContain('by: "Ana"');
    expect(removed.reduce((sum, { count = 0 }) => sum + count, 0)).toBe(6);
  });

  test("keeps which columns of which tables a journey reads", () => {
    const journey =
      '```cell journey customers\nevents:\n  - {"from":"paid","customer":["customer_id","email"],"time":"ordered_at","event":"=purchase"}\nattributes:\n  - {"from":"crm","customer":"id","columns":["country"]}\n```';
    const before = serialize(openNotebook(notebook(journey).replace("ida@mail.example", "")).notebook);
    expect(gateText(before)).toEqual({ text: before, removed: [] });
  });

  test("keeps the names of columns that join tables", () => {
    const { text } = gateText(
      '```cell table t\nfrom: "orders"\nverbs:\n  - {"join":{"from":"crm","on":{"customer_id":"id"}}}\n  - {"rename":{"customer_id":"buyer"}}\n```\n',
    );
    expect(text).toContain('"on":{"customer_id":"id"}');
    expect(text).toContain('"rename":{"customer_id":"buyer"}');
  });

  const line = fc.constantFrom(
    "# Head",
    "ida@mail.example",
    "Dear Ida,",
    "```cell x",
    "```",
    '  - {"column":"customer","is":"c_1"}',
    "---",
    "<!-- cell -->",
    "+49 30 23125 000",
    "",
  );
  property.prop([fc.array(line, { maxLength: 12 })])("stays a notebook in canonical form, and gating it again changes nothing", (lines) => {
    const { text } = gateText(lines.join("\n"));
    expect(serialize(openNotebook(text).notebook)).toBe(text);
    expect(gateText(text).text).toBe(text);
    expect(text).not.toContain("ida@mail");
  });
});

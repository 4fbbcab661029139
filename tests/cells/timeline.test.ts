import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { timeAxis } from "../../src/cells/timeline/axis-figure.ts";
import { compute } from "../../src/cells/timeline/compute.ts";
import { clusters, labels } from "../../src/cells/timeline/lane-figure.ts";
import { params as schema, suggest } from "../../src/cells/timeline/params.ts";
import { amountsSaid, eventsSaid, happenings } from "../../src/cells/timeline/read-figure.ts";
import type { DataTable } from "../../src/data/data-table.ts";
import { drawn } from "../../src/figures/drawn.ts";
import { textWidth } from "../../src/figures/text-width.ts";
import type { Json } from "../../src/schema/json.ts";
import { resolve } from "../../src/schema/parameters.ts";
import { fileOf, runNotebook } from "./laboratory.ts";
import { around, journeyOf, rowsOf, type Happening } from "./retention-run.ts";

const events: Happening[] = [
  { customer: "ann", at: "2025-01-01T10:00:00Z", event: "visit", channel: "app", value: null },
  { customer: "ann", at: "2025-01-01T10:10:00Z", event: "purchase", channel: "web", value: 20 },
  { customer: "ann", at: "2025-01-03T12:00:00Z", event: "support", channel: "mail", value: null },
  { customer: "bob", at: "2025-01-02T10:00:00Z", event: "visit", channel: "web", value: null },
  { customer: "bob", at: "2025-01-05T10:00:00Z", event: "purchase", channel: "app", value: 30 },
  { customer: "cid", at: "2025-02-20T10:00:00Z", event: "visit", channel: "secret", value: null },
];
const theme = { width: 752, locale: "en", currency: "EUR", level: 0.95, timezone: "UTC" };

async function show(more: Record<string, Json> = {}, risks?: DataTable) {
  const { inputs, job } = around(await journeyOf(events));
  return compute(risks === undefined ? inputs : { ...inputs, table: () => risks }, resolve(schema, { from: "journey", ...more }), job);
}

const eventsOf = async (more: Record<string, Json>, risks?: DataTable) =>
  rowsOf((await show(more, risks)).tables["main"]!).map((row) => row["event"]);

describe("a timeline", () => {
  test("has one customer's events in the order of time, with stage, source and session", async () => {
    const { tables, n, facts } = await show();
    // By hand: ten minutes are one session, two days another; support after a purchase is retention.
    expect(rowsOf(tables["main"]!).map((row) => [row["event"], row["channel"], row["stage"], row["source"], row["session"], row["value"]])).toEqual([
      ["visit", "app", "awareness", "events", 1, null],
      ["purchase", "web", "purchase", "events", 1, 20],
      ["support", "mail", "retention", "events", 2, null],
    ]);
    expect(n).toBe(3);
    expect(facts[0]).toMatchObject({ text: "Customer 1 of 3: 3 events from 1 source in 2 days", holds: true });
  });

  test("says neither who it is nor anything of others, unless asked", async () => {
    expect(JSON.stringify(await show())).not.toMatch(/"ann|bob|secret/);
    const shown = await show({ show_identity: true });
    expect(shown.facts[0]!.text).toBe("ann, customer 1 of 3: 3 events from 1 source in 2 days");
    expect(shown.tables["main"]!.columns.find(({ name }) => name === "customer")).toMatchObject({ role: "customer", dictionary: ["ann"] });
    expect(shown.tables["main"]!.columns.find(({ name }) => name === "comment")!.role).toBe("verbatim");
  });

  test("counts an event in every stage and source there is, also where there is none", async () => {
    const { tables } = await show({ position: 3 });
    expect(rowsOf(tables["sources"]!)).toEqual([{ source: "events", events: 1 }]);
    expect(rowsOf(tables["stages"]!).map((row) => row["events"])).toEqual([1, 0, 0, 0, 0]);
  });

  test("goes to the customers before and behind, around at the ends", async () => {
    const steps = async (more: Record<string, Json>) => (await show(more)).actions!.map(({ params }) => params["position"]);
    expect(await steps({ position: 2 })).toEqual([1, 3]);
    expect(await steps({ position: 1 })).toEqual([3, 2]);
    expect(await steps({ position: 3 })).toEqual([2, 1]);
    expect((await show({ segment: [{ column: "customer", is: "bob" }] })).actions).toEqual([]);
  });

  test("orders customers by events, value and risk, and those of a segment only", async () => {
    // By hand: ann has 3 events, bob paid 30, cid is at the highest risk.
    const risks = drawn("customer", [
      { name: "customer", type: "text", values: ["cid", "ann"] },
      { name: "probability", type: "number", values: [0.9, 0.2] },
    ]);
    expect((await eventsOf({ order: "events" })).length).toBe(3);
    expect((await eventsOf({ order: "value" })).length).toBe(2);
    expect((await eventsOf({ order: "risk", risk: "scores" }, risks)).length).toBe(1);
    expect((await show({ order: "risk", risk: "scores" }, risks)).facts[1]!.text).toBe("The risk of leaving is put at 90%");
    expect((await show({ segment: [{ column: "event", is: "purchase" }], position: 2 })).facts[0]!.text).toMatch(/^Customer 2 of 2: 2 events/);
  });

  test("finds a customer by id or a part of it, in any case, and steps into the segment from outside", async () => {
    expect(await eventsOf({ customer: "CI" })).toEqual(["visit"]);
    const outside = await show({ customer: "cid", segment: [{ column: "event", is: "purchase" }] });
    expect(outside.facts[0]!.text).toBe("The customer looked for: 1 event from 1 source at one moment");
    expect(outside.actions!.map(({ params }) => params)).toEqual([
      { position: 2, customer: null },
      { position: 1, customer: null },
    ]);
  });

  test.each<[Record<string, Json>, string]>([
    [{ customer: "zoe" }, 'Nobody is called "zoe".'],
    [{ position: 9 }, "There is no customer 9: there are 3."],
    [{ segment: [{ column: "event", is: "nothing" }] }, "No customer meets the conditions."],
    [{ order: "risk" }, "There is no risk to order by."],
  ])("%j is told: %s", async (more, problem) => {
    await expect(show(more)).rejects.toThrow(problem);
  });

  test("reads sources by their names, and steps through a segment cell", async () => {
    const orders = "who,at,what\nann,2025-01-01 10:00,buy\nbob,2025-01-02 10:00,buy\nbob,2025-01-03 10:00,look\n";
    const { states } = await runNotebook(
      [
        "---\nformat: 1\n---\n",
        '```cell source raw\nfile: "raw.csv"\n```\n',
        '```cell journey people\nevents:\n  - {"from":"raw","customer":"who","time":"at","event":"what"}\n```\n',
        '```cell segment lookers\nfrom: "people"\nsegments:\n  - {"name":"looked","rules":[{"did":[{"column":"event","is":"look"}]}]}\n```\n',
        '```cell timeline one\nfrom: "people"\nsegment:\n  - {"in":{"cell":"lookers","segment":"looked"}}\n```\n',
      ].join("\n"),
      fileOf("raw.csv", orders),
    );
    expect(states.get("one")!.problem).toBeNull();
    expect(states.get("one")!.result!.facts[0]!.text).toBe("Customer 1 of 1: 2 events from 1 source within two days");
    expect(states.get("one")!.result!.tables["main"]!.columns.find(({ name }) => name === "source")!.dictionary).toEqual(["raw"]);
  });
});

describe("timeAxis(times)", () => {
  test("cuts the pause that would take most of the line", () => {
    // By hand: 980 of 1000 are cut to 44 px, which leaves 300 px for 20.
    const { breaks, toX } = timeAxis([0, 10, 20, 1000], 0, 344);
    expect(breaks).toEqual([{ x1: 300, x2: 344, ms: 980 }]);
    expect([0, 10, 20, 1000].map(toX)).toEqual([0, 150, 300, 344]);
  });

  test("cuts nothing of even times, of two times, or of one", () => {
    expect(timeAxis([0, 10, 20, 30, 40], 0, 100).breaks).toEqual([]);
    expect([0, 1000].map(timeAxis([0, 1000], 0, 100).toX)).toEqual([0, 100]);
    expect(timeAxis([7], 5, 100).toX(7)).toBe(5);
  });

  property.prop([fc.uniqueArray(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 30 })])(
    "keeps the order and stays on the line",
    (unsorted) => {
      const times = unsorted.toSorted((a, b) => a - b);
      const { toX, breaks } = timeAxis(times, 20, 700);
      const places = times.map(toX);
      expect(places.every((x, at) => x >= 20 - 1e-6 && x <= 700 + 1e-6 && (at === 0 || x >= places[at - 1]! - 1e-6))).toBe(true);
      expect(breaks.length).toBeLessThanOrEqual(6);
    },
  );
});

describe("the names of marks", () => {
  test("clusters(places) puts together what would cover each other", () => {
    const at = (x: number, row: number) => ({ x, row });
    expect(clusters([at(0, 0), at(5, 1), at(12, 2), at(13, 3), at(40, 4)])).toEqual([
      { x: 0, rows: [0, 1, 2] },
      { x: 13, rows: [3] },
      { x: 40, rows: [4] },
    ]);
  });

  const mark = fc.record({ x: fc.integer({ min: 100, max: 640 }), text: fc.string({ minLength: 1, maxLength: 30 }) });
  property.prop([fc.array(mark, { maxLength: 40 })])(
    "labels(marks) covers no words with words, and crosses none with a line to others",
    (unsorted) => {
      const marks = unsorted.toSorted((a, b) => a.x - b.x);
      const placed = labels(marks, 752).map((label, at) => ({ ...label, x: marks[at]!.x, end: marks[at]!.x + textWidth(label.text, 11.5) }));
      for (const [at, one] of placed.entries()) {
        for (const other of placed.slice(at + 1)) {
          if (one.level === null || other.level === null || other.x >= one.end) continue;
          expect(one.level).toBeGreaterThan(other.level);
        }
      }
      expect(placed.every(({ end }) => end <= 752 + 12)).toBe(true);
    },
  );

  test("say the most frequent events first, what was paid and how it was rated", () => {
    const main = drawn("event", [
      { name: "time", type: "time", values: [1, 2, 3, 4] },
      { name: "event", type: "text", values: ["view_product", "view_product", "cart", "pay"] },
      { name: "value", type: "number", values: [null, null, null, 54] },
      { name: "score", type: "number", values: [null, 9, null, null] },
    ]);
    const some = happenings(main);
    expect(eventsSaid(some, 2)).toBe("view product ×2, cart +1");
    expect(amountsSaid(some, theme)).toBe("€54.00, score 9");
    expect(amountsSaid(some.slice(0, 1), theme)).toBe("");
  });
});

test("suggest() offers one customer where each has several events", () => {
  const shape = { name: "j", provides: "journey", columns: [] } as const;
  expect(suggest({ ...shape, columns: [], rows: 40, customers: 10 })[0]!.params).toEqual({ from: "j", order: "events" });
  expect(suggest({ ...shape, columns: [], rows: 20, customers: 10 })).toEqual([]);
});

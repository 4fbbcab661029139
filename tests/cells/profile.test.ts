import { beforeAll, describe, expect, test } from "vitest";
import { compute, members } from "../../src/cells/profile/compute.ts";
import { params as schema } from "../../src/cells/profile/params.ts";
import { suggest } from "../../src/cells/profile/params.ts";
import type { CellOutput, Inputs } from "../../src/cells/cell.ts";
import type { DataTable } from "../../src/data/data-table.ts";
import { drawn } from "../../src/figures/drawn.ts";
import { members as membersOf } from "../../src/schema/bitset.ts";
import { UserError } from "../../src/schema/errors.ts";
import type { Json } from "../../src/schema/json.ts";
import { resolve } from "../../src/schema/parameters.ts";
import { random } from "../../src/analysis/random/random.ts";
import { fileOf, runNotebook, type Run } from "./laboratory.ts";
import { around, journeyOf, rowsOf, type Happening } from "./retention-run.ts";

const utc = (text: string): number => Date.parse(`${text}Z`);

async function look(tables: Record<string, DataTable>, more: Record<string, Json> = {}): Promise<CellOutput> {
  const { job } = around(await journeyOf([{ customer: "a", at: 0 }]));
  const none = () => {
    throw new UserError("It is a table.", "Choose a table.");
  };
  const inputs: Inputs = { table: (name) => tables[name]!, journey: none, segments: none };
  return compute(inputs, resolve(schema, { from: "t", ...more }), job);
}

async function lookAt(happenings: readonly Happening[], more: Record<string, Json> = {}) {
  const { inputs, job } = around(await journeyOf(happenings));
  const params = resolve(schema, { from: "j", ...more });
  const output = await compute(inputs, params, job);
  const behind = (check: string) => [...membersOf(members(inputs, params, { table: "checks", row: { check } }, job))];
  return { output, behind };
}

const check = (output: CellOutput, name: string) => rowsOf(output.tables["checks"]!).find((row) => row["check"] === name);

describe("a profile of columns", () => {
  let main: Record<string, Record<string, unknown>>;

  beforeAll(async () => {
    const table = drawn("event", [
      { name: "amount", type: "number", values: [1, 2, 3, 4, null] },
      { name: "who", type: "text", values: ["ann", "ann", " ", "bob", null] },
      { name: "paid", type: "boolean", values: [true, true, true, false, null] },
      { name: "at", type: "time", values: [utc("2025-01-01T00:00"), utc("2025-01-03T00:00"), null, null, null] },
      { name: "empty", type: "number", values: [null, null, null, null, null] },
    ]);
    const output = await look({ t: table });
    main = Object.fromEntries(rowsOf(output.tables["main"]!).map((row) => [row["column"], row]));
  });

  test("has type 7 quantiles, the mean, and what is missing", () => {
    // By hand, of 1, 2, 3, 4: 25% at place 0.75, 75% at place 2.25.
    expect(main["amount"]).toMatchObject({
      rows: 5,
      missing: 1,
      missing_share: 0.2,
      distinct: 4,
      min: 1,
      p25: 1.75,
      median: 2.5,
      mean: 2.5,
      p75: 3.25,
      max: 4,
    });
  });

  test("has the most frequent texts and those of blanks only", () => {
    expect(main["who"]).toMatchObject({ missing: 1, distinct: 3, blank: 1, top: "ann 50%,   25%, bob 25%", mean: null });
  });

  test("has the share of yes, the ends of times, and nothing of nothing", () => {
    expect(main["paid"]).toMatchObject({ top: "yes 75%", median: null, mean: 0.75 });
    expect(main["at"]).toMatchObject({ earliest: utc("2025-01-01T00:00"), latest: utc("2025-01-03T00:00"), min: null, missing: 3 });
    expect(main["empty"]).toMatchObject({ missing: 5, distinct: 0, min: null, mean: null, top: null });
  });

  test("reads the rows that are selected, and no others", async () => {
    const whole = drawn("event", [{ name: "amount", type: "number", values: [1, 2, 3, 4] }]);
    const output = await look({ t: { ...whole, rows: 2, selection: Uint32Array.of(3, 1) } });
    expect(rowsOf(output.tables["main"]!)[0]).toMatchObject({ rows: 2, min: 2, max: 4 });
  });

  test("of no rows has no numbers and no failure", async () => {
    const output = await look({ t: drawn("event", [{ name: "at", type: "time", values: [] }]) });
    expect(output.n).toBe(0);
    expect(JSON.stringify(output.facts)).not.toMatch(/NaN|Infinity/);
  });
});

describe("checks of a table", () => {
  const day = (date: number, hour = 12) => utc(`2025-01-${String(date).padStart(2, "0")}T${String(hour).padStart(2, "0")}:00`);
  const table = drawn("event", [
    { name: "at", type: "time", values: [day(1), day(1), day(2), day(4), day(3), utc("1970-01-01T00:00"), null] },
    { name: "received", type: "time", values: [day(1), day(1), day(1), day(4), day(3), null, null] },
    { name: "who", type: "text", values: ["ann", "ann", "bob", "bob", null, "cid", null] },
    { name: "id", type: "integer", values: [1, 1, 2, 3, 4, 5, 6] },
    { name: "amount", type: "number", values: [10, 10, -5, 0, 1, 1, null] },
    { name: "currency", type: "text", values: ["EUR", "EUR", "EUR", "CHF", "EUR", null, null] },
    { name: "size", type: "text", values: ["1", "1", "2", "3", "L", "5", "6"] },
  ]);
  let output: CellOutput;

  beforeAll(async () => {
    output = await look({ t: table }, { customer: "who", id: "id", amount: "amount", currency: "currency", received: "received" });
  });

  // Counted by hand in the seven rows above.
  test.each<[string, Record<string, unknown>]>([
    ["mixed_currencies", { found: 1, severity: "error", detail: "EUR 4, CHF 1", customers: 1 }],
    ["no_time", { found: 1, of: 7, severity: "warning" }],
    ["ancient", { found: 1, severity: "error", customers: 1 }],
    ["future", { found: 0, severity: "passed" }],
    ["clock_skew", { found: 1, customers: 1 }],
    ["missing_days", { found: 0, of: 4 }],
    ["duplicate_ids", { found: 1, severity: "error", customers: 1 }],
    ["duplicate_rows", { found: 1, severity: "error", customers: 1 }],
    ["no_trusted_id", { found: 2, severity: "warning", customers: 0 }],
    ["one_event", { found: 1, of: 3, customers: 1 }],
    ["negative_amounts", { found: 1, customers: 1 }],
    ["zero_amounts", { found: 1, severity: "warning" }],
    ["mixed_types", { found: 1, detail: '"size", 1 row no number' }],
    ["out_of_order", { found: 2, severity: "note" }],
  ])("%s", (name, expected) => {
    expect(check(output, name)).toMatchObject(expected);
  });

  test("leaves out what cannot be told", async () => {
    const names = rowsOf((await look({ t: table })).tables["checks"]!).map((row) => row["check"]);
    expect(names).not.toContain("bots");
    expect(names).not.toContain("clock_skew");
    expect(names).toContain("duplicate_rows");
  });

  test("compares customers and channels with other tables", async () => {
    const crm = drawn("event", [{ name: "id", type: "text", values: ["ann", "cid"] }]);
    const spend = drawn("event", [{ name: "channel", type: "text", values: ["EUR", "radio", "radio"] }]);
    const tables = { t: table, crm, spend };
    const found = await look(tables, {
      customer: "who",
      channel: "currency",
      known: "crm",
      known_customer: "id",
      spend: "spend",
      spend_channel: "channel",
    });
    // By hand: bob, with two rows, is not in the table; radio has two rows of spend and no event.
    expect(check(found, "unknown_customers")).toMatchObject({ found: 1, of: 3, rows: 2, customers: 1 });
    expect(check(found, "spend_without_events")).toMatchObject({ found: 1, of: 2, rows: 2, detail: "radio" });
    await expect(look(tables, { customer: "who", known: "crm" })).rejects.toThrow('"known_customer" is missing');
  });

  test("tells days in the middle without rows, by the calendar of the notebook", async () => {
    const at = [utc("2025-01-01T12:00"), utc("2025-01-05T12:00")];
    const found = await look({ t: drawn("event", [{ name: "at", type: "time", values: at }]) });
    // 2, 3 and 4 January: a note, since there are few rows a day.
    expect(check(found, "missing_days")).toMatchObject({ found: 3, of: 5, severity: "note" });
    expect(check(found, "missing_days")!["detail"]).toContain("2025-01-02, 2025-01-03, 2025-01-04");
  });

  test("names a column that is not there", async () => {
    await expect(look({ t: table }, { id: "nope" })).rejects.toThrow('There is no column "nope".');
  });
});

describe("checks of a journey", () => {
  const minutes = (count: number, step: number) => Array.from({ length: count }, (_, at) => utc("2025-01-01T00:00") + at * step);
  const people = Array.from({ length: 40 }, (_, who) => minutes(5, 3_600_000).map((at): Happening => ({ customer: `p${who}`, at, value: 1 })));

  test("find who sends an event a second for a minute", async () => {
    const robot = minutes(61, 900).map((at): Happening => ({ customer: "z", at, value: 1 }));
    const { output, behind } = await lookAt([...people.flat(), ...robot]);
    expect(check(output, "bots")).toMatchObject({ found: 1, customers: 1, rows: 61, severity: "warning" });
    // Customers stand by id: p0 … p9, p10 …, and z last of 41.
    expect(behind("bots")).toEqual([40]);
  });

  test("find strays by the bulk of the times, or by the date that is given", async () => {
    const stray: Happening = { customer: "p1", at: "2031-01-01", value: 1 };
    const many = Array.from({ length: 3000 }, (_, at): Happening => ({
      customer: `p${at % 40}`,
      at: utc("2025-01-01T00:00") + at * 60_000,
      value: 1,
    }));
    expect(check((await lookAt([...many, stray])).output, "future")).toMatchObject({ found: 1, customers: 1, severity: "error" });
    expect(check((await lookAt([...many, stray], { until: "2031-01-01" })).output, "future")).toMatchObject({ found: 0 });
  });

  test("find the day that is far from usual", async () => {
    const start = utc("2025-01-01T00:00");
    const usual = Array.from({ length: 30 }, (_, day) =>
      Array.from({ length: 20 + (day % 5) }, (_unused, at) => start + day * 86_400_000 + at * 60_000),
    ).flat();
    const burst = Array.from({ length: 200 }, (_, at) => start + 10 * 86_400_000 + at * 61_000);
    const { output } = await lookAt([...usual, ...burst].map((at, place) => ({ customer: `p${place % 50}`, at, value: place })));
    expect(check(output, "unusual_days")).toMatchObject({ found: 1, of: 30, rows: 220, detail: "2025-01-11 with 220 events; usually 22" });
  });

  test("of even noise find no error and no warning", async () => {
    const draw = random(7);
    const noise = Array.from({ length: 4000 }, (_, at): Happening => ({
      customer: `p${at % 400}`,
      at: utc("2025-01-01T00:00") + Math.floor(draw() * 60 * 86_400_000),
      value: 1 + at,
    }));
    const { output } = await lookAt(noise);
    expect(rowsOf(output.tables["checks"]!).filter((row) => row["severity"] === "error" || row["severity"] === "warning")).toEqual([]);
    expect(output.facts[0]!.text).toMatch(/^Nothing wrong was found/);
  });
});

describe("requirements", () => {
  const rows = ["id,who,at", "1,ann,2025-01-01 10:00", "2,,2025-01-02 10:00", "3,bob,2025-01-03 10:00", "4,bob,2025-01-04 10:00"].join("\n");
  const notebook = (require: string) =>
    [
      "---\nformat: 1\n---\n",
      '```cell source raw\nfile: "raw.csv"\n```\n',
      `\`\`\`cell profile checked\nfrom: "raw"\ncustomer: "who"\nrequire: ${require}\n\`\`\`\n`,
      '```cell table kept\nfrom: "checked"\nverbs:\n  - {"filter":"id > 1"}\n```\n',
      '```cell table behind\nfrom: "kept"\nverbs:\n  - {"filter":"id > 2"}\n```\n',
      '```cell table findings\nfrom: "checked.checks"\nverbs:\n  - {"filter":"found > 0"}\n```\n',
      '```cell journey people\nevents:\n  - {"from":"checked","customer":"who","time":"at","event":"=buy"}\n```\n',
      '```cell profile people_checked\nfrom: "people"\n```\n',
      '```cell retention comeback\nfrom: "people_checked"\n```\n',
    ].join("\n");
  const run = (require: string): Promise<Run> => runNotebook(notebook(require), fileOf("raw.csv", rows));

  test("that are met let the data through as they are", async () => {
    const { states } = await run('{"duplicate_rows":"0","no_trusted_id":"25%"}');
    expect(states.get("checked")).toMatchObject({ state: "done" });
    expect(states.get("kept")!.result!.tables["main"]!.rows).toBe(3);
    expect(states.get("comeback")!.problem).toBeNull();
    expect(states.get("comeback")!.state).toBe("done");
    expect(states.get("checked")!.shape!.columns.map(({ name }) => name)).toEqual(["id", "who", "at"]);
    expect(states.get("checked")!.result!.tables["main"]!.columns[0]!.dictionary).toEqual(["id", "who", "at"]);
  });

  test("that are not met bar every cell that reads the data, with the reason, and leave the checks to be read", async () => {
    const { states } = await run('{"no_trusted_id":"10%"}');
    expect(states.get("checked")!.state).toBe("done");
    expect(states.get("checked")!.result!.warnings[0]!.code).toBe("requirement");
    for (const name of ["kept", "behind", "people", "people_checked", "comeback"]) {
      expect(states.get(name), name).toMatchObject({ state: "blocked", because: "checked", result: null });
      expect(states.get(name)!.problem!.problem).toBe(
        'Waits for "checked": A requirement is not met: no trusted id (25% of 4 rows, and at most 10% may be).',
      );
    }
    expect(states.get("findings")!.state).toBe("done");
  });

  test.each([
    ['{"nonsense":"0"}', 'There is no check "nonsense".'],
    ['{"bots":"few"}', '"few" is no limit for "bots".'],
    ['{"clock_skew":"0"}', '"clock_skew" cannot be checked in these data.'],
  ])("%s is refused: %s", async (require, problem) => {
    const { states } = await run(require);
    expect(states.get("checked")!.problem!.problem).toBe(problem);
  });
});

test("suggest() offers a look at journeys, and at tables with times", () => {
  const columns = [
    { name: "customer_id", type: "text", missing: 0, distinct: 3 },
    { name: "at", type: "time", missing: 0, distinct: 3 },
  ] as const;
  expect(suggest({ name: "t", provides: "table", rows: 3, columns: [...columns] })[0]!.params).toEqual({ from: "t", customer: "customer_id" });
  expect(suggest({ name: "j", provides: "journey", rows: 3, customers: 2, columns: [] })[0]!.params).toEqual({ from: "j" });
  expect(suggest({ name: "t", provides: "table", rows: 3, columns: [columns[0]] })).toEqual([]);
  expect(suggest({ name: "t", provides: "table", rows: 0, columns: [...columns] })).toEqual([]);
});

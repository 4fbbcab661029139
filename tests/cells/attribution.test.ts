import { fc, test as prop } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import type { CellOutput, Inputs } from "../../src/cells/cell.ts";
import { compute, members } from "../../src/cells/attribution/compute.ts";
import { params as schema, suggest } from "../../src/cells/attribution/params.ts";
import type { DataTable } from "../../src/data/data-table.ts";
import { random } from "../../src/analysis/random/random.ts";
import { members as listed } from "../../src/schema/bitset.ts";
import { resolve } from "../../src/schema/parameters.ts";
import type { RawParams } from "../../src/schema/parameter.ts";
import type { Scalar } from "../../src/schema/scalar.ts";
import { drawn } from "../../src/figures/drawn.ts";
import { around, journeyOf, rowsOf, type Happening } from "./retention-run.ts";

const day = 86_400_000;
const start = Date.UTC(2024, 0, 1);
const place = { window: ["2024-01-01", "2025-01-01"] as [string, string] };

/** A customer's touches on days, as [day, channel]; "sale" is a purchase of 10. */
function customer(name: string, touches: readonly [number, string][]): Happening[] {
  return touches.map(([on, channel]) =>
    channel === "sale"
      ? { customer: name, at: start + on * day, event: "purchase", value: 10 }
      : { customer: name, at: start + on * day, event: "visit", channel, value: null },
  );
}

async function attribution(happenings: readonly Happening[], params: RawParams = {}, tables: Record<string, DataTable> = {}): Promise<CellOutput> {
  const { inputs, job } = around(await journeyOf(happenings, place), place);
  return compute(
    { ...inputs, table: (name: string) => tables[name]! } satisfies Inputs,
    resolve(schema, { from: "journey", replicates: 30, ...params }),
    job,
  );
}

const creditOf = (output: CellOutput, column = "conversions") => {
  const found: Record<string, Record<string, Scalar>> = {};
  for (const row of rowsOf(output.tables["main"]!)) (found[String(row["model"])] ??= {})[String(row["channel"])] = row[column]!;
  return found;
};
const codes = ({ warnings }: CellOutput) => warnings.map((warning) => warning.code);

describe("attribution", () => {
  const journey = [
    ...customer("a", [
      [1, "ad"],
      [8, "mail"],
      [15, "direct"],
      [15, "sale"],
    ]),
    ...customer("b", [
      [1, "search"],
      [3, "sale"],
    ]),
    ...customer("c", [[40, "sale"]]),
    ...customer("d", [
      [1, "ad"],
      [9, "search"],
    ]),
  ];

  test("gives each model its share of a small journey, as by hand", async () => {
    const credit = creditOf(await attribution(journey));
    expect(credit["first"]).toEqual({ ad: 1, direct: 0, mail: 0, search: 1, "(none)": 1 });
    expect(credit["last"]).toEqual({ ad: 0, direct: 1, mail: 0, search: 1, "(none)": 1 });
    expect(credit["last_non_direct"]).toEqual({ ad: 0, direct: 0, mail: 1, search: 1, "(none)": 1 });
    expect(credit["position"]).toEqual({ ad: 0.4, direct: expect.closeTo(0.4), mail: expect.closeTo(0.2), search: 1, "(none)": 1 });
    // Fourteen, seven and no days before the sale at a half-life of seven: 1/4, 1/2 and 1 of 7/4.
    expect(credit["time_decay"]!["ad"]).toBeCloseTo(1 / 7, 12);
    expect(credit["time_decay"]!["direct"]).toBeCloseTo(4 / 7, 12);
    expect(credit["shapley"]!["ad"]).toBeCloseTo(1 / 3, 12);
  });

  test("gives by Markov what removal takes away, as by hand", async () => {
    const output = await attribution(journey);
    const removal = rowsOf(output.tables["removal"]!).filter((row) => row["order"] === 1);
    // Start goes to ad with 2/3, to search with 1/3; ad to mail or to search by half; mail and direct always convert, search with 1/2:
    // the chance is 2/3 · (1/2 + 1/2 · 1/2) + 1/3 · 1/2 = 2/3, without mail 1/3 and without search 1/3, without ad 1/6.
    expect(removal.map((row) => [row["channel"], Number(Number(row["removal_effect"]).toFixed(9))])).toEqual([
      ["ad", 0.75],
      ["direct", 0.5],
      ["mail", 0.5],
      ["search", 0.5],
    ]);
    expect(creditOf(output)["markov_1"]!["ad"]).toBeCloseTo((2 * 0.75) / 2.25, 9);
  });

  test("follows GA4's rule that direct earns nothing beside others, and Amplitude's of 30–70", async () => {
    expect(creditOf(await attribution(journey, { preset: "ga4" }))["last"]).toEqual({ ad: 0, direct: 0, mail: 1, search: 1, "(none)": 1 });
    const two = customer("a", [
      [1, "ad"],
      [2, "mail"],
      [3, "sale"],
    ]);
    expect(creditOf(await attribution(two, { preset: "amplitude", curve: "j" }))["position"]).toEqual({ ad: 0.3, mail: 0.7 });
    expect(creditOf(await attribution(two, { preset: "adobe", curve: "j" }))["position"]).toEqual({
      ad: expect.closeTo(0.25),
      mail: expect.closeTo(0.75),
    });
    expect(creditOf(await attribution(two, { preset: "mixpanel", curve: "inverse_j" }))["position"]!["ad"]).toBeCloseTo(0.75, 12);
  });

  test("meets spend with touches, and lists what meets nothing", async () => {
    const rows: [number, string, number][] = [
      [1, "ad", 6],
      [2, "ad", 4],
      [1, "poster", 50],
      [900, "ad", 7],
    ];
    const spend: DataTable = drawn("event", [
      { name: "on", type: "time", values: rows.map(([on]) => start + on * day) },
      { name: "what", type: "text", values: rows.map(([, what]) => what) },
      { name: "cost", type: "number", values: rows.map(([, , cost]) => cost) },
    ]);
    const output = await attribution(journey, { spend: "spend", spend_channel: "what", spend_date: "on", spend_amount: "cost" }, { spend });
    const first = rowsOf(output.tables["main"]!).find((row) => row["model"] === "first" && row["channel"] === "ad")!;
    expect([first["spend"], first["roas"], first["cpa"]]).toEqual([10, 1, 10]);
    expect(rowsOf(output.tables["main"]!).find((row) => row["channel"] === "mail")!["roas"]).toBeNull();
    expect(rowsOf(output.tables["spend"]!).map((row) => [row["channel"], row["spend"], row["spend_unmatched"], row["touches_unmatched"]])).toEqual([
      ["ad", 10, 4, 0],
      ["direct", 0, 0, 1],
      ["mail", 0, 0, 1],
      ["search", 0, 0, 2],
      ["poster", 50, 50, 0],
    ]);
    expect(codes(output)).toEqual(expect.arrayContaining(["unmatched_spend", "unmatched_touches", "spend_outside"]));
  });

  test.each([
    ["no conversions", customer("a", [[1, "ad"]]), "no_conversions"],
    [
      "one channel",
      customer("a", [
        [1, "ad"],
        [2, "sale"],
      ]),
      "one_channel",
    ],
    [
      "one customer",
      customer("a", [
        [1, "ad"],
        [2, "mail"],
        [3, "sale"],
      ]),
      "one_customer",
    ],
    [
      "only paths that converted",
      customer("a", [
        [1, "ad"],
        [2, "mail"],
        [3, "sale"],
      ]),
      "null_paths_missing",
    ],
    ["no touches", customer("a", [[1, "sale"]]).map((happening) => ({ ...happening, channel: "" })), "no_touches"],
  ])("says of %s what is missing, and never NaN", async (_, happenings, code) => {
    const output = await attribution(happenings);
    expect(codes(output)).toContain(code);
    expect(JSON.stringify([output.warnings, output.facts])).not.toMatch(/NaN|Infinity|undefined/);
  });

  test("refuses a lookback beyond a year", async () => {
    await expect(attribution(journey, { lookback: "400 days" })).rejects.toThrow('"lookback" must be from 1 to 365 days. Got "400 days".');
  });

  test("breaks down by a column, each group adding up to itself", async () => {
    const output = await attribution(journey, { by: "customer" });
    const rows = rowsOf(output.tables["main"]!).filter((row) => row["model"] === "linear");
    const sum = (group: string) => rows.filter((row) => row["group"] === group).reduce((total, row) => total + Number(row["conversions"]), 0);
    expect([sum("a"), sum("b"), sum("c"), sum("d")]).toEqual([expect.closeTo(1), 1, 1, 0]);
  });

  test("names the customers a model credits to a channel", async () => {
    const { inputs, job } = around(await journeyOf(journey, place), place);
    const of = (model: string, channel: string) =>
      Array.from(listed(members(inputs, resolve(schema, { from: "journey" }), { table: "main", row: { model, channel } }, job)));
    expect([of("last", "direct"), of("last", "ad"), of("linear", "ad"), of("first", "(none)")]).toEqual([[0], [], [0], [2]]);
  });
});

/** Customers who see random channels in random order, and buy or not by chance alone. */
function noise(seed: number): Happening[] {
  const draw = random(seed);
  return Array.from({ length: 250 }, (_, name) => {
    const touches = Array.from({ length: 1 + Math.floor(draw() * 4) }, (_, step): [number, string] => [
      step * 2 + 1,
      ["a", "b", "c", "d"][Math.floor(draw() * 4)]!,
    ]);
    return customer(String(name), draw() < 0.3 ? [...touches, [12, "sale"]] : touches);
  }).flat();
}

test("attribution of pure noise tells nothing in its title", async () => {
  const held = [];
  for (let seed = 1; seed <= 8; seed++)
    held.push((await attribution(noise(seed), { replicates: 40, level: 0.999 })).facts.filter((fact) => fact.holds).length);
  // At 99.9% even one of eight would be strange.
  expect(held.filter((count) => count > 0).length).toBe(0);
}, 20_000);

test("attribution tells of a channel that opens and one that closes", async () => {
  const opening = Array.from({ length: 60 }, (_, name) =>
    customer(String(name), [
      [1, "ad"],
      [4, "mail"],
      [5, "sale"],
    ]),
  ).flat();
  const others = Array.from({ length: 60 }, (_, name) =>
    customer(`n${name}`, [
      [1, "ad"],
      [3, "search"],
    ]),
  ).flat();
  const { facts } = await attribution([...opening, ...others]);
  expect(facts[0]).toMatchObject({
    holds: true,
    text: expect.stringMatching(/^"(ad|mail)" earns 0 to 100% of conversions, depending on the model: /) as string,
  });
});

const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.constantFrom("ad", "mail", "search", "direct", "sale")), { maxLength: 8 });
const people = fc
  .array(steps, { minLength: 1, maxLength: 8 })
  .map((all) => all.flatMap((touches, name) => customer(String(name), touches as [number, string][])));

test("attribution leaves a model out whole where it cannot be had", async () => {
  const sale = (name: string) => ({ customer: name, at: "2024-01-01", event: "purchase", value: 10 });
  const { tables } = await attribution([{ customer: "0", at: "2024-01-01", event: "visit", channel: "ad", value: null }, sale("0"), sale("1")], {
    replicates: 0,
  });
  // One channel: there is nothing to learn which paths convert from.
  expect(rowsOf(tables["main"]!).map((row) => row["model"])).not.toContain("logistic");
});

prop.prop([people.filter((all) => all.length > 0), fc.boolean()], { numRuns: 40 })(
  "attribution adds up to the conversions and their value by every model",
  async (happenings, reset) => {
    const output = await attribution(happenings, { replicates: 0, reset });
    const sums = new Map<Scalar, [number, number]>();
    for (const row of rowsOf(output.tables["main"]!)) {
      const [conversions, value] = sums.get(row["model"]!) ?? [0, 0];
      sums.set(row["model"]!, [conversions + Number(row["conversions"]), value + Number(row["value"])]);
    }
    const total = happenings.filter((happening) => happening.event === "purchase").length * 10;
    for (const [model, [conversions, value]] of sums) {
      expect(conversions, String(model)).toBeCloseTo(output.n, 9);
      expect(value, String(model)).toBeCloseTo(total, 9);
    }
  },
);

test("attribution is suggested for journeys with channels and sales", () => {
  const column = (name: string, role: "event" | "channel", top: string[]) => ({
    name,
    role,
    type: "text" as const,
    missing: 0,
    distinct: top.length,
    top,
  });
  const shape = {
    name: "shoppers",
    provides: "journey" as const,
    rows: 9,
    customers: 3,
    columns: [column("event", "event", ["visit", "purchase"]), column("channel", "channel", ["ad", "mail"])],
  };
  expect(suggest(shape)).toMatchObject([{ params: { from: "shoppers", conversion: [{ column: "event", is: "purchase" }] } }]);
  expect(suggest({ ...shape, columns: shape.columns.slice(0, 1) })).toEqual([]);
});

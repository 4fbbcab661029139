import { beforeAll, describe, expect, test } from "vitest";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CellResult } from "../../../src/schema/result.ts";
import { closeCounts } from "../../../src/share/gate/close-counts.ts";
import { gateResults } from "../../../src/share/gate/gate-results.ts";
import { runNotebook } from "../../cells/laboratory.ts";
import { numbers, resultOf, rowsOf, tableOf, texts, whole } from "./tables.ts";

const options = { k: 10 };

/** What is left of a table. */
function gated(table: ReturnType<typeof tableOf>, more: Partial<CellResult> = {}) {
  const { results, removed } = gateResults({ it: resultOf({ main: table }, more) }, options);
  return { rows: rowsOf(results["it"]!.tables["main"]!), result: results["it"]!, removed };
}

describe("results that leave the machine", () => {
  const months = ["jan", "feb", "mar"];
  const grid = tableOf(
    "group",
    texts("country", ["DE", "DE", "DE", "NL", "NL", "NL", "AT", "AT", "AT"], "dimension"),
    texts("month", [...months, ...months, ...months], "dimension"),
    whole("customers", [300, 200, 250, 3, 40, 50, 80, 60, 70], "customers"),
    numbers("revenue", [3000, 2000, 2500, 33, 400, 500, 800, 600, 700], "value"),
  );

  test("the subtraction attack finds a small group where only it is left out, and not what the gate leaves", () => {
    const total = 300 + 3 + 80;
    const alone = rowsOf(grid).filter((row) => row["customers"] !== 3 && row["month"] === "jan");
    expect(total - alone.reduce((sum, row) => sum + Number(row["customers"]), 0)).toBe(3);
    const { rows } = gated(grid);
    for (const [dimension, name] of [
      ["month", "jan"],
      ["country", "NL"],
    ] as const) {
      const line = rowsOf(grid).filter((row) => row[dimension] === name);
      const told = rows.filter((row) => row[dimension] === name);
      const missing = line.reduce((sum, row) => sum + Number(row["customers"]), 0) - told.reduce((sum, row) => sum + Number(row["customers"]), 0);
      expect(line.length - told.length).toBeGreaterThan(1);
      expect(missing).toBeGreaterThanOrEqual(10);
    }
    // By hand: NL jan; NL feb and AT jan, the smallest beside it; AT feb closes the square.
    expect(rows.map((row) => `${row["country"]} ${row["month"]}`)).toEqual(["DE jan", "DE feb", "DE mar", "NL mar", "AT mar"]);
  });

  test("what is taken out is told, to the author and to the reader", () => {
    const { removed, result } = gated(grid);
    expect(removed.map(({ what, count }) => [what, count])).toEqual([
      ["rows", 1],
      ["rows beside them", 3],
    ]);
    expect(result.warnings.map(({ code }) => code)).toEqual(["W_SHARED_WITHOUT_SMALL_GROUPS"]);
  });

  test("a table of totals does not tell a group that is missing from the other", () => {
    const fine = tableOf(
      "group",
      texts("plan", ["a", "b"], "dimension"),
      whole("part", [1, 2], "dimension"),
      whole("customers", [4, 60], "customers"),
    );
    const totals = tableOf("group", texts("plan", ["a", "b"], "dimension"), whole("customers", [4, 60], "customers"));
    const { results } = gateResults({ it: resultOf({ main: fine, totals }) }, options);
    expect(JSON.stringify(rowsOf(results["it"]!.tables["totals"]!))).not.toContain('"plan":"a"');
  });

  test("names of groups that went are in no dictionary", () => {
    const { result } = gated(
      tableOf("group", texts("who", ["Elif Gruber", "app", "web", "store"], "dimension"), whole("customers", [1, 50, 60, 70], "customers")),
    );
    expect(JSON.stringify(result)).not.toContain("Elif");
  });

  test("a funnel loses the step that few drop out at, and what would tell of it at the next", () => {
    const customers = [100, 97, 60, 40];
    const funnel = tableOf(
      "group",
      whole("step", [1, 2, 3, 4], "dimension"),
      whole("customers", customers, "customers"),
      numbers("rate_step", [1, 97 / 100, 60 / 97, 40 / 60], "rate"),
      numbers(
        "rate_total",
        customers.map((count) => count / 100),
        "rate",
      ),
      whole("dropped", [0, 3, 37, 20], "count"),
    );
    const { rows } = gated(funnel);
    // By hand: step 2 loses 3. Beside the total of the column, which is taken for known, step 4 goes with it.
    expect(rows.map((row) => row["step"])).not.toContain(2);
    for (const row of rows.filter(({ step }) => step === 3)) expect(row).toMatchObject({ customers: 60, rate_step: null, dropped: null });
    const told = rows.map((row) => Number(row["customers"]));
    for (const one of told) for (const other of told) expect(one === other || Math.abs(one - other) >= 10).toBe(true);
  });

  test("a rate with few on its other side goes", () => {
    const churn = tableOf(
      "group",
      texts("plan", ["a", "b", "c"], "dimension"),
      whole("customers", [200, 200, 200], "customers"),
      numbers("rate", [0.02, 0.5, 0.4], "rate"),
    );
    // By hand: 2% of 200 are 4 customers.
    expect(gated(churn).rows.map((row) => row["plan"])).not.toContain("a");
  });

  test("a running sum does not step over a gap", () => {
    const lags = tableOf(
      "group",
      whole("day", [0, 1, 2, 3, 4], "dimension"),
      whole("customers", [100, 4, 12, 50, 40], "customers"),
      numbers("value", [10, 1, 2, 5, 4], "value"),
      numbers("cumulative_value", [10, 11, 13, 18, 22], "value"),
    );
    // By hand: day 1 is small and day 2 beside it.
    expect(gated(lags).rows.map((row) => [row["day"], row["cumulative_value"]])).toEqual([
      [0, 10],
      [3, null],
      [4, null],
    ]);
  });

  test("extremes, far percentiles and what one customer may dominate go as single values", () => {
    const { rows } = gated(
      tableOf(
        "group",
        texts("plan", ["a", "b"], "dimension"),
        whole("customers", [30, 400], "customers"),
        numbers("max_amount", [900, 800], "value"),
        numbers("p75_seconds", [7, 8], "value"),
        numbers("revenue", [100, 5000], "value"),
        numbers("revenue_lower", [12, 4600], "lower"),
        numbers("revenue_upper", [270, 5400], "upper"),
      ),
    );
    // By hand: a quarter of 30 is 7.5, below 10; 12 is below a quarter of 100.
    expect(rows).toEqual([
      { plan: "a", customers: 30, max_amount: null, p75_seconds: null, revenue: null, revenue_lower: null, revenue_upper: null },
      { plan: "b", customers: 400, max_amount: null, p75_seconds: 8, revenue: 5000, revenue_lower: 4600, revenue_upper: 5400 },
    ]);
  });

  test("tables of customers and events go, and groups that do not say how many they are", () => {
    const one = resultOf({
      main: tableOf("customer", texts("customer", ["c_10000"], "customer")),
      rows: tableOf("event", texts("event", ["visit"])),
      groups: tableOf("group", texts("plan", ["a"], "dimension"), numbers("mean", [3], "value")),
    });
    const { results, removed } = gateResults({ it: one }, options);
    expect(results["it"]!.tables).toEqual({});
    expect(removed.map(({ table }) => table)).toEqual(["main", "rows", "groups"]);
  });

  test("a sentence goes that names a customer, a group that went, few people, or a number of a row that went", () => {
    const fact = (text: string, values: Record<string, number> = {}) => ({ code: "c", text, values, holds: true });
    const list = tableOf("customer", texts("customer", ["c_10000", "c_10001"], "customer"));
    const groups = tableOf(
      "group",
      texts("plan", ["gold", "silver", "iron"], "dimension"),
      whole("customers", [4, 20, 900], "customers"),
      numbers("rate", [0.3217, 0.5, 0.4], "rate"),
    );
    const { results } = gateResults(
      {
        it: resultOf(
          { list, main: groups },
          {
            facts: [
              fact("c_10000 bought most."),
              fact("Gold customers stay."),
              fact("7 customers never came back."),
              fact("32% stay.", { rate: 0.3217 }),
              fact("Few stay.", { customers: 4 }),
              fact("Ask ida@mail.example."),
              fact("40% of 900 customers stay.", { rate: 0.4, customers: 900 }),
            ],
          },
        ),
      },
      options,
    );
    expect(results["it"]!.facts.map(({ text }) => text)).toEqual(["40% of 900 customers stay."]);
  });

  test("a small n and small counts of what was left out are not told", () => {
    const { results } = gateResults(
      { few: resultOf({}, { n: 4 }), most: resultOf({}, { excluded: { "no customer": 3, late: 40, early: 90 } }) },
      options,
    );
    expect(results["few"]!.n).toBe(0);
    expect(results["most"]!.excluded).toEqual({ early: 90 });
  });

  test("the results given are not changed", () => {
    const before = structuredClone(grid);
    gated(grid);
    expect(grid).toEqual(before);
  });

  test("two cells about nearly the same customers are warned of", () => {
    const results = { all: resultOf({ main: grid }, { n: 1003 }), some: resultOf({ main: grid }, { n: 1000 }) };
    expect(closeCounts(results, 10)).toEqual([{ cells: ["all", "some"], about: "", difference: 3 }]);
    expect(closeCounts({ all: results.all }, 10)).toEqual([]);
  });
});

describe("the sample's results", () => {
  const top = join(import.meta.dirname, "../../..");
  const people = JSON.parse(readFileSync(join(top, "sample-data/crm.json"), "utf8")) as { id: string; name: string; email: string; phone?: string }[];
  let results: Record<string, CellResult> = {};

  beforeAll(async () => {
    const run = await runNotebook(readFileSync(join(top, "notebooks/segments.journey.md"), "utf8"));
    results = Object.fromEntries([...run.states].flatMap(([name, { result }]) => (result === null ? [] : [[name, result]])));
  });

  test("name nobody when they are let out, and do before", () => {
    const text = (all: Record<string, CellResult>) =>
      JSON.stringify(all, (_, value: unknown) => (ArrayBuffer.isView(value) ? undefined : value)).toLowerCase();
    const gone = text(gateResults(results, options).results);
    const said = (all: string) => {
      const texts = new Set(all.match(/"[^"]*"/g));
      return people.filter(({ id, name, email, phone }) =>
        [id, name, email, phone].some((part) => part !== undefined && texts.has(`"${part.toLowerCase()}"`)),
      );
    };
    expect(said(text(results)).length).toBeGreaterThan(1000);
    expect(said(gone)).toEqual([]);
    expect(/c_\d{5}|@/.test(gone)).toBe(false);
  });

  test("tell of no row with fewer than ten customers", () => {
    const tables = Object.values(gateResults(results, options).results).flatMap((result) => Object.values(result.tables));
    const counts = tables.flatMap((table) => rowsOf(table).map((row) => Number(row["customers"])));
    expect(counts.length).toBeGreaterThan(100);
    expect(counts.filter((count) => count > 0 && count < 10)).toEqual([]);
  });
});

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Inputs, Job } from "../../src/cells/cell.ts";
import { compute } from "../../src/cells/journey/compute.ts";
import { params } from "../../src/cells/journey/params.ts";
import type { DataTable } from "../../src/data/data-table.ts";
import { readFile } from "../../src/data/read/read-file.ts";
import type { Journey } from "../../src/journey/journey.ts";
import { journeyShape } from "../../src/journey/shape/journey-shape.ts";
import { resolve, referencesOf } from "../../src/schema/parameters.ts";
import type { RawParams } from "../../src/schema/parameter.ts";
import { scalarAt } from "../../src/schema/scalar.ts";
import { defaultSettings } from "../../src/schema/settings.ts";
import { columnOf, type Table } from "../../src/schema/table.ts";
import { integers, numbers, table, text } from "../journey/tables.ts";

function run(tables: Record<string, DataTable>, raw: RawParams, settings: Partial<Job> = {}) {
  const inputs: Inputs = {
    table: (name) => tables[name]!,
    journey: () => {
      throw new Error("reads tables only");
    },
    segments: () => {
      throw new Error("reads tables only");
    },
  };
  const job: Job = { ...defaultSettings, seed: 1, cancelled: false, progress: () => undefined, files: () => Promise.resolve([]), ...settings };
  return compute(inputs, resolve(params, raw), job);
}

function records({ columns, rows }: Table): Record<string, unknown>[] {
  return Array.from({ length: rows }, (_, row) => Object.fromEntries(columns.map((column) => [column.name, scalarAt(column, row)])));
}

const day = 86_400_000;
const visits = table(
  text("user", ["a", "a", null, "b"]),
  numbers("ts", [0, day, day, 2 * day], "time"),
  text("page", ["home", "product", "home", null]),
);
const orders = table(integers("customer_id", [7, 8]), numbers("ordered_at", [day, 3 * day], "time"), numbers("amount", [10, 20]));
const raw: RawParams = {
  events: [
    { from: "visits", customer: "user", time: "ts", event: "page" },
    { from: "orders", customer: "customer_id", time: "ordered_at", event: "=purchase", value: "amount" },
  ],
};

describe("compute(inputs, params, job)", () => {
  test("says what became of every row of every line", async () => {
    const { tables, n, excluded, window } = await run({ visits, orders }, raw);
    // By hand from the two tables above.
    expect(records(tables["main"]!)).toMatchObject([
      {
        table: "visits",
        customer: "user",
        time: "ts",
        event: "page",
        value: null,
        rows: 4,
        events: 3,
        customers: 2,
        with_customer: 0.75,
        excluded_no_customer: 1,
      },
      {
        table: "orders",
        customer: "customer_id",
        event: "=purchase",
        value: "amount",
        rows: 2,
        events: 2,
        customers: 2,
        with_customer: 1,
        excluded_no_customer: 0,
      },
    ]);
    expect([n, excluded, window]).toEqual([5, { "no customer": 1 }, [0, 3 * day + 1]]);
  });

  test("counts events and customers per event, most frequent first", async () => {
    const { tables } = await run({ visits, orders }, raw);
    expect(records(tables["events"]!)[0]).toEqual({ event: "purchase", events: 2, customers: 2, first: day, last: 3 * day });
    expect(records(tables["events"]!).map((row) => row["event"])).toEqual(["purchase", "home", "product", null]);
  });

  test("audits the whole", async () => {
    const { tables, facts } = await run({ visits, orders }, raw);
    const audit = new Map(records(tables["audit"]!).map((row) => [row["check"], row["count"]]));
    expect(audit.get("customers with one event only")).toBe(3);
    expect(audit.get("sessions (30 minutes without an event end one)")).toBe(5);
    expect(facts[0]).toEqual({ code: "customers", text: "4 customers on one line of 5 events", values: { customers: 4, events: 5 }, holds: true });
  });

  // By hand: two cases, two rows each.
  test("speaks of cases where each line is of a case of a process", async () => {
    const log = table(text("case_id", ["1", "1", "2", "2"]), numbers("at", [0, day, day, 2 * day], "time"), text("activity", ["a", "b", "a", "b"]));
    const { facts } = await run({ log }, { events: [{ from: "log", customer: "case_id", time: "at", event: "activity" }] });
    expect(facts[0]!.text).toBe("2 cases on one line of 4 events");
  });

  test("warns of rows without a customer and of customers with one event", async () => {
    const { warnings } = await run({ visits, orders }, raw);
    expect(warnings.map((warning) => warning.code)).toEqual(["W_NO_CUSTOMER", "W_ONCE"]);
    expect(warnings[0]!.lead).toBe("25% of visits has no customer.");
  });

  test("warns of an event that two tables both bring, and offers to leave it out of the one without its value", async () => {
    const buyers = Array.from({ length: 20 }, (_, place) => place);
    const web = table(
      integers("user", [...buyers, ...buyers]),
      numbers("ts", [...buyers.map((place) => place * day), ...buyers.map((place) => place * day + 60_000)], "time"),
      text("name", [...buyers.map(() => "visit"), ...buyers.map(() => "purchase")]),
    );
    // Two minutes behind the web's purchase; the last four are days behind it, and another table's all the same.
    const shop = table(
      integers("customer_id", buyers),
      numbers(
        "ordered_at",
        buyers.map((place) => (place < 16 ? place * day + 180_000 : (place + 3) * day)),
        "time",
      ),
      numbers(
        "amount",
        buyers.map(() => 10),
      ),
    );
    const events: Record<string, string>[] = [
      { from: "web", customer: "user", time: "ts", event: "name" },
      { from: "shop", customer: "customer_id", time: "ordered_at", event: "=purchase", value: "amount" },
    ];
    const { warnings } = await run({ web, shop }, { events });
    expect(warnings.map(({ code }) => code)).toEqual(["W_TWICE"]);
    // By hand: 16 of 20.
    expect(warnings[0]!.text).toBe(
      '"purchase" is counted twice, by web and by shop. 16 of 20 in shop are within ten minutes of one in web, of the same customer.',
    );
    const narrowed = events.map((line) => (line["from"] === "web" ? { ...line, where: [{ column: "name", isNot: "purchase" }] } : line));
    expect(warnings[0]!.fixes).toEqual([{ label: "Leave purchase out of web", params: { events: narrowed } }]);
    expect((await run({ web, shop }, { events: narrowed })).warnings).toEqual([]);
  });

  test("warns of dates far from all others", async () => {
    const many = Array.from({ length: 300 }, (_, place) => place);
    const data = table(
      integers(
        "customer_id",
        many.map((place) => place % 9),
      ),
      numbers("ordered_at", [...many.slice(1).map((place) => place * day), 1e14], "time"),
    );
    const { warnings } = await run(
      { orders: data },
      { events: [{ from: "orders", customer: "customer_id", time: "ordered_at", event: "=purchase" }] },
    );
    expect(warnings.map((warning) => warning.code)).toEqual(["W_STRAY_TIME"]);
    // 299 days from 2 January 1970, the last of them 27 October: counted by hand.
    expect(warnings[0]!.fixes).toEqual([{ label: "Observe 2 Jan 1970 – 27 Oct 1970", params: { window: ["1970-01-02", "1970-10-28"] } }]);
  });

  test("takes its own window before the notebook's", async () => {
    const settings = { window: ["1970-01-01", "1970-01-02"] as [string, string] };
    expect((await run({ visits, orders }, raw, settings)).n).toBe(1);
    const own = await run({ visits, orders }, { ...raw, window: ["1970-01-02", null] }, settings);
    expect([own.n, own.excluded]).toEqual([4, { "no customer": 1, "before the window": 1 }]);
  });

  test("gives tables in which every group has its customers", async () => {
    const { tables } = await run({ visits, orders }, raw);
    for (const result of Object.values(tables)) {
      expect(result.unit).toBe("group");
      expect(columnOf(result, "customers")?.role).toBe("customers");
      expect(result.columns.map((column) => column.values.length)).toEqual(result.columns.map(() => result.rows));
    }
  });
});

describe("a journey whose rows have several ids", () => {
  const web = table(
    text("user_id", ["a", null, "b", "c", "d", "e", null]),
    text("anonymous_id", ["x", "x", "kiosk", "kiosk", "kiosk", "kiosk", "kiosk"]),
    numbers("ts", [0, 1, 10, 20, 30, 40, 50], "time"),
    text("page", ["home", "purchase", "home", "home", "home", "home", "home"]),
  );
  const events = [{ from: "web", customer: ["user_id", "anonymous_id"], time: "ts", event: "page" }];

  test("veils addresses where it says why ids are one customer", async () => {
    const web = table(text("user_id", ["a"]), text("email", ["ada@example.org"]), numbers("ts", [0], "time"));
    const { tables } = await run({ web }, { events: [{ from: "web", customer: ["user_id", "email"], time: "ts", event: "=visit" }] });
    expect(records(tables["clusters"]!).map((row) => row["why"])).toEqual(["account a with e-mail a…@example.org on 1 row"]);
  });

  test("says how many customers they are, why, and which devices join nobody", async () => {
    const { tables, facts, n } = await run({ web }, { events });
    // By hand: a and x are one; four people used the kiosk, and its last row is e's, who logged in last. First ids: a, b, c, d, e, x, kiosk.
    expect([n, facts.map(({ text: said }) => said)]).toEqual([
      7,
      [
        "5 customers on one line of 7 events",
        "7 ids are 5 customers, joined by the rows they share",
        "1 device is shared and joins nobody; 1 row went to whoever had logged in last",
      ],
    ]);
    expect(records(tables["clusters"]!)).toEqual([{ customer: "a", ids: 2, why: "account a with anonymous id x on 1 row" }]);
    expect(records(tables["devices"]!)).toEqual([{ device: "anonymous id kiosk", people: 4, rows: 5, given: 1 }]);
    expect(records(tables["refused"]!)).toEqual([]);
  });

  test("says what other rules would give", async () => {
    const { tables } = await run({ web }, { events });
    const rows = records(tables["sensitivity"]!);
    // By hand: one of five customers bought; by first ids it is x, one of seven. Within milliseconds all is one session a customer.
    expect(rows.slice(0, 2)).toMatchObject([
      { rule: "identity", choice: "as it is", customers: 5, sessions: 5, conversion: 0.2 },
      { rule: "identity", choice: "first id only", customers: 7, sessions: null, conversion: 1 / 7 },
    ]);
    expect(rows.filter(({ rule }) => rule === "session gap").map(({ sessions, conversion }) => [sessions, conversion])).toEqual(
      Array.from({ length: 6 }, () => [5, 0.2]),
    );
  });

  test("follows its rules", async () => {
    expect((await run({ web }, { events, identity: "first_id" })).tables["clusters"]).toBeUndefined();
    const { tables } = await run({ web }, { events, users_per_device: 4, known_before: "1970-01-01" });
    expect(records(tables["clusters"]!)).toEqual([]);
    await expect(run({ web }, { events, session_gap: "8 days" })).rejects.toThrow('Got "8 days"');
    await expect(run({ web }, { events, session_gap: "1 month" })).rejects.toThrow('"session_gap" must be');
  });

  test("warns of events of no stage where its rules leave many", async () => {
    const stages = [{ stage: "purchase", where: [{ column: "event", is: "purchase" }] }];
    expect((await run({ web }, { events, stages })).warnings.map(({ code }) => code)).toContain("W_UNMAPPED_STAGE");
    expect((await run({ web }, { events })).warnings.map(({ code }) => code)).not.toContain("W_UNMAPPED_STAGE");
  });
});

describe("a journey with repeats", () => {
  const twice = table(
    text("user_id", ["a", "a", "b"]),
    text("event_id", ["1", "1", "2"]),
    numbers("ts", [0, 0, 1], "time"),
    numbers("amount", [5, 5, -2]),
  );
  const events = [{ from: "web", customer: "user_id", time: "ts", event: "=purchase", id: "event_id", value: "amount" }];

  test("says how many rows are left after each step, and what the repeats would have brought", async () => {
    const { tables, facts, excluded } = await run({ web: twice }, { events });
    expect(excluded).toEqual({ repeated: 1 });
    expect(facts[1]!.text).toBe("1 repeated row left out, worth 5");
    expect(records(tables["steps"]!).map(({ rows, left_out, customers }) => [rows, left_out, customers])).toEqual([
      [3, 0, null],
      [3, 0, null],
      [3, 0, null],
      [3, 0, null],
      [3, 0, null],
      [2, 1, 2],
    ]);
    expect(records(tables["duplicates"]!)).toMatchObject([{ id_names: "event", repeated_ids: 1, value_left_out: 5, refunds: 1, refunded: -2 }]);
  });
});

describe("journeyShape(journey)", () => {
  test("lists roles, then columns of the tables, then attributes, each with where it comes from", async () => {
    const crm = table(text("id", ["a", "b"]), text("plan", ["free", "paid"]));
    const { value } = await run({ visits, orders, crm }, { ...raw, attributes: [{ from: "crm", customer: "id", columns: ["plan"] }] });
    const shape = journeyShape(value as Journey);
    expect([shape.rows, shape.customers, shape.window]).toEqual([5, 4, [0, 3 * day + 1]]);
    expect(shape.columns.map(({ name, of, role }) => `${of} ${name} ${role ?? ""}`.trim())).toEqual([
      "journey customer customer",
      "journey time time",
      "journey event event",
      "journey value value",
      "visits user",
      "visits ts",
      "visits page",
      "orders customer_id",
      "orders ordered_at",
      "orders amount",
      "journey stage",
      "journey session",
      "customer plan",
    ]);
    const event = shape.columns.find((column) => column.name === "event")!;
    expect(event).toMatchObject({ type: "text", missing: 1, top: ["home", "product", "purchase"] });
    expect(shape.columns.find((column) => column.name === "value")).toMatchObject({ type: "number", min: 10, max: 20, missing: 4 });
  });

  test("names only what a journey understands", async () => {
    const { value } = await run({ visits, orders }, raw);
    const journey = value as Journey;
    for (const { name } of journeyShape(journey).columns) expect(journey.property(name).values.length).toBe(5);
  });
});

describe("params", () => {
  test("refer to the tables of lines, attributes and conditions", () => {
    const attributes = [{ from: "crm", customer: "id", columns: ["plan"] }];
    expect(referencesOf(params, { ...raw, attributes })).toEqual(["visits", "orders", "crm"]);
  });
});

const file = join(import.meta.dirname, "../../../shared/data/online_retail/online_retail_full.csv.gz");

describe("Online Retail", () => {
  test.skipIf(!existsSync(file))(
    "has the reference's customers, rows and lines without a customer (skipped where ../shared/data is absent)",
    async () => {
      const reading = await readFile(
        { name: "online_retail_full.csv.gz", blob: new Blob([readFileSync(file)]), modified: 0 },
        { zone: "UTC" },
        () => undefined,
      );
      const line = { from: "orders", customer: "CustomerID", time: "InvoiceDate", event: "=purchase" };
      const whole = await run({ orders: reading.table }, { events: [line] });
      // golden/online_retail.json: raw.
      expect([whole.value && (whole.value as Journey).customers, whole.excluded["no customer"], reading.table.rows]).toEqual([
        4_372, 135_080, 541_909,
      ]);
      const where = [
        { column: "Quantity", above: 0 },
        { column: "UnitPrice", above: 0 },
      ];
      const kept = await run({ orders: reading.table }, { events: [{ ...line, where }] });
      // golden/online_retail.json: cohort_B.
      expect(kept.facts[0]!.text).toBe("4,338 customers on one line of 397,884 events");
    },
  );
});

import { describe, expect, test } from "vitest";
import { guessMapping } from "../../src/cells/journey/guess.ts";
import { suggest } from "../../src/cells/journey/params.ts";
import type { ColumnType } from "../../src/schema/column.ts";
import type { InputShape } from "../../src/schema/shape.ts";

/** A table's shape from its header: name, type, distinct values, share missing. */
function shape(name: string, rows: number, columns: [name: string, type: ColumnType, distinct: number, missing?: number][]): InputShape {
  return {
    name,
    provides: "table",
    rows,
    columns: columns.map(([column, type, distinct, missing = 0]) => ({ name: column, type, distinct, missing: Math.round(missing * rows) })),
  };
}

// Header and counts of the file in ../shared/data/online_retail.
const onlineRetail = shape("online_retail", 541_909, [
  ["InvoiceNo", "text", 25_900],
  ["StockCode", "text", 4_070],
  ["Description", "text", 4_223, 0.003],
  ["Quantity", "integer", 300],
  ["InvoiceDate", "time", 9_000],
  ["UnitPrice", "number", 500],
  ["CustomerID", "integer", 3_000, 0.249],
  ["Country", "text", 38],
]);

const visits = (distinct: number) =>
  shape("t", 1_000, [
    ["user_id", "text", distinct],
    ["ts", "time", 1_000],
  ]);

describe("guessMapping(shape)", () => {
  test("reads Online Retail's header: purchases by CustomerID at InvoiceDate", () => {
    const guess = guessMapping(onlineRetail)!;
    expect(guess.line).toEqual({ from: "online_retail", customer: "CustomerID", time: "InvoiceDate", event: "=purchase", id: "InvoiceNo" });
    expect(guess.confidence.customer).toBeGreaterThan(0.9);
    expect(guess.why.customer).toContain("name");
  });

  test("reads CDNOW's header", () => {
    const cdnow = shape("cdnow", 69_659, [
      ["customer_id", "integer", 23_570],
      ["date", "time", 546],
      ["number_of_cds", "integer", 30],
      ["dollar_value", "number", 4_000],
    ]);
    expect(guessMapping(cdnow)!.line).toEqual({ from: "cdnow", customer: "customer_id", time: "date", event: "=purchase", value: "dollar_value" });
  });

  test("reads an event log of process mining with XES names", () => {
    const log = shape("bpic2012", 262_200, [
      ["case:concept:name", "integer", 9_500],
      ["concept:name", "text", 24],
      ["lifecycle:transition", "text", 3],
      ["time:timestamp", "time", 9_990],
      ["org:resource", "text", 68],
      ["case:AMOUNT_REQ", "integer", 600],
    ]);
    const { line } = guessMapping(log)!;
    expect(line).toMatchObject({ customer: "case:concept:name", time: "time:timestamp", event: "concept:name", owner: "org:resource" });
  });

  test("reads the same log in plain names", () => {
    const log = shape("bpic2012", 262_200, [
      ["case_id", "integer", 9_500],
      ["activity", "text", 24],
      ["lifecycle", "text", 3],
      ["timestamp", "time", 9_990],
    ]);
    expect(guessMapping(log)!.line).toMatchObject({ customer: "case_id", time: "timestamp", event: "activity" });
  });

  test("reads a shop's export of orders", () => {
    const shop = shape("orders_export", 8_000, [
      ["Name", "text", 7_000],
      ["Email", "text", 4_200],
      ["Financial Status", "text", 4],
      ["Paid at", "time", 6_900, 0.1],
      ["Currency", "text", 1],
      ["Subtotal", "number", 2_000],
      ["Total", "number", 2_400],
      ["Created at", "time", 7_000],
      ["Source", "text", 5],
    ]);
    expect(guessMapping(shop)!.line).toMatchObject({ customer: "Email", event: "=purchase", value: "Total", channel: "Source" });
    expect(["Paid at", "Created at"]).toContain(guessMapping(shop)!.line.time);
  });

  test("reads an export of web analytics", () => {
    const web = shape("web", 500_000, [
      ["event_timestamp", "time", 10_000],
      ["event_name", "text", 30],
      ["user_id", "text", 20_000, 0.7],
      ["user_pseudo_id", "text", 80_000],
      ["traffic_source_medium", "text", 8],
      ["traffic_source_name", "text", 40],
      ["event_value_in_usd", "number", 900, 0.98],
    ]);
    expect(guessMapping(web)!.line).toMatchObject({
      customer: ["user_id", "user_pseudo_id"],
      time: "event_timestamp",
      event: "event_name",
      channel: "traffic_source_medium",
      campaign: "traffic_source_name",
      value: "event_value_in_usd",
    });
  });

  test("names events after the table where nothing points to purchases, and reads a survey's scale", () => {
    const survey = shape("surveys", 900, [
      ["client_id", "text", 700],
      ["answered_at", "time", 900],
      ["nps", "integer", 11],
      ["comment", "text", 400, 0.5],
    ]);
    expect(guessMapping(survey)!.line).toEqual({
      from: "surveys",
      customer: "client_id",
      time: "answered_at",
      event: "=survey",
      score: "nps",
      scale: "nps",
      comment: "comment",
    });
  });

  test("is less sure of a customer column that is different in every row", () => {
    expect(guessMapping(visits(1_000))!.confidence.customer).toBeLessThan(guessMapping(visits(300))!.confidence.customer);
  });

  test("gives up where no column can be the customer or the time", () => {
    expect(
      guessMapping(
        shape("spend", 90, [
          ["month", "text", 12],
          ["cost", "number", 90],
        ]),
      ),
    ).toBeNull();
    expect(guessMapping(shape("users", 90, [["user_id", "text", 90]]))).toBeNull();
  });
});

describe("suggest(shape)", () => {
  test("offers a journey of a table, with how sure it is in words", () => {
    const [suggestion] = suggest(onlineRetail);
    expect(suggestion!.params).toMatchObject({ events: [{ from: "online_retail", customer: "CustomerID" }] });
    expect(suggestion!.why).toBe(
      "Customer is CustomerID (sure), time is InvoiceDate (sure), event is “purchase” for every row (likely), id is InvoiceNo (sure).",
    );
    expect(suggestion!.confidence).toBeGreaterThan(0.85);
  });

  test("offers nothing for what is not a table", () => {
    expect(suggest({ ...onlineRetail, provides: "journey" })).toEqual([]);
  });
});

test("guessMapping(shape) takes a qualified channel for the channel", () => {
  const column = (name: string, type: "text" | "time", distinct: number) => ({ name, type, missing: 0, distinct });
  const columns = [
    column("user_id", "text", 600),
    column("timestamp", "time", 9000),
    column("event", "text", 19),
    column("acquisition_channel", "text", 5),
  ];
  const guess = guessMapping({ name: "ecom", provides: "table", rows: 31_106, columns });
  expect(guess!.line).toMatchObject({ customer: "user_id", time: "timestamp", event: "event", channel: "acquisition_channel" });
});

describe("guessMapping(shape) leaves out", () => {
  test("a value that belongs to the whole case of a process", () => {
    const log = shape("bpic2012", 262_200, [
      ["case_id", "integer", 9_500],
      ["activity", "text", 24],
      ["timestamp", "time", 9_990],
      ["amount_req", "integer", 600],
    ]);
    expect(guessMapping(log)!.line).toEqual({ from: "bpic2012", customer: "case_id", time: "timestamp", event: "activity" });
    expect(suggest(log)[0]!.name).toBe("cases");
  });

  test("where an answer was given as a way of coming", () => {
    const survey = shape("surveys", 900, [
      ["customer_id", "text", 700],
      ["answered_at", "time", 900],
      ["touchpoint", "text", 4],
      ["score", "integer", 11],
    ]);
    expect(guessMapping(survey)!.line).toEqual({ from: "surveys", customer: "customer_id", time: "answered_at", event: "=survey", score: "score" });
  });
});

describe("suggest(shape) for a table about customers", () => {
  // Header and counts of the sample's crm.json.
  const crm = shape("crm", 22_145, [
    ["id", "text", 19_400],
    ["name", "text", 14_000],
    ["email", "text", 19_300],
    ["phone", "text", 11_000, 0.4],
    ["country", "text", 4],
    ["born", "integer", 83],
    ["source", "text", 7],
    ["tier", "text", 3],
    ["since", "time", 716],
  ]);

  test("offers a line for the journey that is there, without names and addresses", () => {
    expect(suggest(crm)).toEqual([
      {
        params: { attributes: [{ from: "crm", customer: "id", columns: ["country", "born", "source", "tier"], asOf: "since" }] },
        why: "It tells what customers are: country, born, source, tier, by id, as of since.",
        confidence: 0.75,
        adds: true,
      },
    ]);
  });

  test("takes a table with an order's number for events", () => {
    const orders = {
      ...crm,
      name: "customer_orders",
      columns: [...crm.columns, { name: "order_id", type: "text" as const, missing: 0, distinct: 22_145 }],
    };
    expect(suggest(orders)[0]?.adds).toBeUndefined();
  });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { serialize } from "../../../src/notebook/file/serialize.ts";
import { openNotebook } from "../../../src/notebook/open.ts";
import type { CellBlock, Notebook } from "../../../src/notebook/notebook.ts";
import { answered, asksOf } from "../../../src/notebook/starter/asks.ts";
import { bindStarter } from "../../../src/notebook/starter/bind.ts";
import { sayRoles, wantsOf } from "../../../src/notebook/starter/wants.ts";
import type { ColumnShape, InputShape } from "../../../src/schema/shape.ts";

const column = (name: string, type: ColumnShape["type"], distinct: number, more: Partial<ColumnShape> = {}): ColumnShape => ({
  name,
  type,
  distinct,
  missing: 0,
  ...more,
});
const table = (rows: number, ...columns: ColumnShape[]): InputShape => ({ name: "dropped", provides: "table", rows, columns });

// Headers and counts of files in ../shared/data.
const onlineRetail = table(
  541_909,
  column("InvoiceNo", "text", 25_900),
  column("Quantity", "integer", 300, { min: -80_995 }),
  column("InvoiceDate", "time", 9_000),
  column("UnitPrice", "number", 500, { min: -11_062.06 }),
  column("CustomerID", "integer", 3_000, { missing: 135_080 }),
);
const cdnow = table(69_659, column("customer_id", "integer", 9_000), column("date", "time", 546), column("dollar_value", "number", 4_000));
const ecom = table(
  31_106,
  column("user_id", "text", 600),
  column("event", "text", 19, { top: ["home", "payment_details", "checkout"] }),
  column("timestamp", "time", 9_000),
  column("acquisition_channel", "text", 5),
);
const telco = table(7_043, column("customerID", "text", 7_043), column("tenure", "integer", 73), column("Churn", "boolean", 2));

function starter(name: string): Notebook {
  const text = readFileSync(join(import.meta.dirname, "../../../notebooks/starters", `${name}.journey.md`), "utf8");
  return openNotebook(`${text}\n\`\`\`cell source dropped\nfile: "dropped.csv"\n\`\`\`\n`).notebook;
}
const cell = ({ blocks }: Notebook, name: string): CellBlock =>
  blocks.find((block): block is CellBlock => block.type === "cell" && block.name === name)!;

describe("bindStarter(notebook, shapes)", () => {
  test("puts Online Retail into the retail starter, and works out its value", () => {
    const { notebook, matches } = bindStarter(starter("retail"), [onlineRetail]);
    expect(matches).toEqual([{ source: "orders", reader: "dropped" }]);
    expect(cell(notebook, "orders").params["file"]).toBe("dropped.csv");
    expect(cell(notebook, "paid").params["verbs"]).toEqual([
      { filter: "Quantity > 0 && UnitPrice > 0" },
      { derive: { amount: "Quantity * UnitPrice" } },
    ]);
    expect(cell(notebook, "customers").params["events"]).toEqual([
      { from: "paid", customer: "CustomerID", time: "InvoiceDate", event: "=purchase", value: "amount", id: "InvoiceNo" },
    ]);
    expect(cell(notebook, "dropped")).toBeUndefined();
    expect(wantsOf(notebook)).toEqual([]);
  });

  test("keeps the starter's own word for events that have no column, and takes no step where there is a value", () => {
    const { notebook } = bindStarter(starter("subscription"), [cdnow]);
    expect(cell(notebook, "paid").params["verbs"]).toBeUndefined();
    expect(cell(notebook, "customers").params["events"]).toEqual([
      { from: "paid", customer: "customer_id", time: "date", event: "=payment", value: "dollar_value" },
    ]);
  });

  test("lets conditions on an event follow the name it has in the file, and asks for the value that is not there", () => {
    const { notebook } = bindStarter(starter("subscription"), [ecom]);
    expect(cell(notebook, "renewal").params["return"]).toEqual([{ column: "event", is: "payment_details" }]);
    const asks = asksOf(notebook, (name) => (name === "paid" ? ecom : null));
    expect(asks).toEqual([{ journey: "customers", param: "events", line: 0, role: "value", table: "paid", columns: [] }]);
    const without = answered(cell(notebook, "customers"), asks[0]!, null);
    expect(without).toEqual([{ from: "paid", customer: "user_id", time: "timestamp", event: "event", channel: "acquisition_channel" }]);
    expect(answered(cell(notebook, "customers"), asks[0]!, "price")).toMatchObject([{ value: "price" }]);
  });

  test("lets conditions go whose event the file does not have", () => {
    const visits = { ...ecom, columns: ecom.columns.map((other) => (other.name === "event" ? { ...other, top: ["home"] } : other)) };
    const { notebook, freed } = bindStarter(starter("retail"), [visits]);
    expect(cell(notebook, "comeback").params["return"]).toEqual([]);
    expect(freed).toEqual([
      { cell: "comeback", event: "purchase" },
      { cell: "regulars", event: "purchase" },
    ]);
    expect(bindStarter(starter("retail"), [onlineRetail]).freed).toEqual([]);
  });

  test("leaves a table without times where it is, and says so", () => {
    const before = starter("services");
    expect(bindStarter(before, [telco])).toEqual({ notebook: before, matches: [], timeless: ["dropped"], freed: [] });
  });

  test("gives each file to the want it fits best", () => {
    const text = serialize(starter("services")).replace(
      "```cell journey customers\nevents:\n",
      '```cell source sales\n```\n\n```cell journey customers\nevents:\n  - {"from":"sales","customer":"customer","time":"time","event":"=purchase","value":"value"}\n',
    );
    const { notebook } = openNotebook(`${text}\n\`\`\`cell source other\nfile: "other.csv"\n\`\`\`\n`);
    const { matches } = bindStarter(notebook, [{ ...ecom, name: "other" }, cdnow]);
    expect(new Set(matches.map(({ source, reader }) => `${source} ${reader}`))).toEqual(new Set(["sales dropped", "contacts other"]));
  });
});

test("asksOf(notebook, shapeOf) offers the columns that can be what is asked", () => {
  const text = '---\nformat: 1\n---\n\n```cell journey all\nevents:\n  - {"from":"t","customer":"who","time":"when","event":"=seen"}\n```\n';
  const shape = table(1_000, column("code", "text", 400), column("at", "time", 900), column("vip", "boolean", 2), column("kind", "text", 3));
  const asks = asksOf(openNotebook(text).notebook, () => shape);
  expect(asks.map(({ role, columns }) => [role, columns])).toEqual([
    ["customer", ["code"]],
    ["time", ["at"]],
  ]);
  expect(asksOf(openNotebook(text).notebook, () => null)).toEqual([]);
});

test("sayRoles(roles) says what a table must have", () => {
  expect(sayRoles(["customer", "time", "value"])).toBe("a table with a customer, a time and a value");
  expect(sayRoles(["customer"])).toBe("a table with a customer");
});

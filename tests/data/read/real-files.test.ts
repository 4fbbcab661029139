import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readFile, type FileReading } from "../../../src/data/read/read-file.ts";
import type { CsvOptions } from "../../../src/data/csv/csv-options.ts";
import { columnOf } from "../../../src/schema/table.ts";
import { missingCount } from "../../../src/schema/missing.ts";
import { typesOf, valuesOf } from "../csv/table-of.ts";

const shared = new URL("../../../../shared/", import.meta.url);
const absent = !existsSync(new URL("data/", shared));

const read = (path: string, options: Partial<CsvOptions> = {}): Promise<FileReading> => {
  const blob = new Blob([readFileSync(new URL(`data/${path}`, shared))]);
  return readFile({ name: path, blob, modified: 0 }, { zone: "UTC", ...options }, () => undefined);
};
let online: Promise<FileReading> | null = null;
const wholeOnlineRetail = () => (online ??= read("online_retail/online_retail_full.csv.gz"));
const distinct = ({ table }: FileReading, name: string) => new Set(columnOf(table, name)!.values).size;

describe.skipIf(absent)(`real files${absent ? " (skipped: ../shared/data is not there)" : ""}`, () => {
  // golden/online_retail.json, `raw`, made with pandas.
  test("readFile reads the whole of Online Retail", { timeout: 30_000 }, async () => {
    const golden = (JSON.parse(readFileSync(new URL("golden/online_retail.json", shared), "utf8")) as { raw: Record<string, number & string> }).raw;
    const reading = await wholeOnlineRetail();
    const { table, bad } = reading;
    const column = (name: string) => columnOf(table, name)!;
    expect(bad).toEqual([]);
    expect(table.rows).toBe(golden["rows"]);
    expect(typesOf(table)).toEqual(["text", "text", "text", "integer", "time", "number", "integer", "text"]);
    expect(missingCount(column("CustomerID"))).toBe(golden["blank_CustomerID"]);
    expect(missingCount(column("Description"))).toBe(golden["blank_Description"]);
    expect(distinct(reading, "CustomerID") - 1).toBe(golden["unique_customers"]);
    expect(column("InvoiceNo").dictionary).toHaveLength(golden["unique_invoices"]!);
    expect(column("StockCode").dictionary).toHaveLength(golden["unique_stock"]!);
    expect(column("Country").dictionary).toHaveLength(golden["countries"]!);
    const quantity = column("Quantity").values;
    const price = column("UnitPrice").values;
    const time = column("InvoiceDate").values as Float64Array;
    const sums = { quantity: 0, revenue: 0, negative: 0, free: 0, first: Infinity, last: -Infinity };
    for (let row = 0; row < table.rows; row++) {
      sums.quantity += quantity[row]!;
      sums.revenue += quantity[row]! * price[row]!;
      if (quantity[row]! < 0) sums.negative++;
      if (price[row] === 0) sums.free++;
      sums.first = Math.min(sums.first, time[row]!);
      sums.last = Math.max(sums.last, time[row]!);
    }
    expect(sums).toMatchObject({ quantity: golden["sum_quantity"], negative: golden["neg_quantity_rows"], free: golden["zero_price_rows"] });
    expect(sums.revenue).toBeCloseTo(golden["sum_revenue"]!, 4);
    expect(new Date(sums.first).toISOString().slice(0, 19).replace("T", " ")).toBe(golden["min_date"]);
    expect(new Date(sums.last).toISOString().slice(0, 19).replace("T", " ")).toBe(golden["max_date"]);
    const cancelled = column("InvoiceNo").dictionary!.filter((text) => text.startsWith("C"));
    expect(cancelled).toHaveLength(golden["cancel_invoices"]!);
  });

  // Python's csv module: the first 20,000 rows and 32 later ones with a pound sign, latin-1, M/D/YYYY.
  test("readFile reads the latin-1 head of Online Retail as the same rows", async () => {
    const { table, dialect, columns } = await read("online_retail/online_retail_head_latin1_mdY.csv");
    const whole = valuesOf({ ...(await wholeOnlineRetail()).table, rows: 20_000 });
    expect(table.rows).toBe(20_032);
    expect(columnOf(table, "Description")!.dictionary).toContain("Dotcomgiftshop Gift Voucher £40.00");
    expect(dialect!.encoding).toBe("windows-1252");
    expect(columns.find(({ name }) => name === "InvoiceDate")!.dates).toEqual({ order: "month-first", decided: true });
    const head = valuesOf({ ...table, rows: 20_000 });
    for (const name of ["Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country"]) expect(head[name]).toEqual(whole[name]);
  });

  // golden/cookie_cats.json and data/README.md.
  test("readFile reads Cookie Cats the same with a byte order mark and without", async () => {
    const plain = await read("ab/cookie_cats.csv");
    const marked = await read("ab/cookie_cats_bom.csv");
    expect(plain.table.rows).toBe(90_189);
    expect(typesOf(plain.table)).toEqual(["integer", "text", "integer", "boolean", "boolean"]);
    expect(marked.table).toEqual(plain.table);
  });

  // data/README.md.
  test("readFile keeps commas inside the quotes of Hillstrom", async () => {
    const { table, bad } = await read("ab/hillstrom.csv");
    expect(table.rows).toBe(64_000);
    expect(bad).toEqual([]);
    expect(columnOf(table, "history_segment")!.dictionary).toContain("7) $1,000 +");
  });

  test("readFile reads journeys separated by semicolons", async () => {
    const { table, dialect } = await read("attribution/path_data.csv");
    expect(dialect!.delimiter).toBe("semicolon");
    expect(table.rows).toBe(10_000);
    expect(typesOf(table)).toEqual(["text", "integer", "number", "integer"]);
  });

  // data/README.md: 31,106 events of 600 users; 262,200 events of 13,087 applications, 13,995 equal neighbouring times.
  test("readFile reads shop events and loan applications", async () => {
    const shop = await read("clickstream/ecom.csv.gz");
    expect([shop.table.rows, distinct(shop, "user_id")]).toEqual([31_106, 600]);
    expect(columnOf(shop.table, "timestamp")!.type).toBe("time");
    const loans = await read("eventlogs/bpic2012.csv.gz");
    expect([loans.table.rows, distinct(loans, "case_id")]).toEqual([262_200, 13_087]);
    const time = columnOf(loans.table, "timestamp")!;
    // 2011-10-01T00:38:44.546+02:00, the first line of the file.
    expect([time.type, time.values[0]]).toEqual(["time", Date.parse("2011-09-30T22:38:44.546Z")]);
  });

  // data/README.md: TotalCharges is one blank in 11 rows.
  test("readFile takes a lone blank among numbers as missing", async () => {
    const { table } = await read("telco/Telco-Customer-Churn.csv");
    const charges = columnOf(table, "TotalCharges")!;
    expect([table.rows, charges.type, missingCount(charges)]).toEqual([7043, "number", 11]);
    expect(columnOf(table, "Churn")!.type).toBe("boolean");
    expect(columnOf(table, "SeniorCitizen")!.type).toBe("integer");
  });

  test("readFile reads the further files this project knows", async () => {
    const receipt = await read("eventlogs/receipt.csv");
    expect([receipt.table.rows, columnOf(receipt.table, "time:timestamp")!.type]).toEqual([8577, "time"]);
    const example = await read("eventlogs/running-example.csv");
    expect([example.table.rows, example.table.columns[0]!.name]).toEqual([42, "column_1"]);
    const survey = await read("nps/nps_benavent.csv");
    expect([survey.table.rows, survey.dialect!.encoding]).toEqual([13_954, "windows-1252"]);
    expect(columnOf(survey.table, "nps")!.type).toBe("integer");
    const [one, two] = [await read("nps/preppin_sudzilla_input_01.csv"), await read("nps/preppin_sudzilla_input_02.csv")];
    expect([one.table.columns[0]!.type, two.table.columns[0]!.type]).toEqual(["time", "time"]);
    expect([one.table.rows, two.table.rows]).toEqual([39, 39]);
    expect((await read("survival/lung.csv")).table.columns[0]!.type).toBe("number");
  });
});

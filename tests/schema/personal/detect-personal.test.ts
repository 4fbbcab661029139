import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { detectPersonal } from "../../../src/schema/personal/detect-personal.ts";
import type { Table } from "../../../src/schema/table.ts";
import { fileOf, runNotebook, sampleFiles } from "../../cells/laboratory.ts";

const shared = join(import.meta.dirname, "../../../../shared/data");

async function typesIn(file: string, files = sampleFiles()): Promise<Record<string, string>> {
  const run = await runNotebook(`\`\`\`cell source it\nfile: ${JSON.stringify(file)}\n\`\`\`\n`, files);
  const table: Table = run.states.get("it")!.result!.tables["main"]!;
  return Object.fromEntries(
    table.columns.flatMap((column) => {
      const found = detectPersonal(column, table.rows);
      return found === null ? [] : [[column.name, found.type]];
    }),
  );
}

const text = (name: string, values: string[]) => ({ name, type: "text" as const, values: Int32Array.from(values.keys()), dictionary: values });

describe("personal data in columns", () => {
  // Read off the files: sample-data/README.md says what each column is.
  test.each([
    ["crm.json", { id: "identifier", name: "name", email: "e-mail", phone: "phone", born: "birth date" }],
    ["tickets.tsv", { ticket: "identifier", owner: "name", customer_email: "e-mail" }],
    ["orders.csv", { customer_id: "identifier" }],
    ["campaigns.csv", { customer_id: "identifier" }],
    ["experiment.csv", { customer_id: "identifier" }],
    ["spend.csv", {}],
    ["surveys.csv", { survey_id: "identifier", customer_id: "identifier", comment: "free text" }],
  ])("in the sample's %s are found, and nothing else", async (file, types) => {
    expect(await typesIn(file)).toEqual(types);
  });

  test.skipIf(!existsSync(shared))("in public data are found by name and content [skipped: ../shared/data is not here]", async () => {
    const read = (path: string) => readFileSync(join(shared, path), "latin1").split("\n").slice(0, 3000).join("\n");
    expect(await typesIn("a.csv", fileOf("a.csv", read("telco/Telco-Customer-Churn.csv")))).toEqual({ customerID: "identifier" });
    expect(await typesIn("a.csv", fileOf("a.csv", read("ab/cookie_cats.csv")))).toEqual({ userid: "identifier" });
    expect(await typesIn("a.csv", fileOf("a.csv", read("survival/rossi.csv")))).toEqual({ age: "age" });
    const retail = await typesIn("a.csv", fileOf("a.csv", read("online_retail/online_retail_head_latin1_mdY.csv")));
    expect(retail).toMatchObject({ CustomerID: "identifier" });
    for (const safe of ["InvoiceNo", "StockCode", "InvoiceDate", "Quantity", "UnitPrice", "Country"]) expect(retail).not.toHaveProperty(safe);
  });

  test("are found whatever the column is called", () => {
    expect(detectPersonal(text("kontakt", ["ida@mail.example", "uwe@mail.example"]))).toMatchObject({ type: "e-mail", confidence: 0.95, share: 1 });
    expect(detectPersonal(text("wer", ["Elif Gruber", "Uwe Urban", "Clara Conrad"]))).toMatchObject({ type: "name", confidence: 0.4 });
  });

  test("are not products, cities, campaigns or codes", () => {
    expect(detectPersonal(text("product", ["Tea tin", "Bread knife", "Stock pot, 5 l"]))).toBeNull();
    expect(detectPersonal(text("city", ["New York", "Sankt Gallen", "Den Haag"]))).toBeNull();
    expect(detectPersonal(text("device", ["phone", "desktop", "tablet"]))).toBeNull();
  });

  test("an empty column says nothing", () => {
    expect(detectPersonal({ name: "email", type: "text", values: new Int32Array(0), dictionary: [] })).toBeNull();
  });
});

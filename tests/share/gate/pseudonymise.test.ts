import { beforeAll, describe, expect, test } from "vitest";
import type { Table } from "../../../src/schema/table.ts";
import { planColumns } from "../../../src/share/gate/column-plan.ts";
import { pseudonym } from "../../../src/share/gate/pseudonym.ts";
import { pseudonymise } from "../../../src/share/gate/pseudonymise.ts";
import { runNotebook } from "../../cells/laboratory.ts";
import { numbers, rowsOf, tableOf, texts, whole } from "./tables.ts";

const never = () => undefined;
let key: CryptoKey;

beforeAll(async () => {
  // The key and the text of RFC 4231, test case 2, would need a text of ours: a fixed key makes the numbers below repeatable.
  key = await crypto.subtle.importKey("raw", new TextEncoder().encode("Jefe"), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
});

const out = async (table: Table, customers: string[] = []) => rowsOf(await pseudonymise(table, planColumns(table, customers), key, never));

describe("a pseudonym", () => {
  test("is the first 128 bits of the HMAC, in base 32", async () => {
    // printf 'identifier|c_10000' | openssl dgst -sha256 -hmac Jefe -binary | head -c 16 | base32
    expect(await pseudonym("c_10000", key)).toBe("hi34gcf665c7tczgc47k7jabcq");
    expect(await pseudonym("c_10000", key)).toMatch(/^[a-z2-7]{26}$/);
  });

  test("is the same for one person however the id is written", async () => {
    expect(await pseudonym(" Ida@Mail.example", key)).toBe(await pseudonym("ida@mail.example", key));
    expect(await pseudonym("0049 30 23125001", key)).toBe(await pseudonym("+49 (30) 23125-001", key));
    expect(await pseudonym("c_10000", key)).not.toBe(await pseudonym("c_10001", key));
  });

  test("is another with another key", async () => {
    const other = await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
    expect(await pseudonym("c_10000", other)).not.toBe(await pseudonym("c_10000", key));
  });

  test("is not given to a text that stands for nobody, so that it still does", async () => {
    for (const nobody of ["unknown", "N/A", "", "0", "00000000-0000-0000-0000-000000000000"]) expect(await pseudonym(nobody, key)).toBe(nobody);
  });
});

describe("rows that leave the machine", () => {
  test("one id is one pseudonym in every table, whatever its column is called or holds", async () => {
    const orders = await out(
      tableOf(
        "event",
        whole(
          "CustomerID",
          Array.from({ length: 12 }, (_, row) => 17_000 + row),
        ),
      ),
    );
    const crm = await out(tableOf("event", texts("klant", ["17000", "17001"])), ["klant"]);
    expect(crm[0]!["klant"]).toBe(orders[0]!["CustomerID"]);
    expect(crm[1]!["klant"]).toBe(orders[1]!["CustomerID"]);
  });

  test("ages and birth dates come in bands, places to a tenth of a degree, texts redacted, cards not at all", async () => {
    const table = tableOf(
      "event",
      whole("age", [37, 41]),
      whole("born", [1976, 1974]),
      { ...numbers("birth_date", [Date.UTC(1976, 4, 9), Date.UTC(1979, 1, 1)]), type: "time" },
      numbers("lat", [52.52437, 48.13743]),
      texts("comment", ["Best pan I ever had, ask ida@mail.example", "The spoon split after a week of use"]),
      texts("card_number", ["4111111111111111", "5555555555554444"]),
      numbers("price", [16.9, 18]),
    );
    const start = Date.UTC(1975, 0);
    expect(await out(table)).toEqual([
      { age: 35, born: 1975, birth_date: start, lat: 52.5, comment: "Best pan I ever had, ask [e-mail removed]", price: 16.9 },
      { age: 40, born: 1970, birth_date: start, lat: 48.1, comment: "The spoon split after a week of use", price: 18 },
    ]);
  });

  test("a text no row uses any more leaves with none", async () => {
    const column = { ...texts("city", ["Berlin"]), dictionary: ["Berlin", "ida@mail.example"] };
    expect(await pseudonymise(tableOf("event", column), [{ column: "city", found: null, action: "keep" }], key, never)).toEqual(
      tableOf("event", texts("city", ["Berlin"])),
    );
  });

  test("a column without a plan is left out", async () => {
    expect((await pseudonymise(tableOf("event", texts("city", ["Berlin"])), [], key, never)).columns).toEqual([]);
  });

  test("can be stopped", async () => {
    const stop = () => {
      throw new Error("stopped");
    };
    await expect(pseudonymise(tableOf("event", texts("city", ["Berlin"])), [], key, stop)).rejects.toThrow("stopped");
  });

  test("of the sample hold none of its names, addresses and phone numbers, and still meet", async () => {
    const run = await runNotebook('```cell source crm\nfile: "crm.json"\n```\n\n```cell source tickets\nfile: "tickets.tsv"\n```\n');
    const crm = run.states.get("crm")!.result!.tables["main"]!;
    const tickets = run.states.get("tickets")!.result!.tables["main"]!;
    const [people, asked] = [await pseudonymise(crm, planColumns(crm), key, never), await pseudonymise(tickets, planColumns(tickets), key, never)];
    const dictionary = (table: Table, name: string) => table.columns.find((column) => column.name === name)!.dictionary!;
    const left = new Set([...people.columns, ...asked.columns].flatMap((column) => column.dictionary ?? []));
    for (const name of ["id", "name", "email", "phone"]) expect(dictionary(crm, name).filter((text) => left.has(text))).toEqual([]);
    expect(dictionary(tickets, "customer_email").filter((text) => left.has(text))).toEqual([]);
    const known = new Set(dictionary(people, "email"));
    const meets = (addresses: string[], all: ReadonlySet<string>) => addresses.filter((address) => all.has(address)).length;
    const spelled = (table: Table, name: string) => new Set(dictionary(table, name).map((address) => address.trim().toLowerCase()));
    const before = meets([...spelled(tickets, "customer_email")], spelled(crm, "email"));
    expect(before).toBeGreaterThan(500);
    expect(meets(dictionary(asked, "customer_email"), known)).toBe(before);
  });
});

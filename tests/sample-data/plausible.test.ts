import { beforeAll, describe, expect, test } from "vitest";
import { cardsOf, committedFiles, eventsOf, rowsOf, textOf, type Card, type Files, type Row, type TimedRow } from "./rows.ts";

let files: Files;
let orders: Row[];
let events: TimedRow[];
let cards: Card[];

beforeAll(() => {
  files = committedFiles();
  orders = rowsOf(files, "orders.csv");
  events = eventsOf(files);
  cards = cardsOf(files);
}, 60_000);

const groupFirst = <T>(list: readonly T[], key: (item: T) => string): Map<string, T> => {
  const first = new Map<string, T>();
  for (const item of list) if (key(item) !== "" && !first.has(key(item))) first.set(key(item), item);
  return first;
};

describe("the committed files", () => {
  test("are of the promised size: about 20,000 customers and 400,000 events over two years", () => {
    // The ranges are the business description's, give or take a tenth.
    const customers = new Set(cards.map((card) => card.id)).size;
    expect(customers).toBeGreaterThan(18_000);
    expect(customers).toBeLessThan(22_000);
    expect(events.length).toBeGreaterThan(380_000);
    expect(events.length).toBeLessThan(420_000);
    expect(orders.length).toBeLessThan(45_000);
    expect(orders.at(0)!["ordered_at"]).toMatch(/^2024-01-01 /);
    expect(orders.at(-1)!["ordered_at"]).toMatch(/^2025-12-17 /);
  });

  test("keep the columns that notebooks of the shop's orders rely on", () => {
    expect(textOf(files, "orders.csv").split("\n")[0]).toMatch(/^order_id,customer_id,ordered_at,channel,country,product,quantity,price,/);
    expect(orders.every((row) => /^H-\d+$/.test(row["order_id"]!) && /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(row["ordered_at"]!))).toBe(true);
  });

  test("have twice as many newcomers in November as around it", () => {
    const since = [...groupFirst(cards, (card) => card.id).values()].map((card) => card.since.slice(0, 7));
    const count = (month: string) => since.filter((text) => text === month).length;
    const ratio = (2 * count("2024-11")) / (count("2024-10") + count("2024-09"));
    expect(ratio).toBeGreaterThan(1.7);
    expect(ratio).toBeLessThan(2.4);
  });

  test("have no sale in a store on a Sunday", () => {
    const sundays = orders.filter(
      (row) =>
        row["channel"] === "store" && Number(row["quantity"]) > 0 && new Date(`${row["ordered_at"]!.slice(0, 10)}T00:00:00Z`).getUTCDay() === 0,
    );
    // Who comes right after another visit may come on the next day, which is rarely a Sunday.
    expect(sundays.length / orders.filter((row) => row["channel"] === "store").length).toBeLessThan(0.005);
  });

  test("are dirty in every way that is described", () => {
    const lines = textOf(files, "web_events.csv.gz").trimEnd().split("\n");
    expect(new Set(lines).size).toBeLessThan(lines.length);
    expect(lines.some((line) => line.includes(",2031-"))).toBe(true);
    expect(events.some((event) => event.row["bot"] === "true")).toBe(true);
    const lineTexts = textOf(files, "orders.csv").trimEnd().split("\n");
    expect(new Set(lineTexts).size).toBeLessThan(lineTexts.length);
    for (const dirty of [
      (row: Row) => row["customer_id"] === "",
      (row: Row) => row["channel"] === "",
      (row: Row) => Number(row["quantity"]) < 0,
      (row: Row) => Number(row["price"]) === 0,
      (row: Row) => row["customer_id"] === "c_1",
    ]) {
      expect(orders.some(dirty)).toBe(true);
      expect(orders.filter(dirty).length / orders.length).toBeLessThan(0.12);
    }
    expect(cards.some((card) => card.email !== card.email.toLowerCase())).toBe(true);
    expect(cards.some((card) => card.email.startsWith(" "))).toBe(true);
    expect(cards.some((card) => card.born === 1900)).toBe(true);
    expect(rowsOf(files, "surveys.csv").some((row) => row["comment"]!.includes("\n") && row["comment"]!.includes('"'))).toBe(true);
  });

  test("have devices that many share: a kiosk in each store, and couples", () => {
    const users = new Map<string, Set<string>>();
    for (const event of events) {
      if (event.row["anonymous_id"] === "" || event.row["user_id"] === "") continue;
      const known = users.get(event.row["anonymous_id"]!) ?? new Set();
      users.set(event.row["anonymous_id"]!, known.add(event.row["user_id"]!));
    }
    const shared = [...users.values()].map((known) => known.size).toSorted((a, b) => b - a);
    expect(shared[0]).toBeGreaterThan(100);
    expect(shared[1]).toBeGreaterThan(100);
    expect(shared[2]).toBeLessThan(6);
    expect(shared.filter((number) => number === 2).length).toBeGreaterThan(200);
  });
});

describe("a customer's life", () => {
  test("has no order before the first visit, and the purchase among the events at its moment", () => {
    const firstEvent = groupFirst(events, (event) => event.row["user_id"]!);
    const purchases = new Set(events.filter((event) => event.row["event_name"] === "purchase").map((event) => event.row["user_id"]!));
    const known = [...groupFirst(orders, (row) => row["customer_id"]!)].filter(([customer]) => customer !== "c_1");
    const early = known.filter(([customer, row]) => {
      // Berlin is at most two hours ahead of UTC.
      const latest = Date.parse(`${row["ordered_at"]!.replace(" ", "T")}Z`) - 3_600_000;
      return !firstEvent.has(customer) || latest < firstEvent.get(customer)!.at - 1 || !purchases.has(customer);
    });
    expect(known.length).toBeGreaterThan(13_000);
    expect(early).toEqual([]);
  });

  test("has no return before its order, and none larger than what was bought", () => {
    const bought = new Map<string, { at: string; quantity: number }>();
    const wrong: string[] = [];
    for (const row of new Map(orders.map((row) => [JSON.stringify(row), row])).values()) {
      const key = `${row["order_id"]} ${row["product"]}`;
      const quantity = Number(row["quantity"]);
      if (quantity > 0) bought.set(key, { at: row["ordered_at"]!, quantity });
      else if (!bought.has(key) || bought.get(key)!.at > row["ordered_at"]! || bought.get(key)!.quantity < -quantity) wrong.push(key);
    }
    expect(wrong).toEqual([]);
  });

  test("has parcels that arrive after they are ordered, and pick-ups in order", () => {
    const last = new Map<string, string>();
    const before: Record<string, readonly string[]> = { pickup_collected: ["pickup_arrived"], pickup_abandoned: ["pickup_arrived"] };
    const wrong = events.filter((event) => {
      const name = event.row["event_name"]!;
      if (!name.startsWith("pickup_") || name === "pickup_chosen") return false;
      const allowed = before[name];
      const isWrong = allowed !== undefined && !allowed.includes(last.get(event.row["user_id"]!) ?? "") && last.get(event.row["user_id"]!) !== name;
      last.set(event.row["user_id"]!, name);
      return isWrong;
    });
    // Two pick-ups of one customer may overlap.
    expect(wrong.length / events.filter((event) => event.row["event_name"] === "pickup_collected").length).toBeLessThan(0.01);
  });

  test("has a card from the first day on, and a tier only since the programme began", () => {
    const wrong = cards.filter((card) => card.tier !== "none" && card.since < "2025-06-01");
    expect(wrong).toEqual([]);
    expect(new Set(cards.map((card) => card.tier))).toEqual(new Set(["none", "oak", "fennel"]));
  });
});

describe("nobody real", () => {
  test("has an address here: all mail domains are reserved", () => {
    const addresses = [...cards.map((card) => card.email), ...rowsOf(files, "tickets.tsv").map((row) => row["customer_email"]!)];
    // RFC 2606 reserves example.com, .org, .net and the top level .example.
    expect(addresses.filter((address) => !/@(example\.(com|org|net)|[a-z]+\.example)$/i.test(address))).toEqual([]);
    for (const name of ["orders.csv", "web_events.csv.gz", "campaigns.csv", "surveys.csv", "spend.csv"] as const) {
      expect(textOf(files, name)).not.toMatch(/@|https?:|\bwww\.|\.(com|org|net|de|eu)\b/);
    }
  });

  test("has a telephone number here: all are of the ranges for film and fiction, and nobody shares one", () => {
    const phones = [...new Map(cards.filter((card) => !card.id.startsWith("c_9")).map((card) => [card.id, card.phone])).values()];
    const digits = phones.flatMap((phone) => (phone === undefined ? [] : [phone.replace(/^(\+|00)49/, "0").replace(/\D/g, "")]));
    // Bundesnetzagentur, Mitteilung 148/2021, Amtsblatt 7/2021.
    expect(digits.filter((number) => !/^0(3023125|6990009|4066969|2214710|8999998)\d{3}$/.test(number))).toEqual([]);
    expect(new Set(digits).size).toBe(digits.length);
    expect(digits.length).toBeGreaterThan(2000);
  });
});

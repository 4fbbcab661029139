import { beforeAll, describe, expect, test } from "vitest";
import { planted } from "../../sample-data/business/planted.ts";
import { business, committed, truth } from "../../sample-data/simulate.ts";
import type { Truth } from "../../sample-data/business/truth.ts";
import { Counts, Share } from "./counts.ts";
import { committedFiles, eventsOf, rowsOf, type Files, type TimedRow } from "./rows.ts";

/** Whether an order follows the first in one of the four months after it, for app and others, in a summer and autumn. */
function loyaltyRate(files: Files, year: number, isApp: boolean): number {
  const months = new Map<string, { first: number; isApp: boolean; active: Set<number> }>();
  for (const row of rowsOf(files, "orders.csv")) {
    if (row["customer_id"] === "" || Number(row["quantity"]) < 0) continue;
    const month = Number(row["ordered_at"]!.slice(0, 4)) * 12 + Number(row["ordered_at"]!.slice(5, 7));
    const known = months.get(row["customer_id"]!) ?? { first: month, isApp: row["channel"] === "app", active: new Set<number>() };
    known.active.add(month);
    months.set(row["customer_id"]!, known);
  }
  const share = new Share();
  for (const customer of months.values()) {
    if (customer.isApp !== isApp) continue;
    for (let month = year * 12 + 6; month <= year * 12 + 11; month++) {
      if (month > customer.first && month <= customer.first + 6) share.add(customer.active.has(month));
    }
  }
  return share.rate;
}

function expectPlanted(counts: Counts): void {
  const { experiment, pickUp, late, unanswered, loginFailures } = planted;
  const near = (name: string, rate: number) => {
    const found = counts.of(name);
    expect(Math.abs(found.rate - rate), `${name}: ${found.rate} of ${found.n}, planted ${rate}`).toBeLessThan(found.margin + 0.005);
  };
  near(`${experiment.name}/control`, experiment.control);
  near(`${experiment.name}/lockers`, experiment.treatment);
  near("long wait in Berlin", pickUp.longWait.Berlin);
  near("long wait in Hamburg", pickUp.longWait.Hamburg);
  near("abandoned", pickUp.abandoned);
  near("late", late.share);
  near("unanswered by the slow owner", unanswered.ownerShare);
  near("usual login", loginFailures.usual);
  near("release login", loginFailures.release);
}

describe("in the committed files, what was planted", () => {
  let files: Files;
  let events: TimedRow[];
  let known: Truth;
  const counts = new Counts();

  beforeAll(() => {
    files = committedFiles();
    events = eventsOf(files);
    counts.add(files, events);
    known = truth(committed);
  }, 120_000);

  test("is found again by counting, to within three standard errors", () => {
    expectPlanted(counts);
    expect(counts.of(`${planted.experiment.name}/control`).n).toBeGreaterThan(1500);
  });

  test("makes people leave: late parcels, long waits and tickets without an answer are followed by fewer orders", () => {
    expect(counts.of("again after late").rate).toBeLessThan(0.9 * counts.of("again after on time").rate);
    expect(counts.of("again after long wait").rate).toBeLessThan(0.9 * counts.of("again after short wait").rate);
    expect(counts.of("again after silence").rate).toBeLessThan(0.8 * counts.of("again after an answer").rate);
  });

  test("makes the acquired differ: by referral they come back most, by paid social least", () => {
    const rate = (source: string) => counts.of(`again, acquired by ${source}`).rate;
    expect(rate("referral")).toBeGreaterThan(rate("cpc"));
    expect(rate("organic")).toBeGreaterThan(rate("display"));
    for (const source of Object.keys(planted.acquisition)) expect(rate(source)).toBeGreaterThanOrEqual(rate("paid_social"));
  });

  test("makes customers of the app order more since the loyalty programme, and nobody else", () => {
    const app = loyaltyRate(files, 2025, true) / loyaltyRate(files, 2024, true);
    const others = loyaltyRate(files, 2025, false) / loyaltyRate(files, 2024, false);
    expect(app / others).toBeGreaterThan(1.15);
    expect(app / others).toBeLessThan(1.6);
  });

  test("makes the last click praise e-mail and scorn display", () => {
    const { incremental_orders: owed, last_click_orders: clicks } = known.outcome;
    expect(counts.lastClick.get("email")! / clicks["email"]!).toBeCloseTo(1, 1);
    expect(owed["email"]).toBeLessThan(0.02 * clicks["email"]!);
    expect(owed["display"]).toBeGreaterThan(3 * clicks["display"]!);
  });

  test("speaks in the comments: pain in low scores, price complained of, quality praised", () => {
    const surveys = rowsOf(files, "surveys.csv");
    expect(known.comments.length).toBe(surveys.length);
    expect(surveys.every((row, index) => (row["comment"] === "") === (known.comments[index]!.theme === ""))).toBe(true);
    const negative = surveys.filter(
      (row, index) => row["scale"] === "csat" && Number(row["score"]) < 3 && row["comment"] !== "" && known.comments[index]!.sentiment === "positive",
    );
    expect(negative).toEqual([]);
    const pleased = (theme: string) => {
      const { positive = 0, negative = 0 } = known.outcome.comments[theme]!;
      return positive / (positive + negative);
    };
    expect(pleased("price")).toBeLessThan(0.35);
    expect(pleased("quality")).toBeGreaterThan(0.85);
    expect(pleased("app login")).toBe(0);
  });

  test("separates the segments by how often they order", () => {
    const ordersOf = new Map<string, number>();
    for (const row of new Map(rowsOf(files, "orders.csv").map((row) => [row["order_id"]!, row])).values()) {
      ordersOf.set(row["customer_id"]!, (ordersOf.get(row["customer_id"]!) ?? 0) + 1);
    }
    const mean = (segment: string) => {
      const buyers = known.customers.filter((customer) => customer.segment === segment && ordersOf.has(customer.id));
      return buyers.reduce((sum, customer) => sum + ordersOf.get(customer.id)!, 0) / buyers.length;
    };
    expect(mean("regulars")).toBeGreaterThan(mean("explorers"));
    expect(mean("explorers")).toBeGreaterThan(mean("bargain_hunters"));
    expect(mean("bargain_hunters")).toBeGreaterThan(mean("furnishers"));
  });

  test("gives devices that lead from anonymous visits to their customers", () => {
    const devices = new Map(known.customers.map((customer) => [customer.id, new Set(customer.devices)]));
    const wrong = events.filter(
      (event) =>
        event.row["user_id"] !== "" &&
        ["site", "app"].includes(event.row["touchpoint"]!) &&
        !devices.get(event.row["user_id"]!)?.has(event.row["anonymous_id"]!),
    );
    expect(wrong).toEqual([]);
  });
});

test("in six other businesses together, what was planted is found again by counting", () => {
  const counts = new Counts();
  for (let seed = 1; seed <= 6; seed++) counts.add(business(seed, 0.1).files);
  expectPlanted(counts);
  expect(counts.of(`${planted.experiment.name}/control`).n).toBeGreaterThan(1000);
}, 120_000);

import { beforeAll, describe, expect, test } from "vitest";
import { business, simulate, truth, writtenTruth } from "../../sample-data/simulate.ts";
import { committedFiles, committedText, names, sha256 } from "./rows.ts";

describe("simulate with the committed seed", () => {
  let made: ReturnType<typeof business>;

  beforeAll(() => {
    made = business();
  }, 120_000);

  test("makes exactly the committed files", () => {
    expect(Object.keys(made.files).toSorted()).toEqual([...names].toSorted());
    const hashes = (files: Record<string, Uint8Array>) => Object.fromEntries(names.map((name) => [name, sha256(files[name]!)]));
    expect(hashes(made.files)).toEqual(hashes(committedFiles()));
  });

  test("makes exactly the committed truth", () => {
    expect(writtenTruth(made.truth)).toBe(committedText("truth.json"));
  });

  test("comes to what the description says of advertising", () => {
    const told = committedText("README.md");
    const { incremental_orders: owed, last_click_orders: clicks } = made.truth.outcome;
    const row = (name: string, channel: string) => `| ${name} | ${clicks[channel]!.toLocaleString("en")} | ${owed[channel]!.toLocaleString("en")} |`;
    expect(told).toContain(row("display", "display"));
    expect(told).toContain(row("paid social", "paid_social"));
    expect(told).toContain(row("paid search", "cpc"));
    expect(told).toContain(row("e-mail", "email"));
  });

  test("stays under 15 MB in all", () => {
    expect(Object.values(made.files).reduce((sum, bytes) => sum + bytes.length, 0)).toBeLessThan(15_000_000);
  });
});

describe("simulate with other seeds and scales", () => {
  test("gives the same bytes for the same seed and others for another", () => {
    const hash = (seed: number) => sha256(simulate(seed, 0.01)["orders.csv"]!);
    expect(hash(7)).toBe(hash(7));
    expect(hash(8)).not.toBe(hash(7));
  });

  test("has no time in the header of its gzip file, so that a run tomorrow gives the same bytes", () => {
    // RFC 1952: bytes 4 to 7 are the time of modification.
    expect(simulate(7, 0.01)["web_events.csv.gz"]!.slice(4, 8)).toEqual(new Uint8Array(4));
  });

  test("is as large as its scale says", () => {
    const { customers } = truth(7, 0.05).outcome;
    expect(customers).toBeGreaterThan(0.05 * 18_000);
    expect(customers).toBeLessThan(0.05 * 21_000);
  });
});

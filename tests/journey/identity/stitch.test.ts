import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { usualIdentity, type IdentityRules } from "../../../src/journey/identity/identity-rules.ts";
import { hasSeveralIds, stitch } from "../../../src/journey/identity/stitch.ts";
import { timesOf } from "../../../src/journey/times.ts";
import { build, mapped, numbers, rowsOf, table, text, unhurried } from "../tables.ts";

interface Row {
  user?: string | null;
  email?: string | null;
  device?: string | null;
  at?: number | null;
}

const columnOf = (rows: readonly Row[], name: "user" | "email" | "device", column: string) =>
  text(
    column,
    rows.map((row) => row[name] ?? null),
  );

function line(rows: readonly Row[], more = {}) {
  const data = table(
    columnOf(rows, "user", "user_id"),
    columnOf(rows, "email", "email"),
    columnOf(rows, "device", "anonymous_id"),
    numbers(
      "time",
      rows.map((row, place) => (row.at === undefined ? place : row.at)),
      "time",
    ),
    text(
      "event",
      rows.map(() => "visit"),
    ),
  );
  return mapped("web", data, { customer: ["user_id", "email", "anonymous_id"], ...more });
}

async function stitched(rows: readonly Row[], rules: Partial<IdentityRules> = {}, more = {}) {
  const lines = [line(rows, more)];
  const { codes, ids, audit } = await stitch(lines, lines.map(timesOf), [null], { ...usualIdentity, ...rules }, unhurried);
  return { customers: Array.from(codes[0]!, (code) => (code < 0 ? null : ids[code]!)), audit };
}

const arbitraryRow = fc.record({
  user: fc.constantFrom(null, "u1", "u2", "u3"),
  email: fc.constantFrom(null, "a@x.example", "A@x.example ", "b@x.example"),
  device: fc.constantFrom(null, "d1", "d2", "d3", "d4"),
  at: fc.integer({ min: 0, max: 6 }),
});

describe("stitch(lines, times, wheres, rules, progress)", () => {
  test("makes one customer of a chain of ids, named by the most trusted", async () => {
    const { customers, audit } = await stitched([{ device: "c" }, { email: "b@x.example", device: "c" }, { user: "a", email: "b@x.example" }]);
    expect(customers).toEqual(["a", "a", "a"]);
    // By hand: three first ids before, one customer after, joined by two rows.
    expect([audit.before, audit.after]).toEqual([3, 1]);
    expect(audit.clusters).toEqual([
      {
        customer: "a",
        ids: 3,
        joined: [
          { low: { type: "user_id", id: "a" }, high: { type: "email", id: "b@x.example" }, rows: 1 },
          { low: { type: "email", id: "b@x.example" }, high: { type: "anonymous_id", id: "c" }, rows: 1 },
        ],
      },
    ]);
  });

  property.prop([fc.array(arbitraryRow, { minLength: 1, maxLength: 40 }), fc.integer(), fc.constantFrom("merge", "last_login")], { numRuns: 300 })(
    "finds the same customers in whatever order the rows come",
    async (rows, seed, mode) => {
      const order = rows.map((_, place) => place).toSorted((a, b) => (((a + 1) * 7919 + seed) % 103) - (((b + 1) * 7919 + seed) % 103));
      const rules = { mode, usersPerDevice: 2 } as const;
      const plain = await stitched(rows, rules);
      const shuffled = await stitched(
        order.map((place) => rows[place]!),
        rules,
      );
      expect(shuffled.customers).toEqual(order.map((place) => plain.customers[place]));
      expect(shuffled.audit).toEqual(plain.audit);
    },
  );

  property.prop([fc.array(arbitraryRow, { minLength: 1, maxLength: 40 })])("never makes one customer of two accounts", async (rows) => {
    const { customers } = await stitched(rows);
    const accounts = new Map<string, Set<string>>();
    for (const [place, { user }] of rows.entries()) {
      if (user === null) continue;
      accounts.set(customers[place]!, (accounts.get(customers[place]!) ?? new Set()).add(user));
    }
    expect(Math.max(1, ...[...accounts.values()].map((own) => own.size))).toBe(1);
  });

  test("keeps the hundred people of a kiosk apart, and gives its unknown visits to whoever logged in last", async () => {
    const logins = Array.from({ length: 100 }, (_, place) => ({ user: `u${place}`, device: "kiosk", at: 10 * place + 10 }));
    const { customers, audit } = await stitched([...logins, { device: "kiosk", at: 5 }, { device: "kiosk", at: 37 }, { user: "u7", at: 1 }]);
    expect(new Set(customers.slice(0, 100)).size).toBe(100);
    // At 5 nobody had logged in yet; at 30 it was u2.
    expect(customers.slice(100)).toEqual(["kiosk", "u2", "u7"]);
    expect(audit.devices).toEqual([{ type: "anonymous_id", id: "kiosk", people: 100, rows: 102, given: 1 }]);
    expect(audit.clusters).toEqual([]);
  });

  test("gives the device of a couple to whoever uses it most, and says that the other was refused", async () => {
    const both = { device: "d" };
    const { customers, audit } = await stitched([{ user: "a", ...both }, { user: "a", ...both }, { user: "b", ...both }, both]);
    expect(customers).toEqual(["a", "a", "b", "a"]);
    expect(audit.refusals).toEqual([
      { low: { type: "user_id", id: "b" }, high: { type: "anonymous_id", id: "d" }, rows: 1, type: "user_id", limit: 1 },
    ]);
  });

  test("lets a customer have two accounts where the limit says so", async () => {
    const rows = [
      { user: "a", email: "e@x.example" },
      { user: "b", email: "E@x.example" },
    ];
    expect((await stitched(rows)).customers).toEqual(["a", "b"]);
    const two = { limits: { ...usualIdentity.limits, user_id: 2 } };
    expect((await stitched(rows, two)).customers).toEqual(["a", "a"]);
  });

  test("gives only what came after a login in the mode of the last login", async () => {
    const rows = [
      { device: "d", at: 1 },
      { user: "a", device: "d", at: 2 },
      { device: "d", at: 3 },
      { user: "b", device: "d", at: 4 },
      { device: "d", at: 5 },
    ];
    expect((await stitched(rows, { mode: "last_login" })).customers).toEqual(["d", "a", "a", "b", "b"]);
  });

  test("knows nothing of what was seen together from the given time on", async () => {
    const rows = [
      { device: "d", at: 1 },
      { user: "a", device: "d", at: 2 },
    ];
    expect((await stitched(rows, { asOf: 2 })).customers).toEqual(["d", "a"]);
    expect((await stitched(rows, { asOf: 3 })).customers).toEqual(["a", "a"]);
  });

  test("takes placeholders for nobody's id", async () => {
    const rows = [{ user: "null", device: "d" }, { user: " Unknown", device: "e" }, { user: "guest", device: "f" }, { user: "0" }];
    expect((await stitched(rows, { nobodys: new Set(["guest"]) })).customers).toEqual(["d", "e", "f", null]);
  });

  test("takes an id for nobody's that is seen with more than a hundred others", async () => {
    const rows = Array.from({ length: 101 }, (_, place) => ({ email: "shop@x.example", device: `d${place}` }));
    const { customers, audit } = await stitched(rows);
    expect(new Set(customers).size).toBe(101);
    expect(audit.nobodys).toEqual([{ type: "email", id: "shop@x.example" }]);
  });

  test("trusts the order of the line's list", async () => {
    const rows = [{ user: "a", email: "e@x.example" }];
    expect((await stitched(rows, {}, { customer: ["email", "user_id"] })).customers).toEqual(["e@x.example"]);
  });

  test("joins nothing by rows that fail their line's conditions", async () => {
    const lines = [line([{ user: "a", device: "d" }, { device: "d" }])];
    const { codes, ids } = await stitch(lines, lines.map(timesOf), [Uint8Array.of(0, 1)], usualIdentity, unhurried);
    expect(Array.from(codes[0]!, (code) => ids[code])).toEqual(["a", "d"]);
  });

  test("tells how many customers there would be without each kind of id", async () => {
    const { audit } = await stitched([{ device: "c" }, { email: "b@x.example", device: "c" }, { user: "a", email: "b@x.example" }]);
    // Without addresses, a and c are not joined; without accounts or devices, the other two are.
    expect(audit.kinds).toEqual([
      { type: "user_id", ids: 1, without: 1 },
      { type: "email", ids: 1, without: 2 },
      { type: "anonymous_id", ids: 1, without: 1 },
    ]);
  });

  test("is needed only where a row may have several ids", () => {
    expect(hasSeveralIds([line([])])).toBe(true);
    expect(hasSeveralIds([line([], { customer: "user_id" })])).toBe(false);
  });
});

describe("a journey of stitched customers", () => {
  test("finds what is known of a customer by any of their ids, earlier parts of the journey too", async () => {
    const rows = [{ device: "d" }, { user: "a", device: "d" }, { email: "b@x.example" }];
    const crm = table(text("id", ["a"]), text("plan", ["gold"]));
    const mails = table(text("contact_email", ["B@x.example"]), text("opted_in", ["yes"]));
    const { journey } = await build([line(rows)], {}, [
      { line: { from: "crm", customer: "id", columns: ["plan"] }, table: crm },
      { line: { from: "mails", customer: "contact_email", columns: ["opted_in"] }, table: mails },
    ]);
    const told = (name: string, of = journey) => Array.from(of.attribute(name).values, (code) => of.attribute(name).dictionary![code] ?? null);
    expect(rowsOf(journey).map(({ customer }) => customer)).toEqual(["a", "a", "b@x.example"]);
    expect([told("plan"), told("opted_in")]).toEqual([
      ["gold", null],
      [null, "yes"],
    ]);
    expect(told("plan", journey.before(2))).toEqual(["gold"]);
  });

  test("names two customers differently where ids of two kinds are the same text", async () => {
    const { journey } = await build([line([{ user: "7" }, { device: "7" }])]);
    expect(rowsOf(journey).map(({ customer }) => customer)).toEqual(["7", "7 (anonymous_id)"]);
  });
});

import { expect, test } from "vitest";
import { journeyOf, rowsOf } from "./retention-run.ts";
import { behind, lettersOf, paths } from "./paths-run.ts";

const start = [{ column: "event", is: "A" }];
const end = [{ column: "event", is: "Z" }];

const linksOf = (table: Parameters<typeof rowsOf>[0]) =>
  rowsOf(table).map(({ layer, from, to, customers }) => `${String(layer)} ${String(from)}>${String(to)} ${String(customers)}`);

/** A long time after everything else, so that everyone else has left. */
const later = { customer: "last", event: "X", at: "2025-06-01" };

test("paths go from the start to the end, with those who leave on the way", async () => {
  // By hand: c1 reaches Z at step 2, c2 leaves after B, c3 never starts, and c1's C behind Z is on no path.
  const { tables, n, excluded } = await paths([...lettersOf(["c1 ABZC", "c2 AB", "c3 BZ"]), later], { start, end, depth: 4 });
  expect(linksOf(tables["main"]!).sort()).toEqual(["0 A>B 2", "1 B>(left) 1", "1 B>Z 1"]);
  expect(n).toBe(2);
  expect(excluded).toEqual({ "customers without such a path": 2 });
});

test("an end alone is followed backwards, to where the paths began", async () => {
  // By hand: c1 does X, A, B before Z; c2 does B before Z and nothing before that.
  const { tables } = await paths(lettersOf(["c1 XABZ", "c2 BZ", "c3 AB"]), { end, depth: 2 });
  expect(linksOf(tables["main"]!).sort()).toEqual(["-1 B>Z 2", "-2 (began)>B 1", "-2 A>B 1"]);
});

test("every start begins a path, and the first of each customer only if so chosen", async () => {
  // By hand: AxAy has the paths AxAy and Ay.
  const events = [...lettersOf(["c1 AXAY"]), later];
  const every = await paths(events, { start, occurrence: "every", depth: 1 });
  expect(rowsOf(every.tables["main"]!).map(({ to, customers, occurrences }) => [to, customers, occurrences])).toEqual([
    ["X", 1, 1],
    ["Y", 1, 1],
  ]);
  const first = await paths(events, { start, depth: 1 });
  expect(linksOf(first.tables["main"]!)).toEqual(["0 A>X 1"]);
});

test("repeats are one step unless they are kept", async () => {
  const events = [...lettersOf(["c1 ABBBC"]), later];
  const transitions = async (collapse_repeats: boolean) =>
    rowsOf((await paths(events, { collapse_repeats, where: [{ column: "event", is: "A" }] })).tables["transitions"]!).map(
      ({ from, to, occurrences }) => `${String(from)}>${String(to)} ${String(occurrences)}`,
    );
  expect((await transitions(true)).sort()).toEqual(["(start)>A 1", "A>B 1", "B>C 1", "C>(left) 1"]);
  expect((await transitions(false)).sort()).toEqual(["(start)>A 1", "A>B 1", "B>B 2", "B>C 1", "C>(left) 1"]);
});

test("an anchor of another column is a step of its own, and later ones are steps like others", async () => {
  // By hand: the first purchase is the start; the second one is a visit to the shop like any other.
  const at = (day: number, event: string, channel: string) => ({ customer: "c1", at: `2025-01-0${day}`, event, channel });
  const { tables } = await paths([at(1, "buy", "app"), at(2, "visit", "mail"), at(3, "buy", "app"), later], {
    follow: "channel",
    start: [{ column: "event", is: "buy" }],
  });
  expect(linksOf(tables["main"]!)).toEqual(["0 buy>mail 1", "1 mail>app 1", "2 app>(left) 1"]);
});

test("lines of one order at one moment are one start", async () => {
  const line = { customer: "c1", at: "2025-01-01", event: "buy", channel: "app" };
  const { tables } = await paths([line, line, { ...line, at: "2025-01-05" }, later], { follow: "channel", start: [{ column: "event", is: "buy" }] });
  expect(linksOf(tables["main"]!)).toEqual(["0 buy>app 1", "1 app>(left) 1"]);
});

test("whoever was seen lately is still active, not lost", async () => {
  // By hand: the data end on 20 January; c1 was last seen 19 days before, c2 on the last day.
  const { tables } = await paths(
    [
      { customer: "c1", at: "2025-01-01", event: "A" },
      { customer: "c2", at: "2025-01-20", event: "A" },
    ],
    { exit_gap: "14 days" },
  );
  expect(linksOf(tables["main"]!).sort()).toEqual(["0 A>(left) 1", "0 A>(still active) 1"]);
});

test("a pause that is too long, and the end of a visit, end a path", async () => {
  const events = [
    { customer: "c1", at: "2025-01-01T10:00:00Z", event: "A" },
    { customer: "c1", at: "2025-01-01T10:10:00Z", event: "B" },
    { customer: "c1", at: "2025-01-02T10:00:00Z", event: "C" },
    later,
  ];
  const lengths = async (params: object) =>
    rowsOf((await paths(events, { ...params, where: [{ column: "event", is: "A" }] })).tables["variants"]!).map(({ path }) => path);
  expect(await lengths({})).toEqual(["A → B → C"]);
  expect(await lengths({ unit: "session" })).toEqual(["A → B", "C"]);
  expect(await lengths({ max_gap: "5 minutes" })).toEqual(["A", "B", "C"]);
});

test("what is rare is drawn together and loses nobody", async () => {
  // By hand: B is taken by two, C, D and E by one each; with one step named, the three are together.
  const { tables } = await paths([...lettersOf(["c1 AB", "c2 AB", "c3 AC", "c4 AD", "c5 AE"]), later], { start, top: 1, depth: 1 });
  expect(linksOf(tables["flow"]!)).toEqual(["0 A>(other steps) 3", "0 A>B 2"]);
  expect(linksOf(tables["main"]!)).toHaveLength(4);
});

test("variants have their share, and how much of all paths they cover", async () => {
  const { tables } = await paths(lettersOf(["c1 AB", "c2 AB", "c3 AC", "c4 BA"]));
  expect(rowsOf(tables["variants"]!).map(({ path, customers, share, coverage }) => [path, customers, share, coverage])).toEqual([
    ["A → B", 2, 0.5, 0.5],
    ["A → C", 1, 0.25, 0.75],
    ["B → A", 1, 0.25, 1],
  ]);
});

test("loops tell who comes back to a step, how often and after how long", async () => {
  // By hand: c1 comes back to A twice, after two minutes each; c2 is at A once.
  const { tables } = await paths(lettersOf(["c1 ABACA", "c2 AB"]));
  expect(rowsOf(tables["loops"]!)).toMatchObject([
    { step: "A", customers: 1, reached: 2, share: 0.5, returns: 2, median_seconds: 120, total_hours: 4 / 60 },
  ]);
});

test("a pattern is completed, not completed, or still open", async () => {
  // By hand: c1 does B after A; c2 has C between; c3's A is two days before the data end, so a week is not over; c4 never did A.
  const day = (customer: string, event: string, date: string) => ({ customer, event, at: date });
  const { tables } = await paths(
    [
      day("c1", "A", "2025-01-01"),
      day("c1", "B", "2025-01-03"),
      day("c2", "A", "2025-01-01"),
      day("c2", "C", "2025-01-02"),
      day("c2", "B", "2025-01-03"),
      day("c3", "A", "2025-01-28"),
      day("c4", "B", "2025-01-30"),
    ],
    {
      pattern_first: [{ column: "event", is: "A" }],
      pattern_then: [{ column: "event", is: "B" }],
      pattern_without: [{ column: "event", is: "C" }],
    },
  );
  expect(rowsOf(tables["pattern"]!).map(({ outcome, customers, share }) => [outcome, customers, share])).toEqual([
    ["completed", 1, 0.5],
    ["not completed", 1, 0.5],
    ["still open", 1, null],
  ]);
  await expect(paths(lettersOf(["c1 AB"]), { pattern_first: start })).rejects.toThrow("only one of its two steps");
});

test("two groups that take different ways differ, and two that take the same do not", async () => {
  const group = (channel: string, count: number, letters: string) =>
    lettersOf(Array.from({ length: count }, (_, at) => `${channel}${letters}${at} ${letters}`)).map((event) => ({ ...event, channel }));
  const apart = await paths([...group("app", 80, "AB"), ...group("app", 20, "AC"), ...group("web", 20, "AB"), ...group("web", 80, "AC")], {
    by: "channel",
  });
  // By hand: 80 of 100 against 20 of 100.
  expect(rowsOf(apart.tables["differences"]!)[0]).toMatchObject({
    from: "A",
    to: "B",
    group: "app",
    share: 0.8,
    against: "web",
    share_against: 0.2,
    customers: 100,
  });
  expect(apart.facts[0]).toMatchObject({ code: "groups_differ", holds: true });
  const alike = await paths([...group("app", 50, "AB"), ...group("app", 50, "AC"), ...group("web", 52, "AB"), ...group("web", 48, "AC")], {
    by: "channel",
  });
  expect(alike.facts.find(({ code }) => code === "groups_differ")?.holds).toBe(false);
  await expect(paths(group("app", 5, "AB"), { by: "channel", group: "shop" })).rejects.toThrow('no group "shop"');
});

test("every row's customers can be asked for", async () => {
  const events = [...lettersOf(["c1 ABACZ", "c2 ABZ", "c3 ACB", "c4 AB", "c5 BAZ", "c6 ACZ"]), later];
  const journey = await journeyOf(events);
  const asked = [{ start, end, top: 1 }, { end }, { start, occurrence: "every" }, { by: "event" }, { pattern_first: start, pattern_then: end }];
  for (const params of asked) {
    const { tables } = await paths(events, params);
    for (const [table, found] of Object.entries(tables)) {
      for (const row of rowsOf(found)) expect(behind(journey, params, { table, row }), `${table} ${JSON.stringify(row)}`).toBe(row["customers"]);
    }
  }
  expect(() => behind(journey, {}, { table: "none", row: {} })).toThrow('no table "none"');
});

test("a length in months is refused where events are measured by it", async () => {
  await expect(paths(lettersOf(["c1 AB"]), { exit_gap: "1 month" })).rejects.toThrow("not always equally long");
});

test("nothing at all gives no path and no claim", async () => {
  const { tables, facts, n } = await paths([{ customer: "c1", at: "2025-01-01", event: "A" }], { start: end });
  expect(n).toBe(0);
  expect(tables["main"]!.rows).toBe(0);
  expect(facts.filter(({ holds }) => holds)).toEqual([]);
});

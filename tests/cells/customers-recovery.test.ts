import { beforeAll, expect, test } from "vitest";
import { business } from "../../sample-data/simulate.ts";
import type { FileEntry } from "../../src/engine/protocol.ts";
import { numbers, texts } from "../../src/figures/read.ts";
import { runNotebook } from "./laboratory.ts";

/** A small part of the business, so that twenty of them are soon made: about 2,000 customers, of whom seven in ten buy. */
const scale = 0.1;
const seeds = Array.from({ length: 20 }, (_, place) => 601 + place);
const businesses: ReturnType<typeof business>[] = [];

beforeAll(() => {
  for (const seed of seeds) businesses.push(business(seed, scale));
}, 240_000);

/** Runs a notebook on one file of a business. */
async function run(text: string, files: Record<string, Uint8Array>, name: string) {
  const file = new Blob([files[name] as Uint8Array<ArrayBuffer>]);
  const { states } = await runNotebook(text, new Map<string, FileEntry>([[name, { name, file, modified: 0 }]]));
  return (cell: string) => states.get(cell)!.result!;
}

/** How many times as frequent each kind is among some customers as among all. */
function lifts(kinds: readonly string[], all: readonly string[]): Map<string, number> {
  const count = (names: readonly string[], kind: string) => names.reduce((sum, name) => sum + (name === kind ? 1 : 0), 0);
  return new Map([...new Set(all)].map((kind) => [kind, count(kinds, kind) / kinds.length / (count(all, kind) / all.length)]));
}

// What the README of the sample says of each kind, as rules on orders alone.
const segments = `---
format: 1
timezone: "Europe/Berlin"
window: ["2024-01-01","2025-12-18"]
---

\`\`\`cell source orders
file: "orders.csv"
\`\`\`

\`\`\`cell table sold
from: "orders"
verbs:
  - {"filter":"price > 0 && quantity > 0 && !is_missing(customer_id)"}
  - {"derive":{"amount":"quantity * price","month":"month(ordered_at)","day":"day(ordered_at)"}}
  - {"derive":{"season":"(month == 1 && day >= 8 && day <= 21) || (month == 7 && day <= 14) || (month == 11 && day >= 20) ? \\"sale\\" : month >= 11 ? \\"christmas\\" : \\"usual\\""}}
\`\`\`

\`\`\`cell journey customers
events:
  - {"from":"sold","customer":"customer_id","time":"ordered_at","event":"=purchase","channel":"channel","value":"amount","id":"order_id"}
\`\`\`

\`\`\`cell segment rules
from: "customers"
segments:
  - {"name":"regulars","rules":[{"did":[],"measure":"days","atLeast":5}]}
  - {"name":"explorers","rules":[{"did":[],"measure":"days","atLeast":3},{"did":[{"column":"channel","isNot":"app"}],"atMost":0}]}
  - {"name":"bargain_hunters","rules":[{"did":[{"column":"season","is":"sale"}],"atLeast":1},{"did":[{"column":"season","isNot":"sale"}],"atMost":0}]}
  - {"name":"gift_givers","rules":[{"did":[{"column":"season","is":"christmas"}],"atLeast":1},{"did":[{"column":"season","isNot":"christmas"}],"atMost":0}]}
  - {"name":"furnishers","rules":[{"did":[],"measure":"days","atMost":1},{"did":[],"atLeast":3}]}
exclusive: false
replicates: 50
\`\`\`

\`\`\`cell rfm value
from: "customers"
\`\`\`

\`\`\`cell clusters groups
from: "customers"
k: 4
replicates: 0
\`\`\`
`;

const clear = ["regulars", "explorers", "furnishers"];
/** Who buys in some weeks of the year: beside them a rule finds as many who came once, and by chance in such a week. */
const seasonal = ["bargain_hunters", "gift_givers"];

/** How many times as frequent a kind is in the group where it is most frequent. */
function greatestLift(among: Map<string, string[]>, all: readonly string[], kind: string): number {
  return Math.max(...[...among.values()].map((kinds) => lifts(kinds, all).get(kind)!));
}

test("on 20 unseen seeds rules find the kind of customer they describe, and scores and clusters bring the regulars together", async () => {
  const [first, above] = [new Map<string, number>(), new Map<string, number>()];
  const count = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const { files, truth } of businesses) {
    const result = await run(segments, files, "orders.csv");
    const kindOf = new Map<string, string>(truth.customers.map(({ id, segment }) => [id, segment]));
    const groupsOf = (cell: string, column: string) => {
      const table = result(cell).tables["assignment"]!;
      const all = texts(table, "customer").map((id) => kindOf.get(id!) ?? "test orders");
      const among = new Map<string, string[]>();
      texts(table, column).forEach((groups, row) => {
        for (const group of (groups ?? "").split(/[,;] ?/)) among.set(group, [...(among.get(group) ?? []), all[row]!]);
      });
      return { all, among };
    };
    const { all, among } = groupsOf("rules", "segments");
    for (const name of [...clear, ...seasonal]) {
      const found = lifts(among.get(name) ?? [], all);
      if ([...found].every(([kind, lift]) => kind === name || lift < found.get(name)!)) count(first, name);
      if (found.get(name)! > 1) count(above, name);
    }
    const scores = groupsOf("value", "segment");
    if (lifts(scores.among.get("Champions")!, scores.all).get("regulars")! > 1.8) count(first, "champions");
    const clusters = groupsOf("groups", "cluster");
    if (greatestLift(clusters.among, clusters.all, "regulars") > 1.8) count(first, "clusters");
  }
  const told = (counts: Map<string, number>, names: readonly string[]) => names.map((name) => `${name} ${counts.get(name) ?? 0}`).join(", ");
  console.info(
    `segments at ${scale * 100}% of the size, of 20 seeds: a rule holds its own kind most of all: ${told(first, [...clear, ...seasonal])}; more than chance: ${told(above, seasonal)}; regulars come together: ${told(first, ["champions", "clusters"])}`,
  );
  // Each seed is another business in which the same kinds live (sample-data/README.md); stated rates, not tuned on the shipped seed.
  for (const name of clear) expect(first.get(name), name).toBeGreaterThanOrEqual(19);
  // Bargain hunters cannot be told by their orders alone: they buy once or twice, and a first order comes in any week.
  expect(above.get("gift_givers")).toBeGreaterThanOrEqual(14);
  expect(first.get("champions")).toBeGreaterThanOrEqual(18);
  expect(first.get("clusters")).toBeGreaterThanOrEqual(18);
}, 180_000);

// Late parcels and long waits begin a leaving (sample-data/README.md). Tickets are left out: at this size 30 in two years stay unanswered.
const churn = `---
format: 1
timezone: "Europe/Berlin"
window: ["2024-01-01","2025-12-18"]
---

\`\`\`cell source web
file: "web_events.csv.gz"
\`\`\`

\`\`\`cell journey customers
events:
  - {"from":"web","customer":"user_id","time":"ts","event":"=visit","where":[{"column":"event_name","in":["visit","app_open","login"]},{"column":"bot","is":false}]}
  - {"from":"web","customer":"user_id","time":"ts","event":"=purchase","where":[{"column":"event_name","is":"purchase"}]}
  - {"from":"web","customer":"user_id","time":"ts","event":"=late parcel","where":[{"column":"page","is":"late"}]}
  - {"from":"web","customer":"user_id","time":"ts","event":"=parcel on time","where":[{"column":"page","is":"on time"}]}
  - {"from":"web","customer":"user_id","time":"ts","event":"=pick-up given up","where":[{"column":"event_name","is":"pickup_abandoned"}]}
  - {"from":"web","customer":"user_id","time":"ts","event":"=picked up","where":[{"column":"event_name","is":"pickup_collected"}]}
\`\`\`

\`\`\`cell churn leaving
from: "customers"
active:
  - {"column":"event","in":["visit","purchase"]}
windows: {"observation":"60 days","gap":"0 days","outcome":"60 days","snapshot":null}
model: "logistic"
snapshots: 10
money: false
scores: false
trees: 5
folds: 2
replicates: 50
\`\`\`
`;

test("on 20 unseen seeds churn weighs a late parcel above one on time, and a pick-up given up above one that worked", async () => {
  const found = { late: 0, givenUp: 0, leavers: 0 };
  for (const { files } of businesses) {
    const result = await run(churn, files, "web_events.csv.gz");
    const { tables, facts } = result("leaving");
    const names = texts(tables["coefficients"]!, "feature");
    const weights = numbers(tables["coefficients"]!, "coefficient");
    // An event too rare to be counted weighs nothing.
    const weight = (event: string) => weights[names.indexOf(`event ${event}`)] ?? 0;
    if (weight("late parcel") > weight("parcel on time")) found.late++;
    if (weight("pick-up given up") > weight("picked up")) found.givenUp++;
    if (facts.some(({ code, holds }) => code === "finds_leavers" && holds)) found.leavers++;
  }
  console.info(
    `churn at ${scale * 100}% of the size: a late parcel weighs more than one in time on ${found.late} of 20 seeds, a pick-up given up more than one that worked on ${found.givenUp}; leavers are found on ${found.leavers}`,
  );
  // Each seed is another business in which the same makes people leave (sample-data/README.md); stated rates, not tuned on the shipped seed.
  expect(found.late).toBeGreaterThanOrEqual(16);
  expect(found.givenUp).toBeGreaterThanOrEqual(13);
  expect(found.leavers).toBeGreaterThanOrEqual(16);
}, 240_000);

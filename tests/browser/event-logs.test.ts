import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { openNotebook, result } from "./journeybook.ts";
import { opened, type Opened } from "./opened.ts";

const data = join(import.meta.dirname, "../../../shared/data");

interface Log {
  file: string;
  /** Columns of the case, the time and the activity. */
  columns: [string, string, string];
  events: number;
  cases: number;
  /** Events whose case is blank, which are on nobody's path. */
  nameless: number;
  /** Turns a time into milliseconds. */
  time: (text: string) => number;
}

const withOffset = (text: string) => Date.parse(text.replace(" ", "T"));
const utc = (text: string) => Date.parse(`${text.replace(" ", "T")}Z`);

// The numbers of events and cases are those of ../shared/data/README.md, where it has them; the others are lines and distinct ids of the file. The
// patient of Sepsis whose id would be "NA" has none in the file, so that 1,049 of the 1,050 can be told apart.
const logs: Log[] = [
  { file: "eventlogs/bpic2012.csv.gz", columns: ["case_id", "timestamp", "activity"], events: 262_200, cases: 13_087, nameless: 0, time: withOffset },
  {
    file: "eventlogs/receipt.csv",
    columns: ["case:concept:name", "time:timestamp", "concept:name"],
    events: 8_577,
    cases: 1_434,
    nameless: 0,
    time: withOffset,
  },
  { file: "eventlogs/sepsis.csv.gz", columns: ["case_id", "timestamp", "activity"], events: 15_214, cases: 1_049, nameless: 24, time: utc },
  { file: "clickstream/ecom.csv.gz", columns: ["user_id", "timestamp", "event"], events: 31_106, cases: 600, nameless: 0, time: utc },
];
const absent = logs.some(({ file }) => !existsSync(join(data, file)));

/** Rows of simple CSV: quotes around whole fields, and no line breaks in them. */
function rowsOf(text: string): string[][] {
  return text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? ""));
}

interface Counted {
  events: number;
  cases: number;
  start: Record<string, number>;
  end: Record<string, number>;
  edges: Record<string, number>;
}

/** Counted line by line over the raw file: equal times of a case keep the order of the file. */
function counted(log: Log): Counted {
  const bytes = readFileSync(join(data, log.file));
  const [header, ...rows] = rowsOf((log.file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"));
  const [id, time, activity] = log.columns.map((name) => header!.indexOf(name)) as [number, number, number];
  const cases = new Map<string, { at: number; activity: string }[]>();
  for (const row of rows) {
    if (row[id] === "") continue;
    const events = cases.get(row[id]!) ?? [];
    events.push({ at: log.time(row[time]!), activity: row[activity]! });
    cases.set(row[id]!, events);
  }
  const found: Counted = { events: rows.length, cases: cases.size, start: {}, end: {}, edges: {} };
  const add = (into: Record<string, number>, key: string) => (into[key] = (into[key] ?? 0) + 1);
  for (const events of cases.values()) {
    // Array sort is stable.
    const walk = events.toSorted((a, b) => a.at - b.at).map((event) => event.activity);
    add(found.start, walk[0]!);
    add(found.end, walk.at(-1)!);
    walk.slice(1).forEach((step, at) => add(found.edges, `${walk[at]!} -> ${step}`));
  }
  return found;
}

const nameOf = (log: Log) => log.file.replace(/^.*\//, "");

const notebook = (log: Log) => `---
format: 1
timezone: "UTC"
---

\`\`\`cell source log
file: "${nameOf(log)}"
\`\`\`

\`\`\`cell journey cases
events:
  - {"from":"log","customer":"${log.columns[0]}","time":"${log.columns[1]}","event":"${log.columns[2]}"}
\`\`\`

\`\`\`cell paths ways
from: "cases"
follow: "event"
collapse_repeats: false
\`\`\`
`;

describe.skipIf(absent)("public event logs through the built page (skipped where ../shared/data is not there)", () => {
  let browser: Browser;
  let at: Opened;

  beforeAll(async () => {
    browser = await launchChromium();
    at = await opened(browser);
  });
  afterAll(() => browser?.close());

  test.each(logs)("$file answers what counting its lines gives, twice the same", async (log) => {
    const wanted = counted(log);
    expect([wanted.events, wanted.cases]).toEqual([log.events, log.cases]);

    const files = { [nameOf(log)]: readFileSync(join(data, log.file)) };
    await openNotebook(at.page, notebook(log), files);
    expect((await result(at.page, "log")).n).toBe(log.events);
    const { excluded } = await result(at.page, "cases");
    expect(Object.values(excluded).reduce((sum, count) => sum + count, 0)).toBe(log.nameless);
    const ways = await result(at.page, "ways", "transitions", "variants");
    expect(ways.error).toBeNull();
    expect(ways.n).toBe(log.cases);

    const found: Omit<Counted, "events" | "cases"> = { start: {}, end: {}, edges: {} };
    const { from, to, occurrences } = ways.tables["transitions"]! as { from: string[]; to: string[]; occurrences: number[] };
    from.forEach((step, row) => {
      const [next, count] = [to[row]!, occurrences[row]!];
      if (step === "(start)") found.start[next] = count;
      else if (next === "(left)" || next === "(still active)") found.end[step] = (found.end[step] ?? 0) + count;
      else found.edges[`${step} -> ${next}`] = count;
    });
    expect(found.start).toEqual(wanted.start);
    expect(found.end).toEqual(wanted.end);
    expect(found.edges).toEqual(wanted.edges);

    await openNotebook(at.page, notebook(log), files);
    expect(await result(at.page, "ways", "transitions", "variants")).toEqual(ways);
  });

  test("nothing was asked of any server and no policy was broken", () => {
    expect(at.requests).toEqual([]);
    expect(at.complaints).toEqual([]);
  });
});

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

const folder = join(import.meta.dirname, "../../sample-data");

export const names = [
  "orders.csv",
  "web_events.csv.gz",
  "campaigns.csv",
  "spend.csv",
  "tickets.tsv",
  "surveys.csv",
  "crm.json",
  "experiment.csv",
] as const;
export type Name = (typeof names)[number];
export type Files = Record<string, Uint8Array>;

/** The committed files. */
export const committedFiles = (): Files => Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))]));

export const committedText = (name: string): string => readFileSync(join(folder, name), "utf8");

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** A file as the text it holds. */
export function textOf(files: Files, name: Name): string {
  const bytes = files[name]!;
  return new TextDecoder().decode(name.endsWith(".gz") ? gunzipSync(bytes) : bytes);
}

/** Splits a line that may have quotes. */
function fields(line: string, delimiter: string): string[] {
  if (!line.includes('"')) return line.split(delimiter);
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/gs)].map(([, field]) =>
    field!.startsWith('"') ? field!.slice(1, -1).replaceAll('""', '"') : field!,
  );
}

export type Row = Record<string, string>;

const delimiters: Partial<Record<Name, string>> = { "campaigns.csv": ";", "tickets.tsv": "\t" };

/** A text's rows: a line break inside quotes is no end of a row. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  let open: string | null = null;
  for (const line of text.trimEnd().split(/\r?\n/)) {
    const joined: string = open === null ? line : `${open}\n${line}`;
    const isOpen = joined.includes('"') && joined.split('"').length % 2 === 0;
    open = isOpen ? joined : null;
    if (!isOpen) lines.push(joined);
  }
  return lines;
}

/** A file's rows by column, all as text. */
export function rowsOf(files: Files, name: Name): Row[] {
  const delimiter = delimiters[name] ?? ",";
  const [header, ...lines] = linesOf(textOf(files, name));
  const columns = header!.split(delimiter);
  return lines.map((line) => {
    const values = fields(line, delimiter);
    const row: Row = {};
    for (let index = 0; index < columns.length; index++) row[columns[index]!] = values[index] ?? "";
    return row;
  });
}

export interface Card {
  id: string;
  name: string;
  email: string;
  phone?: string;
  country: string;
  born: number | null;
  source: string;
  tier: string;
  since: string;
}

export const cardsOf = (files: Files): Card[] => JSON.parse(textOf(files, "crm.json")) as Card[];

/** An event, with its time as UTC milliseconds. */
export interface TimedRow {
  at: number;
  row: Row;
}

/** The web events without repeated rows and clocks set to years ahead. */
export function eventsOf(files: Files): TimedRow[] {
  const seen = new Set<string>();
  const events: TimedRow[] = [];
  for (const row of rowsOf(files, "web_events.csv.gz")) {
    if (seen.has(row["event_id"]!) || row["ts"]! > "2026") continue;
    seen.add(row["event_id"]!);
    events.push({ at: Date.parse(row["ts"]!), row });
  }
  return events;
}

/** The events of each known customer. */
export function byCustomer(events: readonly TimedRow[]): Map<string, TimedRow[]> {
  const found = new Map<string, TimedRow[]>();
  for (const event of events) {
    const customer = event.row["user_id"]!;
    if (customer === "") continue;
    const own = found.get(customer);
    if (own === undefined) found.set(customer, [event]);
    else own.push(event);
  }
  return found;
}

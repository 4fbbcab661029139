import { table as arqueroTable, fromCSV, type ColumnTable } from "arquero";
import { expose, transfer } from "comlink";
import { RunningJob } from "../../../src/engine/worker/running-job.ts";
import { readCsv } from "../../../src/data/csv/read-csv.ts";
import type { CsvReading } from "../../../src/data/csv/csv-report.ts";
import type { DataTable } from "../../../src/data/data-table.ts";
import { readFile } from "../../../src/data/read/read-file.ts";
import { buildJourney } from "../../../src/journey/build-journey.ts";
import type { Journey } from "../../../src/journey/journey.ts";
import { usualIdentity } from "../../../src/journey/identity/identity-rules.ts";
import { stitch } from "../../../src/journey/identity/stitch.ts";
import { eventIndex } from "../../../src/journey/order/event-index.ts";
import { isPresent } from "../../../src/schema/missing.ts";
import { defaultSettings } from "../../../src/schema/settings.ts";
import { columnOf } from "../../../src/schema/table.ts";
import { eventsArrow } from "../events/events-arrow.ts";
import { eventsCsv } from "../events/events-csv.ts";
import { eventsTable } from "../events/events-table.ts";
import { severalIds } from "../events/several-ids.ts";
import { customers, monthsOf, syntheticEvents, type EventOrder, type SyntheticEvents } from "../events/synthetic-events.ts";
import type { Answer } from "../kernels/kernel.ts";
import { kernels } from "./kernels.ts";
import { clocked } from "./timing.ts";

/** Bytes in pieces of the size that files are read in. */
async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += 4 << 20) yield bytes.subarray(from, from + (4 << 20));
}

/** Our side and Arquero's, in one worker. Every method that measures runs its work once and returns milliseconds. */
class Laboratory {
  #events: SyntheticEvents | null = null;
  #journey: Journey | null = null;
  #several: DataTable | null = null;
  #arquero: ColumnTable | null = null;
  #csv: Blob | null = null;
  #bytes: Uint8Array<ArrayBuffer> | null = null;
  #reading: CsvReading | null = null;

  /** Makes events anew; everything of the last ones is let go. */
  make(rows: number, order: EventOrder): void {
    this.#journey = null;
    this.#several = null;
    this.#arquero = null;
    this.#events = null;
    this.#events = syntheticEvents(rows, order);
  }

  /** The events for DuckDB. */
  arrow(): Uint8Array<ArrayBuffer> {
    const bytes = eventsArrow(this.#events!);
    return transfer(bytes, [bytes.buffer]);
  }

  /** Orders the events by customer, time and place in the input. */
  index(): Promise<number> {
    const { customer, time } = this.#events!;
    const job = this.#job();
    return clocked(() => eventIndex([{ customer, time }], customers, (fraction, doing) => job.progress(fraction, doing)));
  }

  /** Builds the whole journey: identities, checks of each row, the index, a look over it all. */
  build(): Promise<number> {
    const line = { from: "events", customer: "customer", time: "time", event: "event", channel: "channel", value: "revenue" };
    const table = eventsTable(this.#events!);
    const job = this.#job();
    return clocked(async () => {
      const settings = { timezone: "UTC", weekStart: 1, window: null };
      this.#journey = (await buildJourney([{ line, table }], [], settings, (fraction, doing) => job.progress(fraction, doing))).journey;
    });
  }

  /** Joins the ids of rows that have several. */
  stitch(rows: number): Promise<number> {
    this.#several ??= severalIds(rows);
    const table = this.#several;
    const line = { from: "web", customer: ["user_id", "anonymous_id"], time: "time", event: "=visit" };
    const job = this.#job();
    return clocked(() =>
      stitch([{ line, table }], [table.columns[2]!.values as Float64Array], [null], usualIdentity, (fraction, doing) =>
        job.progress(fraction, doing),
      ),
    );
  }

  ours(kernel: string): Promise<number> {
    return clocked(() => kernels[kernel]!.ours(this.#journey!, this.#job()));
  }

  also(kernel: string, name: string): Promise<number> {
    return clocked(() => kernels[kernel]!.also[name]!(this.#journey!, this.#job()));
  }

  arquero(kernel: string): Promise<number> {
    this.#wrap();
    return clocked(() => kernels[kernel]!.arquero(this.#arquero!));
  }

  async answers(kernel: string): Promise<{ ours: Answer; arquero: Answer }> {
    this.#wrap();
    const { answer, ours, arquero } = kernels[kernel]!;
    return { ours: answer(await ours(this.#journey!, this.#job())), arquero: arquero(this.#arquero!) };
  }

  /** Writes the events as CSV; gives the bytes for DuckDB. */
  async writeCsv(rows: number): Promise<Uint8Array<ArrayBuffer>> {
    this.#csv = new Blob([...eventsCsv(rows)]);
    this.#bytes = new Uint8Array(await this.#csv.arrayBuffer());
    const bytes = this.#bytes.slice();
    return transfer(bytes, [bytes.buffer]);
  }

  /** The same CSV as a file of the browser's. */
  csvFile(): Blob {
    return this.#csv!;
  }

  /** Reads the CSV from memory, as DuckDB does. */
  readCsv(): Promise<number> {
    const job = this.#job();
    this.#reading = null;
    return clocked(async () => {
      this.#reading = await readCsv(piecesOf(this.#bytes!), { zone: "UTC" }, () => job.progress(0));
    });
  }

  /** Reads the CSV as the page does: from the browser's file, telling its content on the way. */
  readFile(): Promise<number> {
    const job = this.#job();
    const file = { name: "events.csv", blob: this.#csv!, modified: 0 };
    return clocked(() => readFile(file, { zone: "UTC" }, (fraction, doing) => job.progress(fraction, doing)));
  }

  /** What was read, in sums: rows, customers, Σ milliseconds, revenues, Σ cents. */
  csvSums(): Answer {
    const { table } = this.#reading!;
    const revenue = columnOf(table, "revenue")!;
    let present = 0;
    let cents = 0;
    for (let row = 0; row < table.rows; row++) {
      if (!isPresent(revenue, row)) continue;
      present++;
      cents += Math.round(revenue.values[row]! * 100);
    }
    const time = (columnOf(table, "time")!.values as Float64Array).reduce((sum, value) => sum + value / 1000, 0);
    return [[table.rows, columnOf(table, "customer")!.dictionary!.length, time, present, cents]];
  }

  async arqueroCsv(): Promise<number> {
    const text = await this.#csv!.text();
    return clocked(() => fromCSV(text));
  }

  #wrap(): void {
    const events = this.#events!;
    this.#arquero ??= arqueroTable({
      customer: events.customer,
      month: monthsOf(events),
      time: events.time,
      event: events.event,
      channel: events.channel,
      revenue: Array.from(events.revenue, (value) => (Number.isNaN(value) ? null : value)),
    });
  }

  #job(): RunningJob {
    const request = { key: "", name: "", kind: "", params: {}, inputs: {}, files: {}, settings: defaultSettings, seed: 1 };
    return new RunningJob(0, request, () => undefined);
  }
}

export type { Laboratory };

expose(new Laboratory());

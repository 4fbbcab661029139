import { wrap, type Remote } from "comlink";
import type { Measurement } from "../report/measurement.ts";
import { sameAnswer } from "./compared.ts";
import { DuckDBDataProtocol } from "@duckdb/duckdb-wasm";
import { answerOf, startDuck } from "./duckdb.ts";
import { kernels } from "./kernels.ts";
import type { Laboratory } from "./laboratory.ts";
import { clocked, inTurn, type Timing } from "./timing.ts";

const laboratory: Remote<Laboratory> = wrap(new Worker(new URL("./laboratory.ts", import.meta.url), { type: "module" }));
const duck = startDuck();

/** How many times most things are measured. */
const rounds = 5;

const ms = (time: number) => (time >= 100 ? time.toFixed(0) : time.toFixed(1));
const beside = (ours: Timing, duckTime: Timing, more = "") =>
  `ours ${ms(ours.minimum)} ms (median ${ms(ours.median)}), DuckDB ${ms(duckTime.minimum)} ms (median ${ms(duckTime.median)})${more}`;
const millions = (rows: number) => `${(rows / 1e6).toLocaleString("en-US", { maximumFractionDigits: 2 })} M`;

/** Reading a CSV of synthetic events, sniffed by both. */
async function csv(rows: number): Promise<Measurement[]> {
  const { database, connection } = await duck;
  await database.registerFileBuffer("events.csv", await laboratory.writeCsv(rows));
  await database.registerFileHandle("file.csv", await laboratory.csvFile(), DuckDBDataProtocol.BROWSER_FILEREADER, true);
  const readIt = (name: string) => () => clocked(() => connection.query(`create or replace table lines as select * from read_csv('${name}')`));
  const read = readIt("events.csv");
  await laboratory.readCsv();
  await read();
  const sums = "select count(*), count(distinct customer), sum(epoch(time)), count(revenue), round(sum(revenue) * 100) from lines";
  sameAnswer("CSV", await laboratory.csvSums(), await answerOf(await duck, sums));
  const [ours, theirs] = await inTurn(rounds, () => laboratory.readCsv(), read);
  const [file, theirFile] = await inTurn(3, () => laboratory.readFile(), readIt("file.csv"));
  const arquero = await laboratory.arqueroCsv();
  await connection.query("drop table lines");
  await database.dropFile("events.csv");
  await database.dropFile("file.csv");
  return [
    {
      what: `CSV ${millions(rows)} rows, sniffed`,
      unit: "×",
      floor: 1.5,
      goal: 4,
      enforced: rows >= 1e6,
      measured: theirs!.minimum / ours!.minimum,
      detail: beside(ours!, theirs!, `, Arquero ${ms(arquero)} ms`),
    },
    {
      what: `CSV ${millions(rows)} rows, from a file, ours hashed too`,
      unit: "×",
      measured: theirFile!.minimum / file!.minimum,
      detail: beside(file!, theirFile!),
    },
  ];
}

/** The index alone and the whole journey, from events in two orders; the journey from the random order stays. */
async function journey(rows: number): Promise<Measurement[]> {
  const found: Measurement[] = [];
  for (const order of ["nearly", "random"] as const) {
    await laboratory.make(rows, order);
    const [index] = await inTurn(rounds, () => laboratory.index());
    const [whole] = await inTurn(2, () => laboratory.build());
    const from = order === "random" ? "random order" : "nearly sorted";
    const bar = order === "random" && rows === 5e6 ? { floor: 570, goal: 250 } : {};
    found.push(
      { what: `index ${millions(rows)}, ${from}`, unit: "ms", measured: index!.minimum, ...bar, detail: `median ${ms(index!.median)} ms` },
      { what: `journey cell ${millions(rows)}, ${from}`, unit: "ms", measured: whole!.minimum, detail: `median ${ms(whole!.median)} ms` },
    );
  }
  const [stitched] = await inTurn(2, () => laboratory.stitch(rows));
  const bar = rows === 5e6 ? { floor: 5000 } : {};
  found.push({
    what: `ids joined ${millions(rows)}, 1 M ids`,
    unit: "ms",
    measured: stitched!.minimum,
    ...bar,
    detail: `median ${ms(stitched!.median)} ms`,
  });
  return found;
}

async function kernel(title: string, rows: number): Promise<Measurement[]> {
  const { sql, warm, cold, also } = kernels[title]!;
  const { connection } = await duck;
  const answers = await laboratory.answers(title);
  const theirs = await answerOf(await duck, sql);
  sameAnswer(`${title}, against DuckDB`, answers.ours, theirs);
  sameAnswer(`${title}, Arquero against DuckDB`, answers.arquero, theirs);
  const query = () => clocked(() => connection.query(sql));
  const [ours, duckTime] = await inTurn(rounds, () => laboratory.ours(title), query);
  const arquero = await laboratory.arquero(title);
  const [built] = await inTurn(2, async () => (await laboratory.build()) + (await laboratory.ours(title)));
  const enforced = rows >= 5e6;
  const found: Measurement[] = [
    {
      what: `${title} ${millions(rows)}, warm`,
      unit: "×",
      ...warm,
      enforced,
      measured: duckTime!.minimum / ours!.minimum,
      detail: beside(ours!, duckTime!, `, Arquero ${ms(arquero)} ms (${ms(arquero / ours!.minimum)}×)`),
    },
    {
      what: `${title} ${millions(rows)}, cold`,
      unit: "×",
      ...cold,
      enforced,
      measured: duckTime!.minimum / built!.minimum,
      detail: beside(built!, duckTime!),
    },
  ];
  for (const name of Object.keys(also)) {
    const [time] = await inTurn(2, () => laboratory.also(title, name));
    found.push({ what: `${title} ${millions(rows)}, ${name}`, unit: "ms", measured: time!.minimum, detail: `median ${ms(time!.median)} ms` });
  }
  return found;
}

/** Everything that is measured on a number of events. */
async function events(rows: number): Promise<Measurement[]> {
  const found = await journey(rows);
  const { connection } = await duck;
  await connection.query("drop table if exists events");
  await connection.insertArrowFromIPCStream(await laboratory.arrow(), { name: "events", create: true });
  for (const title of Object.keys(kernels)) found.push(...(await kernel(title, rows)));
  return found;
}

const bench = { csv, events, version: async () => (await duck).version };

export type Bench = typeof bench;

declare global {
  interface Window {
    bench: Bench;
  }
}

window.bench = bench;

import { AsyncDuckDB, VoidLogger, type AsyncDuckDBConnection } from "@duckdb/duckdb-wasm";
import workerAddress from "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url";
import wasmAddress from "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url";
import type { Answer } from "../kernels/kernel.ts";

/** A DuckDB in a worker of its own, one thread. */
export interface Duck {
  version: string;
  database: AsyncDuckDB;
  connection: AsyncDuckDBConnection;
}

/** Starts DuckDB with exceptions in WebAssembly ("eh"). */
export async function startDuck(): Promise<Duck> {
  const address = (path: string) => new URL(path, location.href).href;
  const database = new AsyncDuckDB(new VoidLogger(), new Worker(address(workerAddress)));
  await database.instantiate(address(wasmAddress));
  return { database, connection: await database.connect(), version: await database.getVersion() };
}

/** Runs a query and takes its rows as numbers. */
export async function answerOf({ connection }: Duck, sql: string): Promise<Answer> {
  const rows = await connection.query(sql);
  return rows.toArray().map((row) => row.toArray().map(Number));
}

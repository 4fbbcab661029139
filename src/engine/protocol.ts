import type { ReadFile } from "../data/read/read-file.ts";
import type { Condition } from "../schema/conditions.ts";
import type { Problem } from "../schema/errors.ts";
import type { RawParams } from "../schema/parameter.ts";
import type { Pick } from "../schema/pick.ts";
import type { CellResult } from "../schema/result.ts";
import type { Settings } from "../schema/settings.ts";
import type { InputShape } from "../schema/shape.ts";
import type { Table } from "../schema/table.ts";

/** A file as the page holds it: the browser reads it when the worker asks. */
export interface FileEntry {
  name: string;
  file: Blob;
  modified: number;
}

/** One cell to run. Everything the result depends on is in it, and `key` is its hash. */
export interface ComputeRequest {
  /** The key of the result; the worker keeps the value under it. */
  key: string;
  /** The cell's name, for messages. */
  name: string;
  kind: string;
  /** Parameters as resolved by the page. */
  params: RawParams;
  /** By reference as written in the parameters: the key of the cell's output. */
  inputs: Record<string, string>;
  /** By name as written in the parameters: the files a name or pattern stands for. */
  files: Record<string, FileEntry[]>;
  settings: Settings;
  seed: number;
}

/** What a run gave. Errors cross as values, since a worker's errors lose everything but their message. */
export type ComputeReply =
  | {
      state: "done";
      result: CellResult;
      shape: InputShape;
      /** Milliseconds in the worker. */
      ms: number;
      /** Bytes the worker keeps under the key: what dropping it would free, unless other cells share them. */
      bytes: number;
      /** The hash of what was read, of a cell that reads files: the same bytes read the same way give the same. */
      content?: string;
      /** The value as bytes that bring it back without recomputing: kept by the page, given back after the worker was replaced. */
      snapshot?: Blob;
    }
  | { state: "failed"; problem: Problem }
  | { state: "stopped" }
  /** Values the worker does not have: restore or recompute these keys first. */
  | { state: "needs"; keys: string[] };

/** How far a run is. */
export interface Progress {
  fraction: number;
  doing: string;
  /** Seconds left, once there is enough to tell from. */
  left: number | null;
}

/** How far a run is, as the worker posts it beside Comlink's messages: `progress` is the number of the call. */
export interface ProgressMessage {
  progress: number;
  fraction: number;
  doing: string;
}

/** Which rows of a table kept in the worker. `from` and `to` count rows after filter and order. */
export interface RowsQuery {
  key: string;
  table: string;
  from: number;
  to: number;
  orderBy?: { column: string; descending: boolean };
  /** Only rows in which a text holds this, in any case. The page then says how many there are by `truncatedFrom`. */
  search?: string;
  /** Only rows that meet all of these; times in them are on the clock of `timezone`. */
  where?: readonly Condition[];
  timezone?: string;
  /** Asks for a row about each column instead: what is missing, and a histogram of the rest. */
  summary?: true;
}

/** What narrows a query beside its order: a search, conditions, or the summary of the columns. */
export type Narrowed = Omit<RowsQuery, "key" | "table" | "from" | "to" | "orderBy">;

/** A question about an output that could not be answered. */
export type Unanswered = { state: "needs"; keys: string[] } | { state: "failed"; problem: Problem };

/** A page of a table. */
export type RowsReply = Table | Unanswered;

/** A form in which a table leaves as a file. */
export type TableFormat = "arrow" | "parquet";

/** All rows of a query as a file. */
export type FileReply = { bytes: Uint8Array<ArrayBuffer> } | Unanswered;

/** What is to be known of customers beside their ids. */
export interface Wanted {
  /** Names of the journey's attributes. */
  attributes: readonly string[];
  /** Cells whose segments they may be in: the name of each, and the key of its output. */
  segments: readonly { name: string; key: string }[];
}

/** The ids of the customers behind a mark; with what was wanted of them, a row for each. */
export interface Members {
  customers: string[];
  table?: Table;
}

export type MembersReply = Members | Unanswered;

/** What a cell read of its files; none of a cell that reads none. */
export type ReadingsReply = { state: "done"; readings: ReadFile[] } | { state: "failed"; problem: Problem } | { state: "stopped" };

/** What the worker does for the page, over Comlink. `job` numbers a call so that it can be cancelled. */
export interface EngineApi {
  compute(job: number, request: ComputeRequest): Promise<ComputeReply>;
  cancel(job: number): void;
  rows(query: RowsQuery): Promise<RowsReply>;
  /** Rows of a table, from the first to the last of the query, as a file. */
  file(query: RowsQuery, format: TableFormat): Promise<FileReply>;
  /** The ids of the customers behind a mark, with what is wanted of them. */
  members(request: ComputeRequest, pick: Pick, wanted?: Wanted): Promise<MembersReply>;
  /** Reads a cell's files once more, as it reads them. */
  readings(job: number, request: ComputeRequest): Promise<ReadingsReply>;
  /** A file's reading as bytes that are read as the file was. */
  pack(reading: ReadFile): Promise<Uint8Array<ArrayBuffer>>;
  restore(key: string, snapshot: Blob): Promise<void>;
  /** Drops values no cell needs any more. */
  forget(keys: string[]): void;
  /** Answers as soon as the worker is free: how the page knows that a stop came through. */
  ping(): Promise<void>;
  /** Bytes the worker holds for cells, shared buffers counted once. */
  held(): Promise<number>;
}

/** What the scheduler asks of the engine: the client on the page, or a stand-in in a test. */
export interface Engine {
  /** Runs a cell. A run stopped through `signal` resolves to `stopped`, at the latest half a second later. */
  run(request: ComputeRequest, options: { signal: AbortSignal; onProgress(progress: Progress): void }): Promise<ComputeReply>;
  /** @throws {UserError} If there is no such table or column. @throws {Needs} If the worker does not have the output any more. */
  rows(query: RowsQuery): Promise<Table>;
  /** @throws {UserError} If the mark does not stand for customers. @throws {Needs} If the worker does not have the inputs any more. */
  members(request: ComputeRequest, pick: Pick, wanted?: Wanted): Promise<Members>;
  /** @throws {UserError} If there is no such table or column. @throws {Needs} If the worker does not have the output any more. */
  file(query: RowsQuery, format: TableFormat): Promise<{ bytes: Uint8Array<ArrayBuffer> }>;
  forget(keys: string[]): void;
  /** Whether the worker has the value, or can get it back from a snapshot. */
  holds(key: string): boolean;
}

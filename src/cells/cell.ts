import type { ReadFile } from "../data/read/read-file.ts";
import type { DataTable } from "../data/data-table.ts";
import type { Journey } from "../journey/journey.ts";
import type { Segments } from "../journey/segments.ts";
import type { Bitset } from "../schema/bitset.ts";
import type { ParamSchema, RawParams } from "../schema/parameter.ts";
import type { Pick } from "../schema/pick.ts";
import type { CellResult } from "../schema/result.ts";
import type { Settings } from "../schema/settings.ts";
import type { InputShape, Provides, Suggestion } from "../schema/shape.ts";
import type { Table } from "../schema/table.ts";

/** Who a kind of cell is. */
export interface Kind {
  /** Its name in files. */
  name: string;
  /** Raised when the meaning of its parameters changes; written as `name@2` from 2 on. */
  major: number;
  /** Its name in the library and in the palette. */
  title: string;
  /** The question it answers, shown as the title until there is an answer. */
  question: string;
  /** A lucide icon. */
  icon: string;
  provides: Provides;
  /** The input it hands on: cells that read this one by its name are given what that input gives. */
  passes?: string;
  /** What it does in one line, for the library. */
  summary: string;
  /** The settings its results depend on; all of them where it does not say. A change of another recomputes nothing. */
  settings?: readonly (keyof Settings)[];
}

/** Brings parameters from one major to the next. */
export type Migration = (params: RawParams) => RawParams;

/** What a cell's `params.ts` exports: data for both sides of the worker boundary. */
export interface Catalogued {
  kind: Kind;
  params: ParamSchema;
  /** What to offer when a cell with this output appears. */
  suggest?(shape: InputShape): Suggestion[];
  /** Steps from major 1 to 2, 2 to 3, …. */
  migrations?: Migration[];
}

/** What other cells gave, by the reference that is written in a parameter. */
export interface Inputs {
  /** A table: a cell's main one, or `name.table`. @throws {UserError} If it is not one. */
  table(reference: string): DataTable;
  /** @throws {UserError} If the cell is not a journey. */
  journey(reference: string): Journey;
  /** @throws {UserError} If the cell has no segments. */
  segments(reference: string): Segments;
}

/** A file the page holds for a cell. */
export interface InputFile {
  name: string;
  blob: Blob;
  /** Milliseconds since 1970, as the machine tells. */
  modified: number;
}

/** One run of a cell: what it may know beside its inputs, and its way to say how far it is and to be stopped. */
export interface Job extends Settings {
  seed: number;
  /** Whether the reader has stopped this run. Loops that await `progress` need not ask. */
  readonly cancelled: boolean;
  /**
   * Says how far the run is, from 0 to 1, and lets a stop come through. Returns undefined when it is not yet time to pause, so that
   * `const pause = job.progress(f); if (pause) await pause;` costs nothing in a loop.
   * @throws When the run was stopped.
   */
  progress(fraction: number, doing?: string): Promise<void> | undefined;
  /** The files of a `file` parameter, in order. @throws {UserError} If the page does not have one of them. */
  files(names: string | string[]): Promise<InputFile[]>;
}

/**
 * What a cell's compute returns. `value` stays in the worker, for the cells that read this one; `content` is the hash of the bytes read,
 * of a cell that reads files.
 */
export type CellOutput = CellResult & { value?: Journey | DataTable | Segments; content?: string };

/** What a cell's `compute.ts` exports. Params are the resolved values of its schema. */
export interface Kernel {
  compute(inputs: Inputs, params: never, job: Job): Promise<CellOutput>;
  /** The customers behind one mark. `found` has the whole tables of the run, for cells that would take long to find them again. */
  members?(inputs: Inputs, params: never, pick: Pick, job: Job, found: Readonly<Record<string, Table>>): Bitset;
  /** Of a cell that reads files: each file as it was read and what was asked of the reader, to go into a shared page. */
  readings?(params: never, job: Job): Promise<ReadFile[]>;
  /** Whether `members` reads `found`: the cell is then run again where its tables are not kept. */
  membersReadTables?: true;
}

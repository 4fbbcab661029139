import type { ColumnTable } from "arquero";
import type { CellOutput, Job } from "../../../src/cells/cell.ts";
import type { Journey } from "../../../src/journey/journey.ts";

/** Rows of numbers, in any order. */
export type Answer = number[][];

/** How many times as fast as DuckDB-wasm a kernel must be and should be, at five million events. */
export interface Bar {
  floor: number;
  goal: number;
}

/**
 * One analysis that is measured beside others: a file of its own in this folder, found by itself.
 *
 * DuckDB has the table `events` (customer, time in ms, month, event, channel, revenue; texts as codes), Arquero a table of the same columns.
 */
export interface Kernel {
  title: string;
  /** On a journey that is there. */
  warm?: Bar;
  /** With the journey built first. */
  cold?: Bar;
  ours(journey: Journey, job: Job): Promise<CellOutput>;
  /** Our numbers that the others must agree on. */
  answer(output: CellOutput): Answer;
  sql: string;
  arquero(events: ColumnTable): Answer;
  /** What more is worth knowing of ours alone, by name. */
  also: Record<string, (journey: Journey, job: Job) => Promise<CellOutput>>;
}

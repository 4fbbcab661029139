import type { ColumnType } from "./column.ts";
import type { JsonRecord } from "./json.ts";
import type { Role } from "./mapping.ts";

/** What a cell hands to the cells that read it. */
export type Provides = "table" | "journey" | "segments" | "values";

/** What the page knows of a column without having it. */
export interface ColumnShape {
  name: string;
  type: ColumnType;
  unit?: string;
  /** Rows without a value. */
  missing: number;
  /** Distinct values; of a sample of 10,000 rows for numbers and times of larger tables. */
  distinct: number;
  /** The most frequent texts, at most 200, most frequent first. */
  top?: string[];
  min?: number;
  max?: number;
  /** A journey's column: the table it comes from, or "journey" for a role, or "customer" for an attribute. */
  of?: string;
  role?: Role;
}

/** What the page knows of a cell's output: enough for forms, completion, suggestions and guesses. */
export interface InputShape {
  /** The cell's name, as other cells refer to it. */
  name: string;
  provides: Provides;
  rows: number;
  /** Of a journey. */
  customers?: number;
  /** Of the main table, or of the journey. */
  columns: ColumnShape[];
  /** Names of further tables of the result, with their columns. */
  tables?: Record<string, ColumnShape[]>;
  window?: [number, number];
  /** Of a journey, by event: the days within which nine in ten pauses of a customer between two of it end. */
  pauses?: Record<string, number>;
}

/** A cell worth adding to this data. */
export interface Suggestion {
  /** Parameters for the new cell. */
  params: JsonRecord;
  /** What to call it; the kind's name otherwise. */
  name?: string;
  /** The cell readies the data: a journey is better read from it than from the table it reads. */
  prepares?: true;
  /** The parameters are more lines for a cell of this kind that is there already, and no cell by themselves. */
  adds?: true;
  /** One sentence: what it would answer and what the guess rests on. */
  why: string;
  /** From 0 to 1. */
  confidence: number;
}

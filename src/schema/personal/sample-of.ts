import type { Column } from "../column.ts";
import { isPresent } from "../missing.ts";

/** What a column is judged by. */
export interface Sample {
  /** Distinct texts, at most 10,000, spread over all of them. */
  texts: string[];
  /** Distinct numbers, likewise. */
  numbers: number[];
  distinct: number;
  /** Rows with a value. */
  present: number;
  /** Words in a text, on average. */
  words: number;
}

const most = 10_000;

function spread<T>(all: readonly T[]): T[] {
  const step = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(all.length, most) }, (_, place) => all[Math.floor(place * step)]!);
}

/** The distinct values of a column that are used in its first rows. */
export function sampleOf(column: Column, rows: number): Sample {
  const used = new Set<number>();
  let present = 0;
  for (let row = 0; row < rows; row++) {
    if (!isPresent(column, row)) continue;
    present++;
    used.add(column.values[row]!);
  }
  const values = spread([...used]);
  const texts = column.type === "text" ? values.map((code) => column.dictionary![code]!).filter((text) => text.trim() !== "") : [];
  const words = texts.reduce((sum, text) => sum + text.trim().split(/\s+/).length, 0) / Math.max(1, texts.length);
  const numbers = column.type === "number" || column.type === "integer" ? values : [];
  return { texts, numbers, distinct: used.size, present, words };
}

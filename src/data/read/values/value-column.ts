import { grown } from "../../csv/column-builder.ts";
import { MissingRows } from "../../csv/missing-rows.ts";

/** What a value of a typed file may be: an instant is a Date. Null and undefined are missing, NaN and infinities too. */
export type Value = string | number | bigint | boolean | Date | null | undefined;

/** What the values of a column are so far. */
export type ValueKind = "nothing" | "number" | "boolean" | "time" | "text";

/**
 * A column that grows value by value, of whatever type its values have. Values of several types make it text, each as it is written.
 */
export class ValueColumn {
  kind: ValueKind = "nothing";
  rows = 0;
  numbers = new Float64Array(0);
  codes = new Int32Array(0);
  readonly dictionary: string[] = [];
  readonly missing = new MissingRows();
  /** Whether every number is whole. */
  whole = true;
  readonly #codeOf = new Map<string, number>();

  constructor(readonly name: string) {}

  /** Makes the column as long as it is said to be, what is new missing. */
  fillTo(rows: number): void {
    while (this.rows < rows) this.push(null);
  }

  push(value: Value): void {
    const row = this.rows++;
    if ((row & 1023) === 0) this.#reserve(row + 1024);
    if (typeof value === "string") {
      if (this.kind !== "text") this.#toText(row);
      this.codes[row] = this.#code(value);
    } else if (value === null || value === undefined) this.#skip(row);
    else if (typeof value === "number") this.#number(row, value, "number");
    else if (typeof value === "boolean") this.#number(row, value ? 1 : 0, "boolean");
    else if (typeof value === "bigint") this.#big(row, value);
    else this.#number(row, value.getTime(), "time");
  }

  /** An instant in UTC milliseconds, which may have a fraction. */
  pushTime(time: number): void {
    const row = this.rows++;
    if ((row & 1023) === 0) this.#reserve(row + 1024);
    this.#number(row, time, "time");
  }

  #number(row: number, value: number, kind: "number" | "boolean" | "time"): void {
    if (!Number.isFinite(value)) return this.#skip(row);
    if (this.kind === "nothing") {
      this.kind = kind;
      this.#reserve((row | 1023) + 1);
      this.numbers.fill(NaN, 0, row);
    }
    if (this.kind === kind) {
      if (kind === "number" && this.whole && !Number.isSafeInteger(value)) this.whole = false;
      this.numbers[row] = value + 0;
      return;
    }
    if (this.kind !== "text") this.#toText(row);
    this.codes[row] = this.#code(written(value, kind));
  }

  #big(row: number, value: bigint): void {
    const number = Number(value);
    if (Number.isSafeInteger(number)) return this.#number(row, number, "number");
    // A number no double holds exactly is a name: it stays as it is written.
    if (this.kind !== "text") this.#toText(row);
    this.codes[row] = this.#code(String(value));
  }

  #skip(row: number): void {
    this.missing.mark(row);
    if (this.kind === "text") this.codes[row] = -1;
    else if (this.kind !== "nothing") this.numbers[row] = NaN;
  }

  #reserve(rows: number): void {
    this.missing.reserve(rows);
    if (this.kind === "text") this.codes = grown(this.codes, rows);
    else if (this.kind !== "nothing") this.numbers = grown(this.numbers, rows);
  }

  /** Turns the rows before `row` into text. */
  #toText(row: number): void {
    const { kind, numbers } = this;
    this.kind = "text";
    this.codes = new Int32Array(0);
    this.#reserve((row | 1023) + 1);
    for (let at = 0; at < row; at++) this.codes[at] = this.missing.has(at) || kind === "nothing" ? -1 : this.#code(written(numbers[at]!, kind));
    this.numbers = new Float64Array(0);
  }

  #code(text: string): number {
    let code = this.#codeOf.get(text);
    if (code === undefined) {
      code = this.dictionary.push(text) - 1;
      this.#codeOf.set(text, code);
    }
    return code;
  }
}

/** A number as the text it would be in a file. */
export function written(value: number, kind: ValueKind): string {
  if (kind === "boolean") return value === 1 ? "true" : "false";
  if (kind !== "time") return String(value);
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? String(value) : date.toISOString();
}

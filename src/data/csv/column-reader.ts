import type { ColumnType } from "../../schema/column.ts";
import { isMissingToken } from "./missing-token.ts";
import { NumberBuilder } from "./number-builder.ts";
import type { Fields } from "./record-scanner.ts";
import { StampBuilder } from "./stamp-builder.ts";
import { TextBuilder } from "./text-builder.ts";

/** What a column was read as: null while every value is missing. */
export type Built = NumberBuilder | StampBuilder | TextBuilder | null;

/**
 * One column as it is read: it takes the first value's type for the column's, and every later value is held against it.
 *
 * A value that does not fit makes the column text, exactly as it was written; nothing is guessed from a sample and nothing is read twice.
 */
export class ColumnReader {
  built: Built = null;
  #missing = 0;

  /** @param asked The type the column was asked to have, or null. */
  constructor(
    readonly asked: ColumnType | null,
    readonly decimal: "point" | "comma",
  ) {}

  get rows(): number {
    return this.built?.rows ?? this.#missing;
  }

  /** Takes the column's values from a batch of records. */
  take(fields: Fields, column: number): void {
    let record = 0;
    if (this.built === null) {
      record = firstPresent(fields, column);
      this.#missing += record;
      if (record === fields.rows) return;
      this.built = this.#begin(fields, column, record);
    }
    record = this.built.take(fields, column, record);
    if (record < fields.rows && !(this.built instanceof TextBuilder)) {
      this.built = this.built.toText(TextBuilder.of(fields));
      this.built.take(fields, column, record);
    }
  }

  #begin(fields: Fields, column: number, record: number): NumberBuilder | StampBuilder | TextBuilder {
    const { bytes, view, starts, ends, width } = fields;
    const upToFirst: Fields = { bytes, view, starts, ends, width, rows: record + 1, kernel: null };
    const fits = (builder: NumberBuilder | StampBuilder) => builder.take(upToFirst, column, record) > record;
    const typed = this.asked !== "text" && this.asked !== "boolean";
    if (typed && fits(new NumberBuilder(this.decimal))) return new NumberBuilder(this.decimal, this.#missing);
    if (typed && fits(new StampBuilder())) return new StampBuilder(this.#missing);
    return TextBuilder.of(fields, this.#missing);
  }
}

/** The first record of a batch with anything in a column. */
function firstPresent({ bytes, starts, ends, width, rows }: Fields, column: number): number {
  let record = 0;
  for (let field = column; record < rows && isMissingToken(bytes, starts[field]!, ends[field]!); field += width) record++;
  return record;
}

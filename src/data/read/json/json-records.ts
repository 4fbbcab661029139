import { UserError } from "../../../schema/errors.ts";
import type { BadRecords } from "../../csv/csv-report.ts";
import { flatten } from "../values/flatten.ts";
import { ValueTable } from "../values/value-table.ts";
import { JsonElements, type ElementBatch } from "./json-elements.ts";

/** How a broken record begins, in one line. */
function excerpt(text: string): string {
  const line = text.slice(0, 60).replaceAll(/[\s\p{Cc}]+/gu, " ");
  return text.length > 60 ? `${line}…` : line;
}

/** Reads JSON records, piece by piece, into a table: the lines of NDJSON, or the elements of one list. */
export class JsonRecords {
  readonly table: ValueTable;
  /** Lines of NDJSON that are not JSON. */
  readonly bad: BadRecords = { kind: "json", count: 0, lines: [], example: "" };
  readonly #elements: JsonElements;
  readonly #decoder = new TextDecoder();
  #read = 0;

  constructor(
    readonly file: string,
    separator: "line" | "comma",
  ) {
    this.table = new ValueTable(file);
    this.#elements = new JsonElements(separator);
  }

  /** Takes a piece of text. @throws {UserError} If an element of a list is not JSON, or if nothing is. */
  take(piece: Uint8Array, final: boolean): void {
    const batch = this.#elements.take(piece, final);
    if (final && this.#elements.separator === "comma" && !this.#elements.closed) {
      throw new UserError(`"${this.file}" breaks off: its list does not end.`, "Get the file again; it was cut while it was written or copied.");
    }
    this.#add(batch);
    if (final && this.table.rows === 0 && this.bad.count > 0) {
      throw new UserError(`"${this.file}" is not JSON (${excerpt(this.bad.example)}).`, "Write one record a line, or a list of records.");
    }
  }

  #add({ bytes, ends }: ElementBatch): void {
    let from = 0;
    for (const end of ends) {
      const text = this.#decoder.decode(bytes.subarray(from, end)).trim();
      from = end + 1;
      this.#read++;
      if (text !== "") this.#record(text);
    }
  }

  #record(text: string): void {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      this.#blame(text);
      return;
    }
    if (Array.isArray(value) && value.length === 0) return;
    flatten(this.table, "", value);
    this.table.endRow();
  }

  #blame(text: string): void {
    const { separator } = this.#elements;
    if (separator === "comma") {
      const place = this.#read.toLocaleString("en-US");
      throw new UserError(`Record ${place} of "${this.file}" is not JSON (${excerpt(text)}).`, "Write the file again; something in it is broken.");
    }
    if (this.bad.count++ === 0) this.bad.example = text.slice(0, 120);
    if (this.bad.lines.length < 5) this.bad.lines.push(this.#read);
  }
}

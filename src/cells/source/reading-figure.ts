import { counted } from "../../figures/formats/counted.ts";
import { number } from "../../figures/formats/number.ts";
import { numbers, texts } from "../../figures/read.ts";
import type { Table } from "../../schema/table.ts";
import type { Params } from "./params.ts";

const delimiters = { auto: "", comma: "comma", semicolon: "semicolon", tab: "tab", pipe: "pipe", blanks: "aligned by blanks" } as const;
const encodings = { auto: "", "utf-8": "UTF-8", "windows-1252": "Windows-1252", "utf-16": "UTF-16" } as const;
const decimals = { auto: "", point: "decimal point", comma: "decimal comma" } as const;
const dates = { auto: "", "day-first": "day first", "month-first": "month first" } as const;
const headers = { auto: "", yes: "names in the first line", no: "no names in the first line" } as const;

/**
 * How the file was read: what was chosen, and that the rest was found in it.
 *
 * @param format What a file is that is no delimited text: "Read as Parquet".
 */
export function readingNote(params: Params, timezone: string, format: string | null = null): string {
  const types = Object.values(params.types).filter((type) => type !== "auto").length;
  const chosen = [
    delimiters[params.delimiter],
    encodings[params.encoding],
    dates[params.dates],
    decimals[params.decimal],
    headers[params.header],
    params.sheet === null ? "" : `sheet ${params.sheet}`,
    params.member === null ? "" : params.member,
    params.skip === null ? "" : `${counted(params.skip, "line", "en")} above the names left out`,
    params.footer === null ? "" : `${counted(params.footer, "line", "en")} below the table left out`,
    types === 0 ? "" : `${counted(types, "type", "en")} of columns`,
  ].filter((words) => words !== "");
  const reading =
    chosen.length === 0
      ? format === null
        ? "Delimiter, encoding, types and dates as found in the file."
        : `${format}; types and dates as found in it.`
      : `As chosen: ${chosen.join(", ")}; the rest as found in the file.`;
  const zone = params.zone?.trim() ?? "";
  return zone === "" || zone === timezone ? reading : `${reading} Its times are in ${zone}, shown in ${timezone}.`;
}

/** More values than this are not a choice among a few. */
const fewValues = 100;

/** What is said below a column's name where that is more than its type: how many values a text takes, how many are missing. */
export function columnNotes(columns: Table | undefined, locale: string): ReadonlyMap<string, string> {
  if (columns === undefined) return new Map();
  const [types, missing, distinct] = [texts(columns, "type"), numbers(columns, "missing"), numbers(columns, "distinct")];
  const notes = texts(columns, "column").map((name, row): [string, string] | null => {
    const values = distinct[row] ?? 0;
    const absent = missing[row] ?? 0;
    if (name === null || types[row] !== "text" || values > fewValues) return null;
    return [name, `${counted(values, "value", locale)}${absent === 0 ? "" : `, ${number(absent, locale)} missing`}`];
  });
  return new Map(notes.filter((note) => note !== null));
}

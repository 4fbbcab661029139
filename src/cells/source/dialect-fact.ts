import type { CsvOptions, Delimiter, TextEncoding } from "../../data/csv/csv-options.ts";
import type { FileReading } from "../../data/read/read-file.ts";
import type { Fact } from "../../schema/result.ts";

const delimiters: Readonly<Record<Delimiter, string>> = { comma: "commas", semicolon: "semicolons", tab: "tabs", pipe: "pipes", blanks: "blanks" };
const encodings: Readonly<Record<TextEncoding, string>> = { "utf-8": "UTF-8", "windows-1252": "Windows-1252", "utf-16": "UTF-16" };

/** How the files are written, in one sentence, with how sure that is; the least sure of several files. */
export function dialectFact(readings: readonly FileReading[], options: CsvOptions): Fact {
  const each = (say: (reading: FileReading) => string | null) => [...new Set(readings.map(say).filter((words) => words !== null))].join(" or ");
  const dialects = readings.flatMap(({ dialect }) => (dialect === undefined ? [] : [dialect]));
  const between = each(({ dialect }) => (dialect === undefined ? null : delimiters[dialect.delimiter]));
  const names = each(({ dialect }) => (dialect === undefined ? null : dialect.header ? "names in the first line" : "no names"));
  const encoding = each(({ dialect }) => (dialect === undefined ? null : encodings[dialect.encoding]));
  const formats = each(({ dialect, format }) => (dialect === undefined ? format : null));
  const chosen = each(({ chosen: one }) => (one === undefined ? null : `${one.what} "${one.name}"`));
  const texts = dialects.length === 0 ? [] : [`Written in ${encoding} with ${between} between values and ${names}`];
  const others = formats === "" ? [] : [`${dialects.length === 0 ? "Read" : "read"} as ${formats}`];
  const hasTimes = readings.some(({ columns }) => columns.some(({ type }) => type === "time"));
  const zone = hasTimes ? `; times without a zone are in ${options.zone}` : "";
  return {
    code: "dialect",
    text: `${[...texts, ...others].join(", ")}${chosen === "" ? "" : `, from the ${chosen}`}${zone}`,
    values: {
      delimiter_confidence: Math.min(1, ...dialects.map((dialect) => dialect.delimiterConfidence)),
      header_confidence: Math.min(1, ...dialects.map((dialect) => dialect.headerConfidence)),
    },
    holds: true,
  };
}

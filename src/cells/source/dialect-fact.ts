import type { CsvOptions, Delimiter, TextEncoding } from "../../data/csv/csv-options.ts";
import type { FileReading } from "../../data/read/read-file.ts";
import type { Fact } from "../../schema/result.ts";

const delimiters: Readonly<Record<Delimiter, string>> = { comma: "commas", semicolon: "semicolons", tab: "tabs", pipe: "pipes" };
const encodings: Readonly<Record<TextEncoding, string>> = { "utf-8": "UTF-8", "windows-1252": "Windows-1252", "utf-16": "UTF-16" };

/** How the files are written, in one sentence, with how sure that is; the least sure of several files. */
export function dialectFact(readings: readonly FileReading[], options: CsvOptions): Fact {
  const each = (say: (reading: FileReading) => string) => [...new Set(readings.map(say))].join(" or ");
  const between = each(({ dialect }) => delimiters[dialect.delimiter]);
  const names = each(({ dialect }) => (dialect.header ? "names in the first line" : "no names"));
  const encoding = each(({ dialect }) => encodings[dialect.encoding]);
  const hasTimes = readings.some(({ columns }) => columns.some(({ type }) => type === "time"));
  const zone = hasTimes ? `; times without a zone are in ${options.zone}` : "";
  return {
    code: "dialect",
    text: `Written in ${encoding} with ${between} between values and ${names}${zone}`,
    values: {
      delimiter_confidence: Math.min(...readings.map(({ dialect }) => dialect.delimiterConfidence)),
      header_confidence: Math.min(...readings.map(({ dialect }) => dialect.headerConfidence)),
    },
    holds: true,
  };
}

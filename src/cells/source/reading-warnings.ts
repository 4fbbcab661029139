import type { CsvOptions } from "../../data/csv/csv-options.ts";
import type { BadRecords, ColumnReport, Unreadable } from "../../data/csv/csv-report.ts";
import type { Drift } from "../../data/read/append-tables.ts";
import type { FileReading } from "../../data/read/read-file.ts";
import type { ColumnType } from "../../schema/column.ts";
import type { Warning } from "../../schema/result.ts";
import { openChoices } from "./open-choices.ts";

const counted = new Intl.NumberFormat("en-US");

const kinds: Readonly<Record<ColumnType, string>> = {
  number: "numbers",
  integer: "whole numbers",
  boolean: "yes or no",
  time: "times",
  text: "text",
};

const faults: Readonly<Record<BadRecords["kind"], { one: string; many: string; done: string; remedy: string }>> = {
  short: {
    one: "line has too few values",
    many: "lines have too few values",
    done: "what is absent is missing",
    remedy: "Look at these lines in the file; if there are many, check what stands between values under Reading.",
  },
  long: {
    one: "line has too many values",
    many: "lines have too many values",
    done: "those beyond the last column were left out",
    remedy: "Look at these lines in the file: often a value contains the delimiter and is not in quotes.",
  },
  quote: {
    one: "line has quotes that do not close where they should",
    many: "lines have quotes that do not close where they should",
    done: "they were read as they stand",
    remedy: "Look at these lines in the file: a quote inside a value is written twice.",
  },
  json: {
    one: "line is not JSON",
    many: "lines are not JSON",
    done: "nothing of them is in the table",
    remedy: "Look at these lines in the file: each must hold one whole record.",
  },
};

function list(numbers: readonly number[], count: number): string {
  return numbers.map((line) => counted.format(line)).join("; ") + (count > numbers.length ? "; …" : "");
}

function badRecords(file: string, { kind, count, lines, example }: BadRecords): Warning {
  const fault = faults[kind];
  const shown = example.length > 80 ? `${example.slice(0, 79)}…` : example;
  return {
    code: `lines-${kind}`,
    lead: `${counted.format(count)} ${count === 1 ? fault.one : fault.many}`,
    text: `${counted.format(count)} ${count === 1 ? fault.one : fault.many} in ${file} (line ${list(lines, count)}); ${fault.done}. The first is: ${shown}`,
    remedy: fault.remedy,
  };
}

function unreadable(file: string, column: ColumnReport, { as, count, rows, example }: Unreadable): Warning {
  const values = `${counted.format(count)} ${count === 1 ? "value" : "values"}`;
  const where = `row ${list(rows, count)} of ${file}, such as "${example.length > 40 ? `${example.slice(0, 39)}…` : example}"`;
  const lead = `"${column.name}" has ${values} that cannot be read as ${kinds[as]}`;
  return column.type === as
    ? { code: "unreadable", lead, text: `${lead} (${where}); they are missing.`, remedy: "Choose another type for the column under Reading." }
    : {
        code: "nearly-typed",
        lead,
        text: `${lead} (${where}), so the whole column is text.`,
        remedy: `To have ${kinds[as]} and these values missing, choose the type under Reading.`,
      };
}

/** What the reader should know of how the files were read, the gravest first. */
export function readingWarnings(readings: readonly FileReading[], drift: readonly Drift[], options: CsvOptions): Warning[] {
  const asked = Object.keys(options.types ?? {});
  const known = new Set(readings.flatMap(({ columns }) => columns.map(({ name }) => name)));
  return [
    ...readings.flatMap(({ name, bad }) => bad.map((records) => badRecords(name, records))),
    ...drift.map(({ column, lacking }) => ({
      code: "drift",
      lead: `Not every file has "${column}"`,
      text: `Not every file has "${column}": it is missing in the rows of ${lacking.join(", ")}.`,
      remedy: "Check whether the column was renamed between the files.",
    })),
    ...asked
      .filter((name) => !known.has(name))
      .map((name) => ({
        code: "no-such-column",
        lead: `There is no column "${name}"`,
        text: `There is no column "${name}", so the type asked for it has no effect.`,
        remedy: "Remove it under Reading, or write the column's name as the file has it.",
      })),
    ...readings.flatMap(({ name, columns }) =>
      columns.flatMap((column) => (column.unreadable === undefined ? [] : [unreadable(name, column, column.unreadable)])),
    ),
    ...readings
      .filter(({ first }) => first !== undefined && JSON.stringify(first.options) !== JSON.stringify(options))
      .map(({ name }) => ({
        code: "as-shared",
        lead: `${name} stays as it was read`,
        text: `${name} stays as it was read when this page was shared: only its table is in the page, so the choices under Reading and the time zone no longer change it.`,
        remedy: "Drop the file itself on the page to read it in another way.",
      })),
    ...readings.flatMap(openChoices),
    ...readings
      .filter(({ dialect }) => options.encoding === undefined && dialect?.encoding === "windows-1252")
      .map(({ name }) => ({
        code: "encoding",
        lead: `${name} is not all UTF-8`,
        text: `${name} is not all UTF-8: values that are not were read as Windows-1252.`,
        remedy: "If accents or currency signs look wrong, choose the encoding under Reading.",
      })),
  ];
}

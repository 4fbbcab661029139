import type { ParamSchema, Values } from "../../schema/parameter.ts";
import type { Suggestion } from "../../schema/shape.ts";
import type { Kind } from "../cell.ts";

export const kind = {
  name: "source",
  major: 1,
  title: "Source",
  question: "What is in this file?",
  icon: "file-text",
  provides: "table",
  summary: "Reads a file into a table and says how it was read.",
  settings: ["timezone"],
} satisfies Kind;

const auto = "Found in the file.";

export const params = {
  file: { type: "file", label: "File" },
  delimiter: {
    type: "choice",
    of: ["auto", "comma", "semicolon", "tab", "pipe", "blanks"],
    labels: ["Automatic", "Comma  ,", "Semicolon  ;", "Tab", "Pipe  |", "Blanks, aligned"],
    default: "auto",
    label: "Between values",
    hint: "What stands between two values of a line.",
    group: "Reading",
  },
  encoding: {
    type: "choice",
    of: ["auto", "utf-8", "windows-1252", "utf-16"],
    labels: ["Automatic", "UTF-8", "Windows-1252 (Latin-1)", "UTF-16"],
    default: "auto",
    hint: "Change it when accents and currency signs look wrong.",
    group: "Reading",
  },
  decimal: {
    type: "choice",
    of: ["auto", "point", "comma"],
    labels: ["Automatic", "Point  1.5", "Comma  1,5"],
    default: "auto",
    label: "Decimal sign",
    group: "Reading",
  },
  dates: {
    type: "choice",
    of: ["auto", "day-first", "month-first"],
    labels: ["Automatic", "Day first  31/12/2025", "Month first  12/31/2025"],
    hints: [
      "Found in each column: a number above 12 is a day. Without one, the day is taken to come first, and a warning says so.",
      "Dates such as 3/4/2025 are the third of April.",
      "Dates such as 3/4/2025 are the fourth of March.",
    ],
    default: "auto",
    label: "Dates in numbers",
    group: "Reading",
  },
  header: {
    type: "choice",
    of: ["auto", "yes", "no"],
    labels: ["Automatic", "Names", "Values"],
    hints: [auto, "The first line holds the names of the columns.", "The first line holds values; columns are named by their number."],
    default: "auto",
    label: "First line",
    group: "Reading",
  },
  sheet: { type: "text", optional: true, hint: "Of an Excel workbook; the first with anything in it when left empty.", group: "Reading" },
  member: {
    type: "text",
    optional: true,
    label: "Inside the file",
    hint: "The file to read in a ZIP archive, or the list of records in a JSON object, where there are several.",
    group: "Reading",
  },
  skip: {
    type: "number",
    min: 0,
    max: 10_000,
    integer: true,
    optional: true,
    label: "Lines above the names",
    hint: "Titles that are no part of the table; blank lines do not count. Found in the file when left empty.",
    group: "Reading",
  },
  footer: {
    type: "number",
    min: 0,
    max: 10_000,
    integer: true,
    optional: true,
    label: "Lines below the table",
    hint: "Totals and remarks that are no part of the table. Found in the file when left empty.",
    group: "Reading",
  },
  types: {
    type: "map",
    keys: "column",
    values: {
      type: "choice",
      of: ["auto", "text", "number", "integer", "time", "boolean"],
      labels: ["Automatic", "Text", "Number", "Whole number", "Time", "Yes or no"],
      default: "auto",
    },
    optional: true,
    label: "Types",
    hint: "The type of a column where the one found is not wanted. What does not fit is missing, and counted.",
    group: "Reading",
  },
  zone: {
    type: "text",
    optional: true,
    label: "Time zone of the file",
    hint: 'Of times that do not say theirs, such as "Europe/Berlin"; the notebook\'s when left empty.',
    group: "Reading",
  },
  exclude: {
    type: "exclusions",
    optional: true,
    label: "Removed customers",
    hint: "Their rows are left out when the file is read. Their ids are kept as hashes only.",
    group: "More",
  },
  pin: { type: "pin", optional: true, hint: "What the file was when it was pinned: when it is another, a warning says so.", group: "More" },
} as const satisfies ParamSchema;

export type Params = Values<typeof params>;

/** Nothing leads to a source but a file. */
export function suggest(): Suggestion[] {
  return [];
}

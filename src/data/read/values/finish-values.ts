import type { CsvOptions } from "../../csv/csv-options.ts";
import { nothing } from "../../csv/finish-column.ts";
import { finishNumbers } from "../../csv/finish-numbers.ts";
import { finishTexts, sure, type Finished, type FinishOptions, type Guessing } from "../../csv/finish-texts.ts";
import { isMissingText } from "../../csv/value-class.ts";
import { written, type ValueColumn } from "./value-column.ts";

/** How a column of a file with types of its own is to be finished. */
export function finishOptions(name: string, rows: number, guessing: Guessing, options: CsvOptions): FinishOptions {
  const asked = options.types !== undefined && Object.hasOwn(options.types, name) ? options.types[name]! : null;
  const { zone } = options;
  const dateOrder = options.dateOrder ?? null;
  return { name, rows, asked, guessing, zone, dateOrder, decimal: options.decimal ?? "point", knownDecimal: options.decimal ?? null };
}

/** Finishes a column of values: as what they are, or as what was asked for. @param blanks Whether blank texts and such as "NA" are missing. */
export function finishValues(column: ValueColumn, guessing: Guessing, options: CsvOptions, blanks = true): Finished {
  const { name, kind, rows, missing } = column;
  const finish = finishOptions(name, rows, guessing, options);
  const { asked } = finish;
  if (kind === "nothing") return nothing(finish);
  if (kind === "text") return finishTexts({ ...present(column, blanks), foreign: 0 }, finish);
  const values = column.numbers.slice(0, rows);
  const valid = missing.valid(rows);
  const rest = valid === undefined ? {} : { valid };
  if (kind === "number" && (asked === null || asked === "number" || asked === "time" || (asked === "integer" && column.whole))) {
    const finished = finishNumbers({ values, whole: column.whole, valid, missing: missing.count }, finish);
    if (asked === null || finished.column.type === asked) return finished;
  }
  if (kind === "time" && (asked === null || asked === "time")) return sure({ name, type: "time", values, ...rest }, missing.count);
  if (kind === "boolean" && (asked === null || asked === "boolean")) {
    return sure({ name, type: "boolean", values: Uint8Array.from(values), ...rest }, missing.count);
  }
  return finishTexts({ ...asTexts(column), foreign: 0 }, finish);
}

function asTexts({ kind, rows, numbers, missing }: ValueColumn): { codes: Int32Array; dictionary: string[]; missing: number } {
  const codeOf = new Map<string, number>();
  const codes = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    if (missing.has(row)) {
      codes[row] = -1;
      continue;
    }
    const text = written(numbers[row]!, kind);
    if (!codeOf.has(text)) codeOf.set(text, codeOf.size);
    codes[row] = codeOf.get(text)!;
  }
  return { codes, dictionary: [...codeOf.keys()], missing: missing.count };
}

/** The codes of a text column without the texts that stand for missing. */
function present(column: ValueColumn, blanks: boolean): { codes: Int32Array; dictionary: string[]; missing: number } {
  const codes = column.codes.slice(0, column.rows);
  const gone = blanks && column.dictionary.some(isMissingText);
  if (!gone) return { codes, dictionary: column.dictionary, missing: column.missing.count };
  const dictionary: string[] = [];
  const recoded = Int32Array.from(column.dictionary, (text) => (isMissingText(text) ? -1 : dictionary.push(text) - 1));
  let missing = 0;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code >= 0) codes[row] = recoded[code]!;
    if (codes[row]! < 0) missing++;
  }
  return { codes, dictionary, missing };
}

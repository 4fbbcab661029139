import type { Codes } from "../../journey/journey.ts";
import { passed, shareOf, type Check, type Severity } from "./check.ts";
import { repeatedRows } from "./duplicates.ts";
import { marked } from "./marked.ts";
import type { Observed } from "./observed.ts";
import { percent, several, someOf, whole } from "./say.ts";

const part = (check: Check): string => percent(shareOf(check));

/** How bad it is by the share that is concerned. */
const graded = (check: Check, warning: number, error: number): Severity => {
  const share = shareOf(check);
  return check.found === 0 ? "passed" : share >= error ? "error" : share >= warning ? "warning" : "note";
};

/**
 * Which rows have an id that was there before: in a table, at all; in a journey, with the same event for another customer or at another time,
 * since one order has several lines.
 */
function repeatedIds({ id, event, who, time, row, rows }: Observed): (at: number) => boolean {
  const { codes, dictionary } = id!;
  const firsts = new Int32Array(dictionary.length).fill(-1);
  const repeated = new Uint8Array(rows);
  for (let at = 0; at < rows; at++) {
    const code = codes[at]!;
    if (code < 0) continue;
    const first = firsts[code]!;
    if (first < 0) firsts[code] = at;
    else if (row === "row" || (event?.codes[first] === event?.codes[at] && (who![first] !== who![at] || time![first] !== time![at])))
      repeated[at] = 1;
  }
  return (at) => repeated[at] === 1;
}

/** Rows and ids that are there more than once. */
export function duplicateChecks(observed: Observed): Check[] {
  const { table, who, rows, row, id } = observed;
  const repeated = repeatedRows(table, row === "event" ? who : null);
  const doubles = marked("duplicate_rows", observed, (at) => repeated[at] === 1);
  const ids = id === null ? null : marked("duplicate_ids", observed, repeatedIds(observed));
  const same = row === "event" ? "customer and in every role" : "every column";
  return [
    ...(ids === null
      ? []
      : [{ ...ids, severity: graded(ids, 0, 0.01), detail: `${part(ids)} of ${several(rows, row)} have an id that was there before` }]),
    {
      ...doubles,
      severity: graded(doubles, 0.001, 0.05),
      detail: `${part(doubles)} of ${several(rows, row)} are the same as an earlier one in ${same}`,
    },
  ];
}

/** Rows without the id that is trusted. */
export function identityChecks(observed: Observed): Check[] {
  const { trusted, row, rows } = observed;
  if (trusted === null) return [];
  const none = marked("no_trusted_id", observed, (at) => trusted[at] === 0);
  return [{ ...none, severity: graded(none, 0.05, 0.5), detail: `${percent(rows === 0 ? 0 : 1 - none.found / rows)} of ${row}s have one` }];
}

/** Rows per code, without those that are missing. */
function tally({ codes, dictionary }: Codes): Float64Array {
  const counts = new Float64Array(dictionary.length);
  for (const code of codes) if (code >= 0) counts[code]!++;
  return counts;
}

/** More than one currency, and amounts that are nothing or less. */
export function amountChecks(observed: Observed): Check[] {
  const { amount, currency, row, rows } = observed;
  const checks: Check[] = [];
  if (currency !== null) {
    const counts = tally(currency);
    const most = counts.indexOf(counts.reduce((high, count) => Math.max(high, count), 0));
    const mixed = marked("mixed_currencies", observed, (at) => currency.codes[at]! >= 0 && currency.codes[at] !== most);
    const names = currency.dictionary.map((name, code) => `${name} ${whole(counts[code]!)}`).filter((_, code) => counts[code]! > 0);
    checks.push({ ...mixed, severity: mixed.found === 0 ? "passed" : "error", detail: names.length === 0 ? "none is told" : someOf(names, 5) });
  }
  if (amount === null) return checks;
  const below = marked("negative_amounts", observed, (at) => amount[at]! < 0);
  const nothing = marked("zero_amounts", observed, (at) => amount[at] === 0);
  return [
    ...checks,
    { ...below, severity: graded(below, 0.2, 2), detail: `${part(below)} of ${several(rows, row)}: refunds, or faults` },
    { ...nothing, severity: graded(nothing, 0.05, 2), detail: `${part(nothing)} of ${several(rows, row)}` },
  ];
}

/** Columns of texts of which most but not all are numbers, and texts that are blank. */
export function textChecks(observed: Observed): Check[] {
  const { table, rows, row } = observed;
  const texts = table.columns.filter(({ type }) => type === "text");
  if (texts.length === 0) return [];
  const mixed: string[] = [];
  let blanks = 0;
  const { selection } = table;
  for (const { name, values, dictionary } of texts) {
    const isBlank = Uint8Array.from(dictionary!, (text) => Number(text.trim() === ""));
    const isNumber = Uint8Array.from(dictionary!, (text) => Number(text.trim() !== "" && Number.isFinite(Number(text))));
    let [numbers, present] = [0, 0];
    for (let at = 0; at < rows; at++) {
      const code = values[selection === undefined ? at : selection[at]!]!;
      if (code < 0) continue;
      present++;
      numbers += isNumber[code]!;
      blanks += isBlank[code]!;
    }
    if (numbers > present / 2 && numbers < present) mixed.push(`"${name}", ${several(present - numbers, row)} no number`);
  }
  return [
    {
      ...passed("mixed_types", "columns", table.columns.length, mixed.length === 0 ? "none is half numbers, half words" : someOf(mixed)),
      found: mixed.length,
      severity: mixed.length === 0 ? "passed" : "warning",
    },
    {
      ...passed("blank_texts", "rows", rows * texts.length, `${several(blanks, "text")} of blanks only`),
      found: blanks,
      rows: Math.min(rows, blanks),
      severity: blanks === 0 ? "passed" : "note",
    },
  ];
}

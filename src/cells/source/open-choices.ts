import type { ColumnReport, LeftLines, TimeCount } from "../../data/csv/csv-report.ts";
import { inWords, muchMemory } from "../../data/read/memory-needed.ts";
import type { FileReading } from "../../data/read/read-file.ts";
import type { Chosen } from "../../data/read/table-reading.ts";
import type { Warning } from "../../schema/result.ts";

function dateOrder({ name, dates }: ColumnReport): Warning[] {
  if (dates === undefined || dates.decided) return [];
  const order = dates.order === "day-first" ? "day" : "month";
  const lead = `The dates of "${name}" can be read in two ways`;
  return [
    {
      code: "date-order",
      lead,
      text: `${lead}: no number is above 12, or both are, so the ${order} was taken to come first.`,
      remedy: "Choose the order of day and month under Reading.",
      fixes: [
        { label: "Day first", params: { dates: "day-first" } },
        { label: "Month first", params: { dates: "month-first" } },
      ],
    },
  ];
}

function decimalSign({ name, numbers }: ColumnReport): Warning[] {
  if (numbers === undefined || numbers.decided) return [];
  const sign = numbers.decimal === "point" ? "to group thousands" : "to be the decimal sign";
  const lead = `The numbers of "${name}" can be read in two ways`;
  return [
    {
      code: "decimal-sign",
      lead,
      text: `${lead}: every comma or point stands before three digits, and was taken ${sign}.`,
      remedy: "Choose the decimal sign under Reading.",
      fixes: [
        { label: "Decimal point, 1,234.5", params: { decimal: "point" } },
        { label: "Decimal comma, 1.234,5", params: { decimal: "comma" } },
      ],
    },
  ];
}

const counts: Readonly<Record<Exclude<TimeCount, "digits">, string>> = {
  seconds: "seconds since 1970",
  milliseconds: "milliseconds since 1970",
  microseconds: "microseconds since 1970",
};

function timeCount({ name, count }: ColumnReport): Warning[] {
  if (count === undefined || count === "digits") return [];
  const lead = `"${name}" was read as times`;
  return [
    {
      code: "time-count",
      lead,
      text: `${lead}: its whole numbers are ${counts[count]}.`,
      remedy: "If they are not, choose whole numbers.",
      fixes: [{ label: "Whole numbers", params: { types: { [name]: "integer" } } }],
    },
  ];
}

const places = { above: "above the table", explained: "below the names", below: "below the table" } as const;

function leftLines(file: string, where: keyof typeof places, lines: LeftLines | undefined): Warning[] {
  if (lines === undefined) return [];
  const { count, example } = lines;
  const what = `${count === 1 ? "1 line" : `${count} lines`} ${places[where]}`;
  const lead = `${what} of ${file} ${count === 1 ? "was" : "were"} left out`;
  return [
    {
      code: `lines-${where}`,
      lead,
      text: `${lead}: ${example.length > 80 ? `${example.slice(0, 79)}…` : example}`,
      remedy: "If they belong to the table, say so.",
      fixes: [{ label: "Read them too", params: where === "below" ? { footer: 0 } : { skip: 0 } }],
    },
  ];
}

function otherTables(file: string, chosen: Chosen | undefined): Warning[] {
  if (chosen === undefined || chosen.others.length === 0 || chosen.what !== "sheet") return [];
  const lead = `${file} has other sheets too`;
  const shown = chosen.others.slice(0, 5).join(", ") + (chosen.others.length > 5 ? ", …" : "");
  return [
    {
      code: "other-sheets",
      lead,
      text: `${lead}: only "${chosen.name}" was read, not ${shown}.`,
      remedy: "Choose another sheet, or add a source for each.",
      fixes: chosen.others.slice(0, 3).map((sheet) => ({ label: `Read ${sheet}`, params: { sheet } })),
    },
  ];
}

function memory({ name, memory: needed }: FileReading): Warning[] {
  if (needed < muchMemory) return [];
  const lead = `${name} is large`;
  return [
    {
      code: "memory",
      lead,
      text: `${lead}: it was thought to take about ${inWords(needed)} of memory.`,
      remedy: "Close other tabs if the page becomes slow.",
    },
  ];
}

/** What was decided for the reader and could be otherwise, each with what to press to have it so. */
export function openChoices(reading: FileReading): Warning[] {
  const { name, columns, leftOut, chosen } = reading;
  return [
    ...columns.flatMap(dateOrder),
    ...columns.flatMap(decimalSign),
    ...leftLines(name, "above", leftOut?.above),
    ...leftLines(name, "explained", leftOut?.explained),
    ...leftLines(name, "below", leftOut?.below),
    ...otherTables(name, chosen),
    ...columns.flatMap(timeCount),
    ...memory(reading),
  ];
}

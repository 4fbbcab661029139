import type { FormulaFunction, Parameter } from "../function-signature.ts";

const time: Parameter = { name: "t", takes: ["time"] };
const grains = ["year", "quarter", "month", "week", "day", "hour", "minute"];
const units = ["years", "quarters", "months", "weeks", "days", "hours", "minutes", "seconds"];

const part = (name: string, doc: string, gives: number): FormulaFunction => ({
  name,
  parameters: [time],
  result: "integer",
  doc,
  example: { formula: `${name}("2025-03-09 14:30")`, gives },
});

/** Functions of times. Years, months, days and hours are those of the notebook's time zone. */
export const timeFunctions: readonly FormulaFunction[] = [
  part("year", "The year.", 2025),
  part("quarter", "The quarter, 1 to 4.", 1),
  part("month", "The month, 1 to 12.", 3),
  part("week", "The week after ISO 8601, 1 to 53.", 10),
  part("day", "The day of the month, 1 to 31.", 9),
  part("day_of_year", "The day of the year, 1 to 366.", 68),
  part("weekday", "The day of the week: 1 is Monday, 7 is Sunday.", 7),
  part("hour", "The hour, 0 to 23.", 14),
  part("minute", "The minute, 0 to 59.", 30),
  {
    name: "date",
    parameters: [
      { name: "year", takes: ["integer"] },
      { name: "month", takes: ["integer"] },
      { name: "day", takes: ["integer"] },
    ],
    result: "time",
    doc: "The start of a day; missing and counted where there is no such day.",
    example: { formula: "date(2025, 1, 31)", gives: "2025-01-31T00:00:00.000Z" },
  },
  {
    name: "time",
    parameters: [{ name: "x", takes: ["text", "time"] }],
    result: "time",
    doc: "The time an ISO text writes, such as 2025-01-31 or 2025-01-31 13:45; missing and counted where the text is no time.",
    example: { formula: 'time("2025-01-31 13:45")', gives: "2025-01-31T13:45:00.000Z" },
  },
  {
    name: "start_of",
    parameters: [time, { name: "period", takes: ["text"], written: "text", choices: grains }],
    result: "time",
    doc: "When the year, quarter, month, week, day, hour or minute of a time began; weeks begin on the notebook's first day of the week.",
    example: { formula: 'start_of("2025-03-09 14:30", "month")', gives: "2025-03-01T00:00:00.000Z" },
  },
  {
    name: "add",
    parameters: [time, { name: "amount", takes: ["number", "integer"] }, { name: "unit", takes: ["text"], written: "text", choices: units }],
    result: "time",
    doc: "So much later, or earlier below zero. Days and longer keep the clock time; a month's end stays within the month. Only whole years, quarters, months, weeks and days.",
    example: { formula: 'add("2025-01-31", 1, "months")', gives: "2025-02-28T00:00:00.000Z" },
  },
  {
    name: "between",
    parameters: [
      { name: "from", takes: ["time"] },
      { name: "to", takes: ["time"] },
      { name: "unit", takes: ["text"], written: "text", choices: units },
    ],
    result: "number",
    doc: "How much time lies between two times, negative backwards. Days and longer count local dates and are whole: days and weeks of 7 days by date, months, quarters and years completed.",
    example: { formula: 'between("2025-01-31", "2025-03-02", "days")', gives: 30 },
  },
];

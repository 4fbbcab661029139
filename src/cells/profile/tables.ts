import { codedColumn, integerColumn, numberColumn, textColumn } from "../../schema/made-columns.ts";
import type { Column } from "../../schema/column.ts";
import type { Table } from "../../schema/table.ts";
import { shareOf, type Check } from "./check.ts";
import { bins, type Description } from "./describe.ts";
import type { Requirement } from "./requirements.ts";

/** A row about each column. */
export function mainTable(descriptions: readonly Description[]): Table {
  const numbers = (name: string, value: (found: Description) => number, role: Column["role"] = "value") =>
    numberColumn(
      name,
      descriptions.map((found) => value(found)),
      role,
    );
  const ofNumbers = (place: number) => (found: Description) => (found.type === "time" ? Number.NaN : found.quantiles[place]!);
  const ofTimes = (name: string, place: number): Column => ({
    ...numbers(name, (found) => (found.type === "time" ? found.quantiles[place]! : Number.NaN)),
    type: "time",
  });
  const tops = descriptions.map(({ top }) => top);
  const known = [...new Set(tops.filter((top) => top !== null))];
  return {
    rows: descriptions.length,
    unit: "event",
    columns: [
      textColumn(
        "column",
        descriptions.map(({ column }) => column),
      ),
      textColumn(
        "type",
        descriptions.map(({ type }) => type),
      ),
      textColumn(
        "per",
        descriptions.map(({ per }) => per),
      ),
      numbers("rows", ({ rows }) => rows, "count"),
      numbers("missing", ({ missing }) => missing, "count"),
      numbers("missing_share", ({ missing, rows }) => (rows === 0 ? Number.NaN : missing / rows), "rate"),
      numbers("blank", ({ blank }) => blank, "count"),
      numbers("distinct", ({ distinct }) => distinct, "count"),
      numbers("min", ofNumbers(0)),
      numbers("p25", ofNumbers(1)),
      numbers("median", ofNumbers(2)),
      numbers("mean", ({ mean }) => mean),
      numbers("p75", ofNumbers(3)),
      numbers("max", ofNumbers(4)),
      ofTimes("earliest", 0),
      ofTimes("latest", 4),
      codedColumn(
        "top",
        Int32Array.from(tops, (top) => (top === null ? -1 : known.indexOf(top))),
        known,
        "verbatim",
      ),
    ],
  };
}

/** The rows of each column by value, in bins. */
export function histogramTable(descriptions: readonly Description[]): Table {
  const bin = (place: number) =>
    numberColumn(
      `bin_${place + 1}`,
      descriptions.map(({ histogram }) => histogram[place]!),
      "count",
    );
  return {
    rows: descriptions.length,
    unit: "event",
    columns: [
      textColumn(
        "column",
        descriptions.map(({ column }) => column),
      ),
      ...Array.from({ length: bins }, (_, place) => bin(place)),
    ],
  };
}

/** A row about each check. */
export function checksTable(checks: readonly Check[], requirements: readonly Requirement[]): Table {
  const text = (name: string, value: (check: Check) => string, role?: Column["role"]) =>
    textColumn(
      name,
      checks.map((check) => value(check)),
      role,
    );
  const number = (name: string, value: (check: Check) => number, role: Column["role"]) =>
    numberColumn(
      name,
      checks.map((check) => value(check)),
      role,
    );
  const required = checks.map(({ check }) => requirements.find((requirement) => requirement.check === check));
  const states = ["met", "not met"];
  return {
    rows: checks.length,
    unit: "group",
    columns: [
      text("check", ({ check }) => check),
      text("severity", ({ severity }) => severity, "value"),
      number("rows", ({ rows }) => rows, "count"),
      integerColumn(
        "customers",
        checks.map(({ who }) => who?.reduce((sum, is) => sum + is, 0) ?? 0),
        "customers",
      ),
      text("detail", ({ detail }) => detail, "value"),
      number("found", ({ found }) => found, "count"),
      number("of", ({ of }) => of, "count"),
      text("counts", ({ counts }) => counts, "value"),
      number("share", shareOf, "rate"),
      codedColumn(
        "required",
        Int32Array.from(required, (requirement) => (requirement === undefined ? -1 : Number(!requirement.isMet))),
        states,
        "value",
      ),
    ],
  };
}

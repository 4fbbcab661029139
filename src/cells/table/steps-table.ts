import type { StepCount } from "../../data/verbs/apply-verbs.ts";
import type { Column } from "../../schema/column.ts";
import type { Table } from "../../schema/table.ts";

function textColumn(name: string, texts: readonly string[], role: "dimension" | "verbatim"): Column {
  const dictionary = [...new Set(texts)];
  return { name, type: "text", role, values: Int32Array.from(texts, (text) => dictionary.indexOf(text)), dictionary };
}

const wholeColumn = (name: string, numbers: readonly number[], role: "dimension" | "count"): Column => {
  return { name, type: "integer", role, values: Int32Array.from(numbers) };
};

/** The steps of a table cell, one row each, with the rows before and after. */
export function stepsTable(steps: readonly StepCount[]): Table {
  return {
    rows: steps.length,
    unit: "event",
    columns: [
      wholeColumn(
        "step",
        steps.map((_, index) => index + 1),
        "dimension",
      ),
      textColumn(
        "verb",
        steps.map((step) => step.verb),
        "dimension",
      ),
      textColumn(
        "detail",
        steps.map((step) => step.detail),
        "verbatim",
      ),
      wholeColumn(
        "rows_in",
        steps.map((step) => step.rowsIn),
        "count",
      ),
      wholeColumn(
        "rows_out",
        steps.map((step) => step.rowsOut),
        "count",
      ),
    ],
  };
}

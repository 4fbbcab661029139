import type { Column } from "../../schema/column.ts";
import { detectPersonal } from "../../schema/personal/detect-personal.ts";
import type { PersonalData } from "../../schema/personal/personal-data.ts";
import type { Table } from "../../schema/table.ts";

/** What happens to a column on its way out: left out, renamed, its texts redacted, or made coarser. */
export type ColumnAction = "keep" | "drop" | "pseudonym" | "redact" | "generalise";

/** One column of a table, what was found in it, and what is done about it. */
export interface ColumnPlan {
  column: string;
  found: PersonalData | null;
  action: ColumnAction;
}

/** Ids that files are joined by are renamed, so that a customer stays one; what says who somebody is without being an id goes. */
function actionFor({ type, confidence }: PersonalData, column: Column): ColumnAction {
  switch (type) {
    case "e-mail":
    case "phone":
    case "ip address":
    case "identifier":
      return "pseudonym";
    case "name":
      return confidence < 0.5 ? "pseudonym" : "drop";
    case "iban":
    case "card":
    case "national id":
    case "address":
      return "drop";
    case "age":
    case "birth date":
    case "coordinates":
      return "generalise";
    case "link":
    case "free text":
      return column.type === "text" ? "redact" : "keep";
  }
}

/**
 * What is to be done about each column of a table before its rows are handed on; the author may change any of it.
 *
 * @param customers Columns that a journey takes for customers: renamed whatever they hold.
 * @returns One plan per column, in the table's order.
 * @example planColumns({ rows: 1, unit: "event", columns: [{ name: "price", type: "number", values: Float64Array.of(2) }] })[0]!.action // "keep"
 */
export function planColumns(table: Table, customers: readonly string[] = []): ColumnPlan[] {
  return table.columns.map((column) => {
    const found = detectPersonal(column, table.rows);
    const isCustomer = column.role === "customer" || customers.includes(column.name);
    const action = isCustomer ? "pseudonym" : found === null ? "keep" : actionFor(found, column);
    return { column: column.name, found, action };
  });
}

import type { ColumnType } from "../../schema/column.ts";
import type { Json } from "../../schema/json.ts";
import { roles, type EventLine, type Role } from "../../schema/mapping.ts";
import type { ColumnShape, InputShape } from "../../schema/shape.ts";
import type { CellBlock, Notebook } from "../notebook.ts";
import { linesOf } from "./wants.ts";

/** A role of a journey's line that names no column of its table, and the columns it may be. */
export interface Ask {
  journey: string;
  param: string;
  line: number;
  role: Role;
  table: string;
  /** Empty where none of the table's columns can be it. */
  columns: string[];
}

const suitable: Partial<Record<Role, readonly ColumnType[]>> = {
  time: ["time"],
  value: ["number", "integer"],
  cost: ["number", "integer"],
  score: ["number", "integer"],
};

/** Whether a column may be offered for a role: by its type, and a customer only where its values tell some apart. */
function canBe(role: Role, { type, distinct }: ColumnShape, rows: number): boolean {
  const types = suitable[role];
  if (types !== undefined) return types.includes(type);
  return type !== "time" && (role !== "customer" || (type !== "boolean" && distinct >= Math.min(10, rows / 2)));
}

/** What has to be asked before a journey can be built: every role whose column its table does not have. Tables that are not read yet ask nothing. */
export function asksOf({ blocks }: Notebook, shapeOf: (cell: string) => InputShape | null): Ask[] {
  const asks: Ask[] = [];
  for (const block of blocks) {
    if (block.type !== "cell") continue;
    const { param, lines } = linesOf(block) ?? { param: "", lines: [] };
    for (const [line, mapped] of lines.entries()) {
      const shape = shapeOf(mapped.from);
      if (shape === null || shape.provides !== "table") continue;
      const taken = new Set(roles.flatMap((role) => mapped[role] ?? []));
      for (const role of roles) {
        const names = [mapped[role] ?? []].flat().filter((name) => !name.startsWith("="));
        if (names.every((name) => shape.columns.some((column) => column.name === name))) continue;
        const free = shape.columns.filter((column) => !taken.has(column.name) && canBe(role, column, shape.rows));
        asks.push({ journey: block.name, param, line, role, table: mapped.from, columns: free.map(({ name }) => name) });
      }
    }
  }
  return asks;
}

/** Whether a journey can do without a role. */
export const isOptional = (role: Role): boolean => role !== "customer" && role !== "time" && role !== "event";

/** The journey's lines with the answer to what was asked, as a parameter to set; null leaves an optional role out. */
export function answered(journey: CellBlock, { line, role }: Ask, column: string | null): Json {
  const lines = linesOf(journey)?.lines ?? [];
  const asked = lines[line];
  if (asked === undefined) return lines as unknown as Json;
  const { [role]: _, ...others } = asked;
  return lines.with(line, (column === null ? others : { ...asked, [role]: column }) as EventLine) as unknown as Json;
}

import type { Role } from "../../schema/mapping.ts";
import type { ColumnShape } from "../../schema/shape.ts";
import { roleColumns } from "../columns/role-columns.ts";
import type { MappedLine } from "../mapped.ts";
import { numberRoles } from "../number-roles.ts";

const most = 200;

/** The shapes of a role's columns in one line, most trusted first; a constant is a column with one value. */
function partsOf({ line, table }: MappedLine, role: Role, shapes: readonly ColumnShape[]): ColumnShape[] {
  const value = line[role];
  if (value === undefined) return [];
  const found = roleColumns(value, table, line.from);
  if ("constant" in found) return [{ name: role, type: "text", missing: 0, distinct: 1, top: [found.constant] }];
  return found.columns.map((column) => shapes.find((shape) => shape.name === column.name)!);
}

/**
 * What the page is told of a role: put together from the columns that play it, without gathering them for every event. Distinct values are at
 * least as many as told.
 *
 * @param shapes Per line, the shapes of its table's columns.
 */
export function roleShape(role: Role, lines: readonly MappedLine[], shapes: readonly (readonly ColumnShape[])[]): ColumnShape {
  const parts = lines.map((line, place) => partsOf(line, role, shapes[place]!));
  const all = parts.flat();
  const missing = parts.reduce(
    (sum, own, place) => sum + (own.length === 0 ? lines[place]!.table.rows : Math.min(...own.map((part) => part.missing))),
    0,
  );
  const top = [...new Set(all.flatMap((part) => part.top ?? []))].slice(0, most);
  const least = all.flatMap((part) => (part.min === undefined ? [] : [part.min]));
  const greatest = all.flatMap((part) => (part.max === undefined ? [] : [part.max]));
  const type = role === "time" ? "time" : numberRoles.includes(role) ? "number" : "text";
  return {
    name: role,
    type,
    missing,
    distinct: Math.max(top.length, ...all.map((part) => part.distinct)),
    ...(type === "text" && top.length > 0 ? { top } : {}),
    ...(type !== "text" && least.length > 0 ? { min: Math.min(...least), max: Math.max(...greatest) } : {}),
    of: "journey",
    role,
  };
}

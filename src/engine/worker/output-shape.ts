import { shapeOf } from "../../data/shape/shape-of.ts";
import { journeyShape } from "../../journey/shape/journey-shape.ts";
import type { ColumnShape, InputShape, Provides } from "../../schema/shape.ts";
import { isDataTable, isJourney, type Kept } from "./store.ts";

/** What the page needs to know of an output to offer it to other cells. */
export function outputShape(name: string, provides: Provides, { value, tables }: Kept): InputShape {
  const { main, ...further } = tables;
  const others: Record<string, ColumnShape[]> = Object.fromEntries(Object.entries(further).map(([key, table]) => [key, shapeOf(table)]));
  const known = { name, provides, ...(Object.keys(others).length === 0 ? {} : { tables: others }) };
  if (isJourney(value)) return { ...known, ...journeyShape(value) };
  const table = isDataTable(value) ? value : main;
  return { ...known, rows: table?.rows ?? 0, columns: table === undefined ? [] : shapeOf(table) };
}

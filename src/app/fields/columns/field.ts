import type { ColumnsSpec } from "../../../schema/parameter.ts";
import { columnsFor, type FieldEditor } from "../field.ts";
import { columnList } from "./column-list.ts";

/** Several columns of the input, in order. */
export const field: FieldEditor<ColumnsSpec> = (at) => {
  const { id, spec, value, set } = at;
  return columnList({
    id,
    columns: columnsFor(at).filter((column) => spec.types === undefined || spec.types.includes(column.type)),
    value: Array.isArray(value) ? (value as string[]) : [],
    choose: (columns) => set(columns.length === 0 ? undefined : columns),
  });
};

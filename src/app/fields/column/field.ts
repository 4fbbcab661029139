import type { ColumnSpec } from "../../../schema/parameter.ts";
import { columnsFor, type FieldEditor } from "../field.ts";
import { columnSelect } from "./column-select.ts";

/** One column of the input, of the types that suit. */
export const field: FieldEditor<ColumnSpec> = (at) => {
  const { id, spec, value, set } = at;
  const columns = columnsFor(at).filter((column) => spec.types === undefined || spec.types.includes(column.type));
  return columnSelect({
    id,
    columns,
    value: typeof value === "string" ? value : null,
    ...(spec.optional ? { none: "none" } : {}),
    choose: (name) => set(name ?? undefined),
  });
};

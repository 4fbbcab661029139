import type { ColumnSpec, ParameterType } from "../parameter.ts";
import { wrong } from "./say.ts";

/** One column of an input. Whether it exists is known only when the input is. */
export const column: ParameterType<ColumnSpec> = {
  fallback: (spec) => spec.default ?? (spec.optional ? null : undefined),
  read(raw, spec, name) {
    if (typeof raw === "string" && raw !== "") return raw;
    throw wrong(name, "the name of a column", raw, `Choose a column of "${spec.of}".`);
  },
  references: () => [],
  rename: (value) => value,
};

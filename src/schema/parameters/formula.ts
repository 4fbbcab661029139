import type { FormulaSpec, ParameterType } from "../parameter.ts";
import { wrong } from "./say.ts";

/** One formula. Its names are checked against the input's columns when the cell runs, and by its editor while it is typed. */
export const formula: ParameterType<FormulaSpec> = {
  fallback: (spec) => (spec.optional ? null : undefined),
  read(raw, _spec, name) {
    if (typeof raw === "string" && raw.trim() !== "") return raw.trim();
    throw wrong(name, "a formula", raw, 'Write a formula in double quotes, such as "quantity * price".');
  },
  references: () => [],
  rename: (value) => value,
};

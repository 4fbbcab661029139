import type { ColumnsSpec, ParameterType } from "../parameter.ts";
import { isTexts, wrong } from "./say.ts";

/** A list of columns of an input, in order, each at most once. */
export const columns: ParameterType<ColumnsSpec> = {
  fallback: (spec) => (spec.optional ? [] : undefined),
  read(raw, spec, name) {
    if (isTexts(raw)) return [...new Set(raw)];
    throw wrong(name, "a list of columns", raw, `Choose columns of "${spec.of}".`);
  },
  references: () => [],
  rename: (value) => value,
};

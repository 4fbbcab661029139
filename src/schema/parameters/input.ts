import type { InputSpec, ParameterType } from "../parameter.ts";
import { renamed } from "../reference.ts";
import { wrong } from "./say.ts";

const pattern = /^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$/;

/** Another cell's output. */
export const input: ParameterType<InputSpec> = {
  fallback: (spec) => (spec.optional ? null : undefined),
  read(raw, _spec, name) {
    if (typeof raw === "string" && pattern.test(raw)) return raw;
    throw wrong(name, "the name of a cell", raw, 'Write a cell\'s name, such as "orders", or one of its tables, such as "comeback.average".');
  },
  references: (value) => [value],
  rename: renamed,
};

import type { NumberSpec, ParameterType } from "../parameter.ts";
import { wrong } from "./say.ts";

/** A number within bounds, both included. */
export const number: ParameterType<NumberSpec> = {
  fallback: (spec) => spec.default ?? (spec.optional ? null : undefined),
  read(raw, spec, name) {
    const kind = spec.integer ? "a whole number" : "a number";
    const fits = typeof raw === "number" && raw >= spec.min && raw <= spec.max && (!spec.integer || Number.isInteger(raw));
    if (fits) return raw;
    throw wrong(name, `${kind} from ${spec.min} to ${spec.max}`, raw, `Write ${kind} in that range${spec.unit ? `, in ${spec.unit}` : ""}.`);
  },
  references: () => [],
  rename: (value) => value,
};

import type { FlagSpec, ParameterType } from "../parameter.ts";
import { wrong } from "./say.ts";

/** Yes or no. */
export const flag: ParameterType<FlagSpec> = {
  fallback: (spec) => (spec.optional ? null : spec.default),
  read(raw, _spec, name) {
    if (typeof raw === "boolean") return raw;
    throw wrong(name, "true or false", raw, "Write true or false, without quotes.");
  },
  references: () => [],
  rename: (value) => value,
};

import type { ParameterType, TextSpec } from "../parameter.ts";
import { wrong } from "./say.ts";

/** Words, as they are. */
export const text: ParameterType<TextSpec> = {
  fallback: (spec) => spec.default ?? (spec.optional ? null : undefined),
  read(raw, _spec, name) {
    if (typeof raw === "string") return raw;
    throw wrong(name, "text", raw, "Write it in double quotes.");
  },
  references: () => [],
  rename: (value) => value,
};

import type { ChoiceSpec, ParameterType } from "../parameter.ts";
import { wrong } from "./say.ts";

/** One of a few words. */
export const choice: ParameterType<ChoiceSpec> = {
  fallback: (spec) => (spec.optional ? null : spec.default),
  read(raw, spec, name) {
    if (typeof raw === "string" && spec.of.includes(raw)) return raw;
    throw wrong(name, `one of ${spec.of.map((word) => JSON.stringify(word)).join(", ")}`, raw, `Write ${JSON.stringify(spec.default)}, for example.`);
  },
  references: () => [],
  rename: (value) => value,
};

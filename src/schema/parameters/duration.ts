import { canonicalDuration } from "../durations.ts";
import { UserError } from "../errors.ts";
import type { DurationSpec, ParameterType } from "../parameter.ts";
import { wrong } from "./say.ts";

/** A length of time as text: "7 days". */
export const duration: ParameterType<DurationSpec> = {
  fallback: (spec) => spec.default ?? (spec.optional ? null : undefined),
  read(raw, _spec, name) {
    const remedy = 'Write a number and a unit, such as "30 minutes", "7 days" or "2 months".';
    if (typeof raw !== "string") throw wrong(name, "a length of time", raw, remedy);
    try {
      return canonicalDuration(raw);
    } catch (error) {
      if (error instanceof UserError) throw wrong(name, "a length of time", raw, remedy);
      throw error;
    }
  },
  references: () => [],
  rename: (value) => value,
};

import { isoTime } from "../formula/iso-time.ts";
import type { ParameterType, TextSpec } from "../parameter.ts";
import { wrong } from "./say.ts";

/** Words, as they are. */
export const text: ParameterType<TextSpec> = {
  fallback: (spec) => spec.default ?? (spec.optional ? null : undefined),
  read(raw, spec, name) {
    const isDate = typeof raw === "string" && raw.length === 10 && isoTime(raw) !== null;
    if (spec.format === "date" && !isDate) throw wrong(name, "a date", raw, 'Write it as "2025-01-31".');
    if (typeof raw === "string") return raw;
    throw wrong(name, "text", raw, "Write it in double quotes.");
  },
  references: () => [],
  rename: (value) => value,
};

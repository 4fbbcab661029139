import type { ParameterType, WindowSpec } from "../parameter.ts";
import { wrong } from "./say.ts";

const isDate = (raw: unknown): raw is string | null =>
  raw === null || (typeof raw === "string" && /^\d{4}-\d{2}-\d{2}$/.test(raw) && !Number.isNaN(Date.parse(raw)));

/** Two local ISO dates, the second not included; null leaves an end open. */
export const window: ParameterType<WindowSpec> = {
  fallback: (spec) => (spec.optional ? null : undefined),
  read(raw, _spec, name) {
    const remedy = 'Write two dates, such as ["2025-01-01","2026-01-01"]; the second is the first day left out.';
    if (!Array.isArray(raw) || raw.length !== 2) throw wrong(name, "two dates", raw, remedy);
    const [from, to] = raw;
    if (!isDate(from) || !isDate(to)) throw wrong(name, "two dates", raw, remedy);
    if (from !== null && to !== null && from >= to) throw wrong(name, "an earlier date and a later one", raw, remedy);
    return [from, to];
  },
  references: () => [],
  rename: (value) => value,
};

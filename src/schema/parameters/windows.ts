import { canonicalDuration, duration } from "../durations.ts";
import { UserError } from "../errors.ts";
import type { Json } from "../json.ts";
import type { ParameterType, WindowsSpec } from "../parameter.ts";
import { isRecord, wrong } from "./say.ts";

const day = 86_400_000;
const remedy =
  'Write lengths in days or weeks, such as {"observation":"180 days","gap":"7 days","outcome":"90 days","snapshot":null}; the snapshot is a date or null.';

function length(raw: Json | undefined, name: string, least: number): string {
  try {
    if (typeof raw === "string") {
      const { ms, months } = duration(raw);
      if (months === 0 && ms % day === 0 && ms >= least * day) return canonicalDuration(raw);
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
  throw wrong(name, least === 0 ? "a whole number of days" : "at least one whole day", raw, remedy);
}

const isDate = (raw: Json | undefined): raw is string => typeof raw === "string" && /^\d{4}-\d{2}-\d{2}$/.test(raw) && !Number.isNaN(Date.parse(raw));

/** Observation, gap and outcome around a snapshot. */
export const windows: ParameterType<WindowsSpec> = {
  fallback: (spec) => spec.default,
  read(raw, spec, name) {
    if (!isRecord(raw)) throw wrong(name, "the windows around a snapshot", raw, remedy);
    const of = (part: "observation" | "gap" | "outcome", least: number) => length(raw[part] ?? spec.default[part], `${name}.${part}`, least);
    const snapshot = raw["snapshot"] ?? null;
    if (snapshot !== null && !isDate(snapshot)) throw wrong(`${name}.snapshot`, "a date or null", snapshot, remedy);
    return { observation: of("observation", 1), gap: of("gap", 0), outcome: of("outcome", 1), snapshot };
  },
  references: () => [],
  rename: (value) => value,
};

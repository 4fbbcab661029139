import type { ParameterType, WeightsSpec } from "../parameter.ts";
import { wrong } from "./say.ts";

/** One share per part, none below 0 and not all 0. */
export const weights: ParameterType<WeightsSpec> = {
  fallback: (spec) => [...spec.default],
  read(raw, spec, name) {
    const fits =
      Array.isArray(raw) &&
      raw.length === spec.parts.length &&
      raw.every((share) => typeof share === "number" && Number.isFinite(share) && share >= 0) &&
      raw.some((share) => share !== 0);
    if (fits) return raw as number[];
    throw wrong(
      name,
      `${spec.parts.length} shares, one for each of ${spec.parts.join(", ")}`,
      raw,
      `Write ${JSON.stringify(spec.default)}, for example.`,
    );
  },
  references: () => [],
  rename: (value) => value,
};

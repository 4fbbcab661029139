import { namePattern } from "../reference.ts";
import type { BreakdownSpec, ParameterType } from "../parameter.ts";
import { isRecord, wrong } from "./say.ts";

/** A column of the input, or the segments of a cell. */
export const breakdown: ParameterType<BreakdownSpec> = {
  fallback: (spec) => (spec.optional ? null : undefined),
  read(raw, _spec, name) {
    if (typeof raw === "string" && raw !== "") return raw;
    if (isRecord(raw) && typeof raw["cell"] === "string" && namePattern.test(raw["cell"]) && Object.keys(raw).length === 1)
      return { cell: raw["cell"] };
    throw wrong(name, "a column or a segment cell", raw, 'Write a column, such as "channel", or a cell, such as {"cell":"loyal"}.');
  },
  references: (value) => (typeof value === "string" ? [] : [value.cell]),
  rename: (value, from, to) => (typeof value === "string" || value.cell !== from ? value : { cell: to }),
};

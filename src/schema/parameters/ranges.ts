import type { Json } from "../json.ts";
import type { ParameterType, RangesSpec } from "../parameter.ts";
import { wrong } from "./say.ts";

const isRange = (raw: Json): raw is [number, number] =>
  Array.isArray(raw) &&
  raw.length === 2 &&
  raw.every((end) => Number.isInteger(end) && (end as number) >= 0) &&
  (raw[0] as number) <= (raw[1] as number);

/** Ranges of whole numbers in increasing order that do not overlap. */
export const ranges: ParameterType<RangesSpec> = {
  fallback: (spec) => spec.default.map(([from, to]) => [from, to]),
  read(raw, _spec, name) {
    const remedy = "Write ranges in increasing order, such as [[0,0],[1,3],[4,7]].";
    if (!Array.isArray(raw) || raw.length === 0 || !raw.every(isRange)) throw wrong(name, "a list of ranges", raw, remedy);
    const list = raw as [number, number][];
    const apart = list.every((range, index) => index === 0 || list[index - 1]![1] < range[0]);
    if (!apart) throw wrong(name, "ranges that do not overlap", raw, remedy);
    return list.map(([from, to]) => [from, to]);
  },
  references: () => [],
  rename: (value) => value,
};

import type { MapSpec, ParameterType } from "../parameter.ts";
import { choice } from "./choice.ts";
import { isRecord, wrong } from "./say.ts";
import { text } from "./text.ts";

/** A value for each of a set of names; keys in alphabetical order. */
export const map: ParameterType<MapSpec> = {
  fallback: () => ({}),
  read(raw, spec, name) {
    if (!isRecord(raw)) throw wrong(name, `a value for each ${spec.keys}`, raw, `Write {"${spec.keys}": …}.`);
    const { values } = spec;
    const read = (key: string) =>
      values.type === "choice" ? choice.read(raw[key]!, values, `${name}.${key}`) : text.read(raw[key]!, values, `${name}.${key}`);
    return Object.fromEntries(
      Object.keys(raw)
        .toSorted()
        .map((key) => [key, read(key)]),
    );
  },
  references: () => [],
  rename: (value) => value,
};

import type { FileSpec, ParameterType } from "../parameter.ts";
import { isTexts, wrong } from "./say.ts";

/** The name of a file, a pattern such as "orders-*.csv", or a list of names. A list of one is that name. */
export const file: ParameterType<FileSpec> = {
  fallback: (spec) => (spec.optional ? null : undefined),
  read(raw, _spec, name) {
    if (typeof raw === "string" && raw !== "") return raw;
    if (isTexts(raw) && raw.length > 0) return raw.length === 1 ? raw[0]! : raw;
    throw wrong(name, "the name of a file", raw, 'Write a name such as "orders.csv", or drop the file on the cell.');
  },
  references: () => [],
  rename: (value) => value,
};

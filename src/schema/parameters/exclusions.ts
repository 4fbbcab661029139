import type { ExclusionsSpec, ParameterType } from "../parameter.ts";
import { isRecord, wrong } from "./say.ts";

/** Customers whose rows are left out. */
export const exclusions: ParameterType<ExclusionsSpec> = {
  fallback: () => [],
  read(raw, _spec, name) {
    if (!Array.isArray(raw)) throw wrong(name, "a list of columns with hashes", raw, 'Write {"column":"customer_id","sha256":"…"} on each line.');
    return raw.map((line) => {
      const { column, sha256 } = isRecord(line) ? line : {};
      if (typeof column === "string" && typeof sha256 === "string" && /^[0-9a-f]{64}$/.test(sha256)) return { column, sha256 };
      throw wrong(name, "a column and the SHA-256 of an id", line, "Take the line out, and remove the customer again.");
    });
  },
  references: () => [],
  rename: (value) => value,
};

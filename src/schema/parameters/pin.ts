import type { ParameterType, PinSpec } from "../parameter.ts";
import { isRecord, wrong } from "./say.ts";

/** The hash and the rows of files, as they were pinned. */
export const pin: ParameterType<PinSpec> = {
  fallback: () => null,
  read(raw, _spec, name) {
    const { sha256, rows } = isRecord(raw) ? raw : {};
    if (typeof sha256 === "string" && /^[0-9a-f]{64}$/.test(sha256) && typeof rows === "number" && Number.isSafeInteger(rows) && rows >= 0) {
      return { sha256, rows };
    }
    throw wrong(name, "the SHA-256 of the files and their rows", raw, "Take it out, and pin the files again.");
  },
  references: () => [],
  rename: (value) => value,
};

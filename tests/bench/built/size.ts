import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { dist } from "../../browser/serve.ts";
import type { Measurement } from "../report/measurement.ts";

/** The size of the one file, as it is and packed. */
export function size(): Measurement[] {
  const bytes = readFileSync(join(dist, "index.html"));
  return [
    { what: "the one file", unit: "MB", measured: bytes.length / 1e6, floor: 2.5, goal: 1.8 },
    { what: "the one file, gzip", unit: "MB", measured: gzipSync(bytes, { level: 9 }).length / 1e6, floor: 1 },
  ];
}

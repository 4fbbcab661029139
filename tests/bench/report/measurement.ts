/** One line of the report. */
export interface Measurement {
  what: string;
  /** "×" is how many times as fast as DuckDB-wasm. */
  unit: "×" | "ms" | "MB" | "s";
  measured: number;
  /** What it must be at the worst and what it should be; more is better for "×", less for everything else. */
  floor?: number;
  goal?: number;
  /** Whether a missed floor fails the benchmark: not where less data was measured than the floor speaks of. */
  enforced?: boolean;
  /** What it was computed from. */
  detail?: string;
}

const reaches = ({ unit, measured }: Measurement, bar: number) => (unit === "×" ? measured >= bar : measured <= bar);

/** Whether a floor holds; null without one. */
export function holds(measurement: Measurement): boolean | null {
  return measurement.floor === undefined ? null : reaches(measurement, measurement.floor);
}

/** Whether a goal is reached; null without one. */
export function reached(measurement: Measurement): boolean | null {
  return measurement.goal === undefined ? null : reaches(measurement, measurement.goal);
}

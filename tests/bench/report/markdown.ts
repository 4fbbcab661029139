import { holds, reached, type Measurement } from "./measurement.ts";

const digits = (value: number) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));

function written(unit: Measurement["unit"], value: number | undefined): string {
  if (value === undefined) return "";
  return unit === "×" ? `${digits(value)}×` : `${digits(value)} ${unit}`;
}

function verdict(measurement: Measurement): string {
  const isFloor = holds(measurement);
  if (isFloor === false) return measurement.enforced === false ? "below its floor (not enforced)" : "**missed**";
  const isGoal = reached(measurement);
  if (isGoal === null) return isFloor === null ? "" : "ok";
  return isGoal ? "goal" : isFloor === null ? "reported" : "ok";
}

/** Measurements as a Markdown table. */
export function markdown(measurements: readonly Measurement[]): string {
  const rows = measurements.map((measurement) => [
    measurement.what,
    written(measurement.unit, measurement.floor),
    written(measurement.unit, measurement.goal),
    written(measurement.unit, measurement.measured),
    verdict(measurement),
    measurement.detail ?? "",
  ]);
  const head = ["what", "floor", "goal", "measured", "", "from"];
  const widths = head.map((title, column) => Math.max(3, title.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

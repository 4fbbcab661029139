import { wilson } from "../../analysis/intervals/wilson.ts";
import type { Column } from "../../schema/column.ts";
import { numberColumn } from "../../schema/made-columns.ts";

/** A share with its bounds, as three columns; a share of nothing is missing. */
export function rates(name: string, parts: ArrayLike<number>, wholes: ArrayLike<number>, level: number): Column[] {
  const [rate, lower, upper] = [new Float64Array(parts.length), new Float64Array(parts.length), new Float64Array(parts.length)];
  for (let row = 0; row < parts.length; row++) {
    const interval = wilson(parts[row]!, wholes[row]!, level);
    rate[row] = parts[row]! / wholes[row]!;
    lower[row] = wholes[row]! > 0 ? interval.lower : Number.NaN;
    upper[row] = wholes[row]! > 0 ? interval.upper : Number.NaN;
  }
  return [numberColumn(name, rate, "rate"), numberColumn(`${name}_lower`, lower, "lower"), numberColumn(`${name}_upper`, upper, "upper")];
}

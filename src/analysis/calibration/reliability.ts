import { wilson } from "../intervals/wilson.ts";

/** Rows with nearly the same probability: what was said on average, and what happened. */
export interface ReliabilityBin {
  rows: number;
  predicted: number;
  happened: number;
  rate: number;
  lower: number;
  upper: number;
}

/**
 * The reliability curve: rows in bins of equal count by their probability, with the rate of what happened and Wilson's interval.
 *
 * Equal probabilities are never parted, so there may be fewer bins. Within a bin the curve is blind.
 *
 * @param bins At most how many.
 * @returns Each bin, and for each row the bin it is in.
 * @example reliability(probabilities, outcomes, 10).bins[0].predicted
 */
export function reliability(
  probabilities: Float64Array,
  outcomes: Uint8Array,
  bins: number,
  level = 0.95,
): { bins: ReliabilityBin[]; binOf: Int32Array } {
  const order = Uint32Array.from(probabilities.keys()).sort((left, right) => probabilities[left]! - probabilities[right]!);
  const binOf = new Int32Array(order.length);
  const found: ReliabilityBin[] = [];
  const size = order.length / bins;
  for (let from = 0; from < order.length;) {
    let to = Math.max(from + 1, Math.round(from + size));
    if (order.length - to < size / 2) to = order.length;
    while (to < order.length && probabilities[order[to]!] === probabilities[order[to - 1]!]) to++;
    let [sum, happened] = [0, 0];
    for (let place = from; place < to; place++) {
      const row = order[place]!;
      binOf[row] = found.length;
      sum += probabilities[row]!;
      happened += outcomes[row]!;
    }
    const rows = to - from;
    found.push({ rows, predicted: sum / rows, happened, rate: happened / rows, ...wilson(happened, rows, level) });
    from = to;
  }
  return { bins: found, binOf };
}

/** The expected calibration error: the mean distance between said and happened over the bins. @example calibrationError(bins) // 0.013 */
export function calibrationError(bins: readonly ReliabilityBin[]): number {
  const rows = bins.reduce((sum, bin) => sum + bin.rows, 0);
  return bins.reduce((sum, bin) => sum + bin.rows * Math.abs(bin.predicted - bin.rate), 0) / rows;
}

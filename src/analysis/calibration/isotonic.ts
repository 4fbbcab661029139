/** A step-free map from scores to calibrated values: straight between its points, level outside them. */
export interface Isotonic {
  scores: Float64Array;
  values: Float64Array;
}

/**
 * The non-decreasing values closest to the given ones in squares: pool adjacent violators.
 *
 * @param values In the order of their scores.
 * @param weights Of the same length; all 1, if left out.
 * @example poolAdjacent(Float64Array.of(1, 3, 2, 4, 3.5, 6)) // [1, 2.5, 2.5, 3.75, 3.75, 6]
 * @see Barlow, Bartholomew, Bremner and Brunk (1972), Statistical Inference under Order Restrictions
 */
export function poolAdjacent(values: Float64Array, weights?: Float64Array): Float64Array {
  const means = new Float64Array(values.length);
  const masses = new Float64Array(values.length);
  const ends = new Uint32Array(values.length);
  let blocks = 0;
  for (let place = 0; place < values.length; place++) {
    let mean = values[place]!;
    let mass = weights === undefined ? 1 : weights[place]!;
    while (blocks > 0 && means[blocks - 1]! >= mean) {
      blocks--;
      mean = (means[blocks]! * masses[blocks]! + mean * mass) / (masses[blocks]! + mass);
      mass += masses[blocks]!;
    }
    means[blocks] = mean;
    masses[blocks] = mass;
    ends[blocks++] = place + 1;
  }
  const pooled = new Float64Array(values.length);
  for (let block = 0, from = 0; block < blocks; from = ends[block++]!) pooled.fill(means[block]!, from, ends[block]);
  return pooled;
}

/**
 * A calibration map by isotonic regression of outcomes on scores, equal scores taken together.
 *
 * It bends to chance with few outcomes: below about a thousand use `platt`. Fit it on scores of rows the model did not see.
 *
 * @example isotonic(scores, outcomes)
 * @see Zadrozny and Elkan (2002), Transforming classifier scores into accurate multiclass probability estimates
 */
export function isotonic(scores: Float64Array, outcomes: Uint8Array): Isotonic {
  const order = Uint32Array.from(scores.keys()).sort((left, right) => scores[left]! - scores[right]!);
  const distinct: number[] = [];
  const rates: number[] = [];
  const masses: number[] = [];
  for (let from = 0; from < order.length;) {
    let to = from;
    let ones = 0;
    for (; to < order.length && scores[order[to]!] === scores[order[from]!]; to++) ones += outcomes[order[to]!]!;
    distinct.push(scores[order[from]!]!);
    rates.push(ones / (to - from));
    masses.push(to - from);
    from = to;
  }
  const pooled = poolAdjacent(Float64Array.from(rates), Float64Array.from(masses));
  const isCorner = (place: number) =>
    place === 0 || place === pooled.length - 1 || pooled[place - 1] !== pooled[place] || pooled[place + 1] !== pooled[place];
  const corners = distinct.map((_, place) => place).filter(isCorner);
  return { scores: Float64Array.from(corners, (place) => distinct[place]!), values: Float64Array.from(corners, (place) => pooled[place]!) };
}

/** The calibrated value of a score. @example calibrated({ scores: Float64Array.of(0, 1), values: Float64Array.of(0.2, 0.4) }, 0.5) // 0.3 */
export function calibrated({ scores, values }: Isotonic, score: number): number {
  let low = 0;
  let high = scores.length - 1;
  if (score <= scores[0]!) return values[0]!;
  if (score >= scores[high]!) return values[high]!;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (scores[middle]! <= score) low = middle;
    else high = middle;
  }
  const part = (score - scores[low]!) / (scores[high]! - scores[low]!);
  return values[low]! + part * (values[high]! - values[low]!);
}

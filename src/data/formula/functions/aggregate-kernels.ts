type Value = number | string | boolean;
/** Arquero's cell of one group: its own counts, and what our aggregates keep in it. */
type Cell = Record<string, unknown> & { valid: number };

/** An aggregate as Arquero takes it. Missing values are left out before `add`. */
export interface AggregateKernel {
  parameters: number;
  create: (...written: number[]) => { init(cell: Cell): void; add(cell: Cell, value: Value): void; value(cell: Cell): Value | null };
}

/** One aggregate that folds values into a state of its own under `key`; over nothing it is missing. */
function fold<S>(key: string, start: () => S, step: (state: S, value: never) => S, end: (state: S) => Value | null): AggregateKernel {
  return {
    parameters: 0,
    create: () => ({
      init: (cell) => void (cell[key] = start()),
      add: (cell, value) => void (cell[key] = step(cell[key] as S, value as never)),
      value: (cell) => (cell.valid === 0 ? null : end(cell[key] as S)),
    }),
  };
}

interface Sum {
  total: number;
  lost: number;
}

/** Neumaier's compensated sum (ZAMM 54, 1974): the order of the rows hardly matters. */
function addTo(sum: Sum, value: number): Sum {
  const next = sum.total + value;
  sum.lost += Math.abs(sum.total) >= Math.abs(value) ? sum.total - next + value : value - next + sum.total;
  sum.total = next;
  return sum;
}

interface Moments {
  n: number;
  mean: number;
  squares: number;
}

/** Welford's update (Technometrics 4, 1962). */
function addMoment(state: Moments, value: number): Moments {
  state.n += 1;
  const before = value - state.mean;
  state.mean += before / state.n;
  state.squares += before * (value - state.mean);
  return state;
}

const moments = (): Moments => ({ n: 0, mean: 0, squares: 0 });
const varianceOf = ({ n, squares }: Moments) => (n < 2 ? null : squares / (n - 1));

/** Type 7 of Hyndman and Fan, "Sample quantiles in statistical packages" (1996). */
function quantileOf(values: number[], p: number): number {
  const sorted = Float64Array.from(values).sort();
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const low = sorted[below]!;
  return low + (place - below) * (sorted[Math.min(below + 1, sorted.length - 1)]! - low);
}

const quantile: AggregateKernel = {
  parameters: 1,
  create: (p = 0.5) => ({
    init: (cell) => void (cell[`quantile${p}`] = []),
    add: (cell, value) => void (cell[`quantile${p}`] as number[]).push(value as number),
    value: (cell) => (cell.valid === 0 ? null : quantileOf(cell[`quantile${p}`] as number[], p)),
  }),
};

const counted = (key: string, counts: (value: Value) => boolean): AggregateKernel => ({
  parameters: 0,
  create: () => ({
    init: (cell) => void (cell[key] = 0),
    add: (cell, value) => void (counts(value) && (cell[key] = (cell[key] as number) + 1)),
    value: (cell) => cell[key] as number,
  }),
});

function mostFrequent(counts: Map<Value, number>): Value | null {
  let best: Value | null = null;
  let most = 0;
  for (const [value, count] of counts) if (count > most) [best, most] = [value, count];
  return best;
}

const seen = (state: Value | null, value: Value) => (state === null ? value : state);

/** How every aggregate of the formula language is computed, but for the bare count of rows. */
export const aggregateKernels: Readonly<Record<string, AggregateKernel>> = {
  count: counted("values", () => true),
  count_if: counted("held", (value) => value === true),
  share: fold(
    "share",
    () => ({ n: 0, held: 0 }),
    (state, value: boolean) => ({ n: state.n + 1, held: state.held + (value ? 1 : 0) }),
    ({ n, held }) => held / n,
  ),
  distinct: {
    parameters: 0,
    create: () => ({
      init: (cell) => void (cell["distinct"] = new Set()),
      add: (cell, value) => void (cell["distinct"] as Set<Value>).add(value),
      value: (cell) => (cell["distinct"] as Set<Value>).size,
    }),
  },
  sum: fold(
    "sum",
    () => ({ total: 0, lost: 0 }),
    addTo,
    ({ total, lost }) => total + lost,
  ),
  mean: {
    parameters: 0,
    create: () => ({
      init: (cell) => void (cell["meanOf"] = { total: 0, lost: 0 }),
      add: (cell, value) => void addTo(cell["meanOf"] as Sum, value as number),
      value: (cell) => (cell.valid === 0 ? null : ((cell["meanOf"] as Sum).total + (cell["meanOf"] as Sum).lost) / cell.valid),
    }),
  },
  median: { parameters: 0, create: () => quantile.create(0.5) },
  quantile,
  min: fold(
    "least",
    (): Value | null => null,
    (state, value: Value) => (state === null || value < state ? value : state),
    (state) => state,
  ),
  max: fold(
    "greatest",
    (): Value | null => null,
    (state, value: Value) => (state === null || value > state ? value : state),
    (state) => state,
  ),
  variance: fold("variance", moments, addMoment, varianceOf),
  stdev: fold("stdev", moments, addMoment, (state) => {
    const variance = varianceOf(state);
    return variance === null ? null : Math.sqrt(variance);
  }),
  first: fold(
    "first",
    (): Value | null => null,
    seen,
    (state) => state,
  ),
  any: fold(
    "any",
    (): Value | null => null,
    seen,
    (state) => state,
  ),
  last: fold(
    "last",
    (): Value | null => null,
    (_state, value: Value): Value | null => value,
    (state) => state,
  ),
  mode: fold(
    "mode",
    () => new Map<Value, number>(),
    (counts, value: Value) => counts.set(value, (counts.get(value) ?? 0) + 1),
    mostFrequent,
  ),
};

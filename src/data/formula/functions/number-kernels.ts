import type { FormulaRun } from "../formula-run.ts";

/** A result that must be finite; what is not becomes missing, and is counted unless a value was missing before. */
function finite(run: FormulaRun, result: number): number {
  if (result - result === 0) return result;
  if (result === result) run.losses.notFinite += 1;
  return Number.NaN;
}

/** A result that is NaN only because the value had no such thing. */
function defined(run: FormulaRun, x: number, result: number): number {
  if (result - result === 0) return result;
  if (x === x) run.losses.notFinite += 1;
  return Number.NaN;
}

/** `x` times a power of ten, through its decimal digits, so that no rounding happens on the way. */
function shift(x: number, digits: number): number {
  const [mantissa, exponent] = String(x).split("e");
  return Number(`${mantissa}e${Number(exponent ?? 0) + digits}`);
}

/** Halves away from zero, halves being those of the shortest decimal that names the number: 1.005 rounds to 1.01. */
function round(run: FormulaRun, x: number, digits = 0): number {
  if (x !== x) return x;
  const size = Math.abs(x);
  const power = 10 ** Math.abs(digits);
  const scaled = digits >= 0 ? size * power : size / power;
  const whole = Math.round(scaled);
  const plain = scaled < 1e9 && Math.abs(scaled - Math.floor(scaled) - 0.5) > 1e-6;
  const rounded = plain ? (digits >= 0 ? whole / power : whole * power) : shift(Math.round(shift(size, digits)), -digits);
  return finite(run, x < 0 ? 0 - rounded : rounded);
}

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

function number(run: FormulaRun, x: string | number | boolean | null): number {
  if (typeof x === "number") return x;
  if (x === null) return Number.NaN;
  if (typeof x === "boolean") return x ? 1 : 0;
  const text = x.trim();
  const value = decimal.test(text) ? Number(text) : Number.NaN;
  if (value - value === 0) return value;
  run.losses.notNumbers += 1;
  return Number.NaN;
}

/** What formulas do with numbers. A missing number is NaN, and stays so. */
export const numberKernels = {
  finite,
  divide(run: FormulaRun, a: number, b: number): number {
    const result = a / b;
    if (result - result === 0) return result;
    if (b === 0 && a === a) run.losses.divisions += 1;
    else if (a === a && b === b) run.losses.notFinite += 1;
    return Number.NaN;
  },
  remainder(run: FormulaRun, a: number, b: number): number {
    if (b === 0 && a === a) run.losses.divisions += 1;
    return a % b;
  },
  power(run: FormulaRun, a: number, b: number): number {
    const result = a ** b;
    if (result - result === 0 && a === a) return result;
    if (a === a && b === b) run.losses.notFinite += 1;
    return Number.NaN;
  },
  number,
  abs: (_run: FormulaRun, x: number) => Math.abs(x),
  round,
  floor: (_run: FormulaRun, x: number) => Math.floor(x),
  ceil: (_run: FormulaRun, x: number) => Math.ceil(x),
  sqrt: (run: FormulaRun, x: number) => defined(run, x, Math.sqrt(x)),
  exp: (run: FormulaRun, x: number) => defined(run, x, Math.exp(x)),
  log: (run: FormulaRun, x: number) => defined(run, x, Math.log(x)),
  log10: (run: FormulaRun, x: number) => defined(run, x, Math.log10(x)),
  min_of: (_run: FormulaRun, ...values: number[]) => Math.min(...values),
  max_of: (_run: FormulaRun, ...values: number[]) => Math.max(...values),
  bucket(_run: FormulaRun, x: number, ...edges: number[]): number {
    if (edges.length === 1) return Math.floor(x / edges[0]!) * edges[0]!;
    let lower = Number.NaN;
    for (const edge of edges) if (x >= edge) lower = edge;
    return lower;
  },
};

/** Numbers as whole numbers of few bytes: each is `step` times the one kept, or times the sum of those up to it. */
export interface PackedNumbers {
  values: Int8Array | Int16Array | Int32Array;
  /** What one unit of the kept numbers stands for; a negative step −100 means hundredths, which divide exactly where 0.01 does not multiply so. */
  step: number;
  /** Whether each kept number is the difference to the one before it. */
  differences: boolean;
}

/** Steps that are tried, the coarsest first: days, hours, minutes and seconds of times, ones, and decimals. */
const steps = [86_400_000, 3_600_000, 60_000, 1_000, 1, -10, -100, -1_000, -10_000] as const;

const inUnits = (value: number, step: number): number => (step > 0 ? value / step : value * -step);
const fromUnits = (units: number, step: number): number => (step > 0 ? units * step : units / -step);

/** The numbers in whole units of a step, or null where one is none, or is −0. What `isHeld` leaves out repeats the one before. */
function wholeUnits(values: ArrayLike<number>, isHeld: (row: number) => boolean, step: number): Float64Array | null {
  const units = new Float64Array(values.length);
  let last = 0;
  for (let row = 0; row < values.length; row++) {
    if (isHeld(row)) {
      const value = values[row]!;
      const unit = Math.round(inUnits(value, step)) + 0;
      if (Math.abs(unit) > Number.MAX_SAFE_INTEGER || !Object.is(fromUnits(unit, step), value)) return null;
      last = unit;
    }
    units[row] = last;
  }
  return units;
}

function narrowed(values: Float64Array): PackedNumbers["values"] | null {
  let [least, most] = [0, 0];
  for (let row = 0; row < values.length; row++) {
    if (values[row]! < least) least = values[row]!;
    else if (values[row]! > most) most = values[row]!;
  }
  if (least >= -0x80 && most < 0x80) return Int8Array.from(values);
  if (least >= -0x8000 && most < 0x8000) return Int16Array.from(values);
  return least >= -0x8000_0000 && most < 0x8000_0000 ? Int32Array.from(values) : null;
}

/** How many bits numbers take in all, roughly: what a packer makes of them. */
function bits(values: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < values.length; row++) sum += Math.log2(1 + Math.abs(values[row]!));
  return sum;
}

/**
 * Numbers in fewer bytes, from which exactly the same come back: whole multiples of a common step, or their differences where those are smaller.
 *
 * @param isHeld Whether a row has a value; what the others hold is not kept.
 * @returns Null where no step fits: the numbers are then kept as they are.
 *
 * @example
 * packNumbers([16.9, 34.9], () => true); // { values: Int16Array [169, 349], step: -10, differences: false }
 */
export function packNumbers(values: ArrayLike<number>, isHeld: (row: number) => boolean): PackedNumbers | null {
  for (const step of steps) {
    const units = wholeUnits(values, isHeld, step);
    if (units === null) continue;
    const between = units.map((unit, row) => (row === 0 ? unit : unit - units[row - 1]!));
    const differences = bits(between) < 0.75 * bits(units);
    const kept = narrowed(differences ? between : units);
    return kept === null ? null : { values: kept, step, differences };
  }
  return null;
}

/** Writes packed numbers back as they were into `into`. */
export function unpackNumbers({ values, step, differences }: PackedNumbers, into: { [row: number]: number; length: number }): void {
  let sum = 0;
  for (let row = 0; row < values.length; row++) {
    sum = differences ? sum + values[row]! : values[row]!;
    into[row] = fromUnits(sum, step);
  }
}

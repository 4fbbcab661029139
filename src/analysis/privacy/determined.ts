/** The largest prime whose products of two residues stay exact in a double. */
const prime = 67_108_859;

const residue = (value: number): number => ((value % prime) + prime) % prime;

function inverse(value: number): number {
  let [result, base] = [1, residue(value)];
  for (let power = prime - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
}

type Row = Map<number, number>;

function subtract(from: Row, row: Row, factor: number): void {
  for (const [unknown, coefficient] of row) {
    const left = residue((from.get(unknown) ?? 0) - ((factor * coefficient) % prime));
    if (left === 0) from.delete(unknown);
    else from.set(unknown, left);
  }
}

/**
 * Which unknowns a system of linear equations determines, whatever its right sides: what somebody who subtracts published sums from each
 * other can find out.
 *
 * Gauss–Jordan elimination in the integers modulo a prime: exact for coefficients of ±1 but for a chance of about 1 in 10⁷. That numbers
 * of customers are not negative is not used.
 *
 * @param equations Per equation, coefficient by unknown.
 * @returns The unknowns with one possible value.
 * @example determined([new Map([[0, 1], [1, 1]]), new Map([[0, 1], [1, -1]])]) // Set { 0, 1 }
 * @see Cox, L. H. (1980). Suppression methodology and statistical disclosure control. JASA 75(370).
 */
export function determined(equations: readonly ReadonlyMap<number, number>[]): Set<number> {
  const pivots = new Map<number, Row>();
  for (const equation of equations) {
    const row: Row = new Map([...equation].map(([unknown, coefficient]) => [unknown, residue(coefficient)]));
    for (const unknown of equation.keys()) {
      const pivot = pivots.get(unknown);
      const factor = row.get(unknown);
      if (pivot !== undefined && factor !== undefined) subtract(row, pivot, factor);
    }
    const first = row.entries().next().value;
    if (first === undefined) continue;
    const [chosen, leading] = first;
    const scale = inverse(leading);
    for (const [unknown, coefficient] of row) row.set(unknown, (coefficient * scale) % prime);
    for (const other of pivots.values()) {
      const factor = other.get(chosen);
      if (factor !== undefined) subtract(other, row, factor);
    }
    pivots.set(chosen, row);
  }
  return new Set([...pivots].filter(([, row]) => row.size === 1).map(([unknown]) => unknown));
}

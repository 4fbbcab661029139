import { customerWeights } from "../../analysis/bootstrap/customer-weights.ts";
import { percentileInterval } from "../../analysis/intervals/percentile-interval.ts";
import { scalarAt } from "../../schema/scalar.ts";
import type { Job } from "../cell.ts";
import type { Cohorts } from "./cohorts.ts";
import type { CustomerAmounts } from "./customer-amounts.ts";
import { bySlot } from "./by-slot.ts";

/** Fewer customers than this have too few different resamples for an interval. */
const fewest = 10;

/** A number per cell with its bounds; NaN where there is none. */
export interface Bounded {
  value: Float64Array;
  lower: Float64Array;
  upper: Float64Array;
}

/** Revenue per cell, and revenue up to and with it per customer observed that long. */
export interface CellValues {
  revenue: Bounded;
  cumulative: Bounded;
}

export interface Resampling {
  replicates: number;
  seed: number;
  level: number;
}

const bounded = (cells: number): Bounded => ({
  value: new Float64Array(cells).fill(Number.NaN),
  lower: new Float64Array(cells).fill(Number.NaN),
  upper: new Float64Array(cells).fill(Number.NaN),
});

const cellValues = (cells: number): CellValues => ({ revenue: bounded(cells), cumulative: bounded(cells) });

/** Customers drawn between two chances to stop. */
const batch = 64;

/** Row 0 of each column is the data itself; the others are replicates. Sorts the row. */
function summarise(into: Bounded, cell: number, row: Float64Array, customers: number, level: number): void {
  into.value[cell] = row[0]!;
  const interval = customers < fewest ? null : percentileInterval(row.subarray(1), level);
  if (interval === null) return;
  into.lower[cell] = interval.lower;
  into.upper[cell] = interval.upper;
}

function addScaled(into: Float64Array, at: number, weights: Uint8Array, amount: number): void {
  for (let replicate = 0; replicate < weights.length; replicate++) into[at + replicate]! += weights[replicate]! * amount;
}

function addRow(into: Float64Array, at: number, row: Float64Array): void {
  for (let replicate = 0; replicate < row.length; replicate++) into[at + replicate]! += row[replicate]!;
}

/** Sums of one pooled curve over the cohorts of a group, a row of replicates per period. */
interface Pool {
  cells: Uint8Array;
  paid: Float64Array;
  paidSoFar: Float64Array;
  customers: Float64Array;
  counted: Int32Array;
}

/**
 * Revenue and revenue so far of every cell and of pooled curves, with customer-bootstrap intervals.
 *
 * Each customer is drawn as often as its weight says; no event is copied. A cell with fewer than 10 customers gets no interval.
 *
 * @param amounts What each customer brought per period.
 * @param eligible Customers observed per cell.
 * @param pools For each pooled curve, which cells it is over.
 * @returns The cells, `slots × periods`, and for each pool `groups × periods`.
 */
export async function cohortValues(
  cohorts: Cohorts,
  amounts: CustomerAmounts,
  eligible: Int32Array,
  pools: readonly Uint8Array[],
  resampling: Resampling,
  job: Job,
): Promise<{ cells: CellValues; pooled: CellValues[] }> {
  const { periods, count, groups, seats, journey } = cohorts;
  const width = resampling.replicates + 1;
  const weights = new Uint8Array(width).fill(1, 0, 1);
  const drawn = weights.subarray(1);
  const ids = resampling.replicates === 0 ? null : journey.attribute("customer");
  const cells = cellValues(groups.length * count * periods);
  const pooled = pools.map(() => cellValues(groups.length * periods));
  const { order, starts } = bySlot(seats.slot, groups.length * count);
  const sums = () => new Float64Array(periods * width);
  const paid = sums();
  const leavingAmount = sums();
  const leaving = sums();
  const paidSoFar = new Float64Array(width);
  const customers = new Float64Array(width);
  const row = new Float64Array(width);

  const ratio = (top: Float64Array, bottom: Float64Array) => {
    for (let replicate = 0; replicate < width; replicate++)
      row[replicate] = bottom[replicate] === 0 ? Number.NaN : top[replicate]! / bottom[replicate]!;
    return row;
  };

  /** Whether customers of a slot were observed for different times; otherwise nobody leaves before its last period that counts. */
  const isUneven = (slot: number): boolean => {
    const members = order.subarray(starts[slot], starts[slot + 1]);
    return members.some((customer) => seats.reach[customer] !== seats.reach[members[0]!]);
  };

  const collect = async (slot: number): Promise<void> => {
    for (const tensor of [paid, leavingAmount, leaving, paidSoFar, customers]) tensor.fill(0);
    const uneven = isUneven(slot);
    for (let place = starts[slot]!; place < starts[slot + 1]!; place++) {
      const customer = order[place]!;
      const reach = seats.reach[customer]!;
      if (ids !== null) customerWeights(String(scalarAt(ids, customer)), resampling.seed, drawn);
      let total = 0;
      for (let entry = amounts.offsets[customer]!; entry < amounts.offsets[customer + 1]!; entry++) {
        if (amounts.period[entry]! >= reach) continue;
        addScaled(paid, amounts.period[entry]! * width, weights, amounts.amount[entry]!);
        total += amounts.amount[entry]!;
      }
      if (uneven && reach < periods) {
        addScaled(leavingAmount, reach * width, weights, total);
        addScaled(leaving, reach * width, weights, 1);
      }
      addScaled(customers, 0, weights, 1);
      if (place % batch > 0) continue;
      const pause = job.progress(place / order.length, "drawing customers");
      if (pause) await pause;
    }
  };

  for (let group = 0; group < groups.length; group++) {
    const curves: Pool[] = pools.map((which) => ({
      cells: which,
      paid: sums(),
      paidSoFar: sums(),
      customers: sums(),
      counted: new Int32Array(periods),
    }));
    for (let slot = group * count; slot < (group + 1) * count; slot++) {
      await collect(slot);
      for (let period = 0; period < periods; period++) {
        const cell = slot * periods + period;
        const at = period * width;
        const now = paid.subarray(at, at + width);
        for (let replicate = 0; replicate < width; replicate++) {
          paidSoFar[replicate]! += now[replicate]! - leavingAmount[at + replicate]!;
          customers[replicate]! -= leaving[at + replicate]!;
        }
        if (eligible[cell] === 0) continue;
        for (const curve of curves) {
          if (curve.cells[cell] === 0) continue;
          addRow(curve.paid, at, now);
          addRow(curve.paidSoFar, at, paidSoFar);
          addRow(curve.customers, at, customers);
          curve.counted[period]! += eligible[cell]!;
        }
        summarise(cells.cumulative, cell, ratio(paidSoFar, customers), eligible[cell]!, resampling.level);
        summarise(cells.revenue, cell, now, eligible[cell]!, resampling.level);
      }
    }
    curves.forEach((curve, index) => {
      const into = pooled[index]!;
      for (let period = 0; period < periods; period++) {
        if (curve.counted[period] === 0) continue;
        const of = (sum: Float64Array) => sum.subarray(period * width, (period + 1) * width);
        summarise(
          into.cumulative,
          group * periods + period,
          ratio(of(curve.paidSoFar), of(curve.customers)),
          curve.counted[period]!,
          resampling.level,
        );
        summarise(into.revenue, group * periods + period, of(curve.paid), curve.counted[period]!, resampling.level);
      }
    });
  }
  return { cells, pooled };
}

import type { Sums } from "../../analysis/intervals/welch-difference.ts";
import type { GroupFeelings } from "./feelings.ts";
import type { Grid } from "./grid.ts";
import type { Tally } from "./tally.ts";
import type { TouchGroups } from "./touch-groups.ts";
import type { Touches } from "./touches.ts";

/** What came of one group of a cell's customers. */
export interface Side {
  customers: number;
  /** Customers of whom it is known who stayed, and those who did not. */
  followed: number;
  dropped: number;
  /** What those who stayed brought, and its square. */
  value: number;
  squares: number;
  feeling: Sums;
}

/** One cell's groups, to find the best among them. */
export interface Rivals {
  cell: number;
  /** Per group; where `models` is given, it may only be compared with those. */
  sides: readonly Side[];
  models: readonly number[] | null;
}

const silent: Sums = { count: 0, sum: 0, squares: 0 };

export const nobody: Side = { customers: 0, followed: 0, dropped: 0, value: 0, squares: 0, feeling: silent };

/** Two groups together, or the first without the second. */
export function combined(left: Side, right: Side, sign: 1 | -1): Side {
  return {
    customers: left.customers + sign * right.customers,
    followed: left.followed + sign * right.followed,
    dropped: left.dropped + sign * right.dropped,
    value: left.value + sign * right.value,
    squares: left.squares + sign * right.squares,
    feeling: {
      count: left.feeling.count + sign * right.feeling.count,
      sum: left.feeling.sum + sign * right.feeling.sum,
      squares: left.feeling.squares + sign * right.feeling.squares,
    },
  };
}

function sideAt(tally: Tally, slot: number, felt: GroupFeelings | null): Side {
  return {
    customers: tally.customers[slot]!,
    followed: tally.followed[slot]!,
    dropped: tally.dropped[slot]!,
    value: tally.value[slot]!,
    squares: tally.squares[slot]!,
    feeling: felt === null ? silent : { count: felt.count[slot]!, sum: felt.sum[slot]!, squares: felt.squares[slot]! },
  };
}

/** Each cell's customers by the group they were in at their first touch there. */
export function sidesAmongGroups({ stages, touchpoints }: Touches, tally: Tally, { names }: TouchGroups, felt: GroupFeelings | null): Rivals[] {
  return Array.from({ length: stages.length * touchpoints.length }, (_, cell) => ({
    cell,
    sides: names.map((_name, group) => sideAt(tally, cell * names.length + group, felt)),
    models: null,
  }));
}

/** Each cell's customers, and those of its stage who were never there. Feelings of the latter are those at the stage's other touchpoints. */
export function sidesAmongStages({ stages, touchpoints }: Touches, { own, entry }: Grid, felt: GroupFeelings | null): Rivals[] {
  const width = touchpoints.length;
  const cells = stages.length * width;
  const stageFeelings = stages.map((_, stage) => {
    const all = touchpoints.map((_name, point) => sideAt(own, stage * width + point, felt));
    return all.reduce((sum, side) => combined(sum, side, 1), nobody).feeling;
  });
  return Array.from({ length: cells }, (_, cell) => {
    const stage = Math.floor(cell / width);
    const whole = { ...sideAt(own, cells + stage, null), feeling: stageFeelings[stage]! };
    const there = sideAt(own, cell, felt);
    const absent = combined(whole, { ...sideAt(entry, cell, null), feeling: there.feeling }, -1);
    return { cell, sides: [there, absent], models: [1] };
  });
}

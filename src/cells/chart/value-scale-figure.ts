import { ticks } from "../../figures/ticks.ts";

/** The vertical (or value) axis all pictures of a chart share. */
export interface ValueScale {
  least: number;
  greatest: number;
  ticks: number[];
  isLog: boolean;
  /** From 0 to 1 along the axis. */
  share: (value: number) => number;
}

function powers(least: number, greatest: number): number[] {
  const found: number[] = [];
  const each = Math.max(1, Math.ceil((Math.log10(greatest) - Math.log10(least)) / 5));
  for (let power = Math.ceil(Math.log10(least) - 1e-9); power <= Math.log10(greatest) + 1e-9; power += each) found.push(10 ** power);
  return found.length > 1 ? found : ticks(least, greatest, 4);
}

/**
 * The scale that holds some values.
 *
 * @param fromZero Whether it begins at 0, as where length stands for value; ignored on a log scale.
 */
export function valueScale(values: readonly number[], { fromZero, isLog, most }: { fromZero: boolean; isLog: boolean; most: number }): ValueScale {
  const known = isLog ? values.filter((value) => value > 0) : values;
  const low = known.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = known.reduce((greatest, value) => Math.max(greatest, value), Number.NEGATIVE_INFINITY);
  if (low > high) return { least: 0, greatest: 1, ticks: [0, 1], isLog: false, share: (value) => value };
  if (isLog) {
    const [least, greatest] = [10 ** Math.floor(Math.log10(low)), high > low ? high : high * 10];
    const reach = Math.log10(greatest) - Math.log10(least) || 1;
    return {
      least,
      greatest,
      ticks: powers(least, greatest),
      isLog,
      share: (value) => (Math.log10(Math.max(value, least)) - Math.log10(least)) / reach,
    };
  }
  const air = fromZero ? 0 : (high - low || Math.abs(high) || 1) * 0.04;
  const least = fromZero ? Math.min(0, low) : low >= 0 ? Math.max(0, low - air) : low - air;
  const top = (fromZero ? Math.max(0, high) : high + air) || (least < 0 ? 0 : 1);
  return { least, greatest: top, ticks: ticks(least, top, most), isLog, share: (value) => (value - least) / (top - least || 1) };
}

import { civilDays } from "./civil-days.ts";
import type { TimeCount } from "./csv-report.ts";
import { wallClock } from "./wall-clock.ts";

const timeName = /(?:^|_)(?:time|timestamp|datetime|date|ts|at|epoch|unix|created|updated|modified)(?:_|$)/;

/** What whole numbers must be for each unit: from 1979 to the end of 2099. */
const ranges: readonly { count: Exclude<TimeCount, "digits">; from: number; to: number; millisecond: number }[] = [
  { count: "seconds", from: 3e8, to: 4.102e9, millisecond: 1e-3 },
  { count: "milliseconds", from: 3e11, to: 4.102e12, millisecond: 1 },
  { count: "microseconds", from: 3e14, to: 4.102e15, millisecond: 1e3 },
];

/** Days since 1970 of eight digits such as 20250131; NaN when they are no day of 1900 to 2100. */
function daysOfDigits(value: number): number {
  if (!(value >= 19_000_101 && value <= 21_001_231)) return NaN;
  const year = Math.floor(value / 10_000);
  return civilDays(year, Math.floor(value / 100) % 100, value % 100);
}

/**
 * Whether a column of numbers holds times, by its name and the size of all its values: a count since 1970, or year, month and day as eight digits.
 *
 * It misleads where amounts of the size of a count stand under a name such as "date". Eight digits need no such name when three of them differ and
 * all are days that exist.
 *
 * @param values Missing rows may hold anything; `present` tells them.
 * @param named Whether the column is to be taken for times whatever its name.
 */
export function timeCountOf(name: string, values: ArrayLike<number>, present: (row: number) => boolean, named = false): TimeCount | null {
  const plain = name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_");
  const isNamed = named || timeName.test(plain);
  let first = 0;
  while (first < values.length && !present(first)) first++;
  if (first === values.length) return null;
  const every = (fits: (value: number) => boolean) => {
    for (let row = first; row < values.length; row++) if (!fits(values[row]!) && present(row)) return false;
    return true;
  };
  const range = isNamed ? ranges.find(({ from, to }) => values[first]! >= from && values[first]! < to) : undefined;
  if (range !== undefined && every((value) => value >= range.from && value < range.to)) return range.count;
  if (!every((value) => !Number.isNaN(daysOfDigits(value)))) return null;
  const distinct = new Set<number>();
  for (let row = first; row < values.length && distinct.size < 3; row++) if (present(row)) distinct.add(values[row]!);
  return isNamed || distinct.size === 3 ? "digits" : null;
}

/** The instants that numbers stand for, in UTC milliseconds; NaN for missing. Eight digits are the start of a day in `zone`. */
export function instantsOf(values: ArrayLike<number>, count: TimeCount, present: (row: number) => boolean, zone: string): Float64Array {
  const times = new Float64Array(values.length);
  const local = count === "digits" ? wallClock(zone) : null;
  const millisecond = ranges.find((range) => range.count === count)?.millisecond ?? 1;
  for (let row = 0; row < times.length; row++) {
    if (!present(row)) times[row] = NaN;
    else times[row] = local === null ? values[row]! / millisecond : local(daysOfDigits(values[row]!) * 86_400_000);
  }
  return times;
}

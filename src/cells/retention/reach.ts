/** How many leading periods of each customer lie within the data, by the length of a period in milliseconds. */
export function rollingReach(time: Float64Array, closes: number, length: number, ahead: number, periods: number): Int32Array {
  return Int32Array.from(time, (born) => Math.max(0, Math.min(periods, Math.floor((closes - born) / length) - ahead)));
}

/** How many periods of each customer there are up to the last one of the data, which may be unfinished. */
export function calendarReach(birth: Int32Array, last: number, periods: number): Int32Array {
  return birth.map((period) => Math.max(0, Math.min(periods, last - period + 1)));
}

/**
 * How many leading ranges of days each customer was observed for.
 *
 * @param daysObserved Whole days from each customer's start to the end of the data.
 */
export function bracketReach(ranges: readonly (readonly [number, number])[], daysObserved: ArrayLike<number>): Int32Array {
  return Int32Array.from(daysObserved, (days) => {
    let reach = 0;
    while (reach < ranges.length && ranges[reach]![1] < days) reach++;
    return reach;
  });
}

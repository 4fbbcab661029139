/**
 * Whether things happen at least once a second for a while: so many different times lie within as many seconds.
 *
 * Several things at one time count once, so that the lines of one order are no haste.
 *
 * @param times Milliseconds in increasing order.
 * @param from, to The places looked at, the last not included.
 * @param seconds How long it must last.
 * @example sustained(Float64Array.of(0, 1000, 2000, 3000), 0, 4, 4) // true
 */
export function sustained(times: Float64Array, from: number, to: number, seconds: number): boolean {
  // The place of the first of the last `seconds` different times moves along with the last one.
  let first = from;
  let different = 0;
  for (let at = from; at < to; at++) {
    if (at > from && times[at] === times[at - 1]) continue;
    different++;
    if (different < seconds) continue;
    if (times[at]! - times[first]! <= seconds * 1000) return true;
    const left = times[first]!;
    while (times[first] === left) first++;
    different--;
  }
  return false;
}

/** Up to this many events, moving them one by one beats everything else. */
const few = 48;

function insertion(time: Float64Array, rows: Uint32Array, from: number, to: number): void {
  for (let next = from + 1; next < to; next++) {
    const moved = time[next]!;
    let place = next - 1;
    if (time[place]! <= moved) continue;
    const row = rows[next]!;
    while (place >= from && time[place]! > moved) {
      time[place + 1] = time[place]!;
      rows[place + 1] = rows[place]!;
      place--;
    }
    time[place + 1] = moved;
    rows[place + 1] = row;
  }
}

/** Merges two neighbouring runs; of equal times the left one's come first. */
function merge(time: Float64Array, rows: Uint32Array, from: number, middle: number, to: number): void {
  const leftTime = time.slice(from, middle);
  const leftRows = rows.slice(from, middle);
  let left = 0;
  let right = middle;
  for (let place = from; left < leftTime.length; place++) {
    if (right < to && time[right]! < leftTime[left]!) {
      time[place] = time[right]!;
      rows[place] = rows[right++]!;
    } else {
      time[place] = leftTime[left]!;
      rows[place] = leftRows[left++]!;
    }
  }
}

/**
 * Brings the events from `from` to `to` into the order of time; equal times keep their order.
 *
 * Quick for few events and for those already nearly in order; n log n for many in any order.
 */
export function sortByTime(time: Float64Array, rows: Uint32Array, from: number, to: number): void {
  if (to - from <= few) {
    insertion(time, rows, from, to);
    return;
  }
  for (let start = from; start < to; start += few) insertion(time, rows, start, Math.min(start + few, to));
  for (let width = few; width < to - from; width *= 2) {
    for (let start = from; start + width < to; start += 2 * width) {
      const middle = start + width;
      if (time[middle - 1]! > time[middle]!) merge(time, rows, start, middle, Math.min(middle + width, to));
    }
  }
}

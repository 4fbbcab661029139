import type { Paths } from "./paths.ts";

/** What paths are built from: events in the order (customer, time). */
export interface PathEvents {
  /** Customer `c` has the events `offsets[c]` to `offsets[c + 1] − 1`. */
  offsets: Uint32Array;
  /** UTC milliseconds. */
  time: Float64Array;
  /** The channel of each event that is a touch, −1 of all others. */
  touch: Int32Array;
  /** 1 for each event that is a conversion. */
  conversion: Uint8Array;
  /** What each event is worth; NaN counts as 0. Null where nothing is known. */
  value: Float64Array | null;
  channels: number;
}

export interface PathRules {
  /** Milliseconds before a conversion in which touches count. */
  lookback: number;
  /** Whether a conversion ends the path, so that the next one begins anew. */
  reset: boolean;
  /** Whether a touch at the very moment of the conversion counts. */
  includeConversionTouch: boolean;
  /** A touch of the same channel as the one before it, at most so many milliseconds later, is the same visit; negative: each counts. */
  dedupe: number;
  /** Conversions and ends of null paths count within [from, to). */
  from: number;
  to: number;
  /** The end of what was observed: a null path younger than the lookback there may still convert. */
  observedTo: number;
}

export interface JourneyPaths {
  paths: Paths;
  /** Touches too close to the end of the observation to know what became of them, and the runs they make. */
  censored: number;
  censoredTouches: number;
  /** Touches taken for the same visit as the one before. */
  repeated: number;
}

/** Paths being collected, in arrays that grow: pushing to lists of numbers takes several times as long. */
class Growing {
  count = 0;
  starts = new Uint32Array(1024);
  ends = new Uint32Array(1024);
  customer = new Uint32Array(1024);
  at = new Float64Array(1024);
  values = new Float64Array(1024);
  converted = new Uint8Array(1024);

  add(customer: number, start: number, end: number, at: number, converted: 0 | 1, value: number): void {
    if (this.count === this.starts.length) this.#grow();
    const path = this.count++;
    this.starts[path] = start;
    this.ends[path] = end;
    this.customer[path] = customer;
    this.at[path] = at;
    this.values[path] = value;
    this.converted[path] = converted;
  }

  #grow(): void {
    const length = 2 * this.count;
    const copied = <T extends Uint32Array | Float64Array | Uint8Array>(all: T, from: T): T => {
      all.set(from);
      return all;
    };
    this.starts = copied(new Uint32Array(length), this.starts);
    this.ends = copied(new Uint32Array(length), this.ends);
    this.customer = copied(new Uint32Array(length), this.customer);
    this.at = copied(new Float64Array(length), this.at);
    this.values = copied(new Float64Array(length), this.values);
    this.converted = copied(new Uint8Array(length), this.converted);
  }
}

/**
 * Builds the paths to each conversion, and those that led to none.
 *
 * A conversion's path are the touches in [max(t − lookback, previous conversion), t], the previous conversion's moment not included. Sales at one
 * moment of one customer are one conversion. After a customer's last conversion, each run of touches with gaps up to the lookback is a path to
 * nothing once its last touch is older than the lookback at the end of the observation; younger runs are left out, since they may still convert.
 *
 * @see Anderl, Becker, von Wangenheim and Schumann (2016), Mapping the customer journey
 */
export function journeyPaths(events: PathEvents, rules: PathRules): JourneyPaths {
  const { offsets, time, touch, conversion, value } = events;
  const { lookback, reset, includeConversionTouch, dedupe, from, to, observedTo } = rules;
  const customers = offsets.length - 1;
  const channel = new Int32Array(time.length);
  const moments = new Float64Array(time.length);
  const made = new Growing();
  let touches = 0;
  let censored = 0;
  let censoredTouches = 0;
  let repeated = 0;
  for (let customer = 0; customer < customers; customer++) {
    const end = offsets[customer + 1]!;
    const own = touches;
    let after = touches;
    let open = touches;
    let lastChannel = -1;
    let lastTime = 0;
    let event = offsets[customer]!;
    while (event < end) {
      const now = time[event]!;
      let sold = 0;
      let worth = 0;
      const before = touches;
      // All events of one moment together: their order in the file says nothing about which came first.
      do {
        const code = touch[event]!;
        if (code >= 0) {
          if (code === lastChannel && now - lastTime <= dedupe) repeated++;
          else {
            channel[touches] = code;
            moments[touches++] = now;
          }
          lastChannel = code;
          lastTime = now;
        }
        if (conversion[event] === 1) {
          sold = 1;
          if (value !== null && !Number.isNaN(value[event])) worth += value[event]!;
        }
        event++;
      } while (event < end && time[event] === now);
      if (sold === 0) continue;
      if (!includeConversionTouch) touches = before;
      if (now >= from && now < to) {
        if (!reset) open = own;
        while (open < touches && moments[open]! < now - lookback) open++;
        made.add(customer, open, touches, now, 1, worth);
      }
      open = touches;
      after = touches;
      lastChannel = -1;
    }
    for (let start = after; start < touches;) {
      let stop = start + 1;
      while (stop < touches && moments[stop]! - moments[stop - 1]! <= lookback) stop++;
      const last = moments[stop - 1]!;
      if (last >= from && last < to) {
        if (observedTo - last > lookback) made.add(customer, start, stop, last, 0, 0);
        else {
          censored++;
          censoredTouches += stop - start;
        }
      }
      start = stop;
    }
  }
  const { count } = made;
  const nulls = new Float64Array(count);
  for (let path = 0; path < count; path++) nulls[path] = 1 - made.converted[path]!;
  return {
    paths: {
      count,
      channels: events.channels,
      starts: made.starts.subarray(0, count),
      ends: made.ends.subarray(0, count),
      channel: channel.subarray(0, touches),
      time: moments.subarray(0, touches),
      at: made.at.subarray(0, count),
      customer: made.customer.subarray(0, count),
      conversions: Float64Array.from(made.converted.subarray(0, count)),
      nulls,
      values: made.values.subarray(0, count),
    },
    censored,
    censoredTouches,
    repeated,
  };
}

const day = 86_400_000;
/** Local days whose offset is remembered: 1900 to 2100. */
const firstDay = -25_567;
const lastDay = 47_846;
/** Days looked up together; clocks are not changed twice within so few. */
const together = 8;
const unknown = -0x8000_0000;
const changes = 0x7fff_ffff;

/** A change of a zone's offset from UTC. */
interface Change {
  /** The first instant of the new offset. */
  at: number;
  before: number;
  after: number;
}

/** Milliseconds a zone is ahead of UTC at an instant, from its written form "GMT+01:00". */
function offsetReader(zone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  return (instant) => {
    const name = format.formatToParts(instant).find((part) => part.type === "timeZoneName")?.value ?? "GMT";
    const [, sign, hours, minutes, seconds] = /^GMT([+-])(\d+):(\d+)(?::(\d+))?$/.exec(name) ?? [];
    if (sign === undefined) return 0;
    const ahead = Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds ?? 0) * 1000;
    return sign === "-" ? -ahead : ahead;
  };
}

/**
 * How to read what a clock on the wall shows in a zone: from local milliseconds, counted as if the wall were in UTC, to UTC.
 *
 * An hour that occurs twice is its first occurrence; one that is skipped is moved forward, as java.time and Temporal ("compatible") do.
 *
 * @throws {RangeError} If the zone is not an IANA name.
 */
export function wallClock(zone: string): (wall: number) => number {
  if (zone === "UTC") return (wall) => wall;
  const offsetAt = offsetReader(zone);
  const offsets = new Int32Array(lastDay - firstDay + 1).fill(unknown);
  const changeOn = new Map<number, Change>();

  /** The change between two instants with different offsets, found by halving to the second. */
  const changeBetween = (from: number, to: number): Change => {
    const before = offsetAt(from);
    let low = from;
    let high = to;
    while (high - low > 1000) {
      const middle = Math.floor((low + high) / 2000) * 1000;
      if (offsetAt(middle) === before) low = middle;
      else high = middle;
    }
    return { at: high, before, after: offsetAt(high) };
  };
  const offsetIn = (change: Change, wall: number): number => {
    const { at, before, after } = change;
    return wall - before >= at && wall - after >= at ? after : before;
  };
  /** Remembers the offset of the days around one where it is the same before and after them. */
  const rememberAround = (date: number): void => {
    const from = date - ((date - firstDay) % together);
    const offset = offsetAt((from - 1) * day);
    if (offset === offsetAt((from + together + 1) * day)) offsets.fill(offset, from - firstDay, from - firstDay + together);
  };
  const lookUp = (date: number): number => {
    const from = (date - 1) * day;
    const to = (date + 2) * day;
    const before = offsetAt(from);
    if (before === offsetAt(to)) return before;
    changeOn.set(date, changeBetween(from, to));
    return changes;
  };

  return (wall) => {
    const date = Math.floor(wall / day);
    const remembered = date >= firstDay && date <= lastDay;
    let offset = remembered ? offsets[date - firstDay]! : lookUp(date);
    if (offset === unknown) {
      rememberAround(date);
      offset = offsets[date - firstDay]!;
      if (offset === unknown) offsets[date - firstDay] = offset = lookUp(date);
    }
    return wall - (offset === changes ? offsetIn(changeOn.get(date)!, wall) : offset);
  };
}

/** A time zone's clock. All times are whole milliseconds. */
export interface Zone {
  /** What to add to a UTC time to get what the clock shows. */
  offset(utcMs: number): number;
  /** The UTC time at which the clock shows a local time: the earlier one where it shows it twice, the later one where it skips it. */
  toUtc(localMs: number): number;
}

/** The clock changes of one block of time. Change `i` is at `at[i]` and sets `offsets[i + 1]`; `offsets[0]` holds from the block's start. */
interface Block {
  at: number[];
  offsets: number[];
}

const day = 86_400_000;
/** About 13 months, so that a block rarely holds more than four changes. */
const blockLength = 2 ** 35;
/** Shorter than the shortest spell between two changes on record: Morocco's month of Ramadan. */
const probe = blockLength / 64;
const latest = 8.64e15;

function reader(name: string): (utcMs: number) => number {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset" });
  return (utcMs) => {
    const text = format.formatToParts(Math.max(-latest, Math.min(latest, utcMs))).find((part) => part.type === "timeZoneName")!.value;
    const match = /([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(text);
    if (match === null) return 0;
    const seconds = Number(match[2]) * 3_600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
    return (match[1] === "-" ? -1_000 : 1_000) * seconds;
  };
}

/** The moment between two times at which the clock changes, to the millisecond. */
function changeBetween(read: (utcMs: number) => number, before: number, after: number): number {
  const old = read(before);
  let low = before;
  let high = after;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (read(middle) === old) low = middle;
    else high = middle;
  }
  return high;
}

function findBlock(read: (utcMs: number) => number, start: number): Block {
  const block: Block = { at: [], offsets: [read(start)] };
  for (let from = start; from < start + blockLength; from += probe) {
    const offset = read(from + probe);
    if (offset === block.offsets.at(-1)) continue;
    const change = changeBetween(read, from, from + probe);
    if (change >= start + blockLength) continue;
    block.at.push(change);
    block.offsets.push(offset);
  }
  return block;
}

function build(name: string): Zone {
  const read = reader(name);
  const blocks = new Map<number, Block>();
  let lastIndex = Number.NaN;
  let last: Block = { at: [], offsets: [0] };

  const offset = (utcMs: number): number => {
    const index = Math.floor(utcMs / blockLength);
    if (index !== lastIndex) {
      let block = blocks.get(index);
      if (block === undefined) blocks.set(index, (block = findBlock(read, index * blockLength)));
      lastIndex = index;
      last = block;
    }
    const { at, offsets } = last;
    let change = 0;
    while (change < at.length && at[change]! <= utcMs) change++;
    return offsets[change]!;
  };

  const toUtc = (localMs: number): number => {
    const earlier = localMs - offset(localMs - day);
    if (earlier + offset(earlier) === localMs) return earlier;
    const later = localMs - offset(localMs + day);
    return later + offset(later) === localMs ? later : earlier;
  };

  return { offset, toUtc };
}

const utc: Zone = { offset: () => 0, toUtc: (localMs) => localMs };
const zones = new Map<string, Zone>([["UTC", utc]]);

/**
 * The clock of an IANA time zone, summer time and past changes included.
 *
 * Changes are found once per stretch of time and kept, so asking again costs a few nanoseconds. Times far in the future follow today's rules.
 *
 * @param name Such as "Europe/Berlin" or "UTC".
 * @throws {RangeError} If there is no such zone.
 * @example zone("Europe/Berlin").offset(Date.UTC(2025, 6, 1)) // 7200000
 */
export function zone(name: string): Zone {
  let found = zones.get(name);
  if (found === undefined) zones.set(name, (found = build(name)));
  return found;
}

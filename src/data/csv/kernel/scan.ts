const quote: u8 = 34;
const lineFeed: u8 = 10;
const carriageReturn: u8 = 13;

/** Where the last scan stopped: at a record that is not plain, or after the last. */
let stopped: i32 = 0;
/** How many lines the last scan left behind. */
let passed: i32 = 0;

export function position(): i32 {
  return stopped;
}

export function lines(): i32 {
  return passed;
}

function marksOf(bytes: v128, delimiters: v128): u64 {
  const ends = v128.or(i8x16.eq(bytes, i8x16.splat(lineFeed)), i8x16.eq(bytes, i8x16.splat(carriageReturn)));
  return <u64>(<u32>i8x16.bitmask(v128.or(ends, i8x16.eq(bytes, delimiters))));
}

/** One bit for each of 64 bytes: whether it is the delimiter or may end a line. */
function marks(at: usize, delimiters: v128): u64 {
  return (
    marksOf(v128.load(at), delimiters) |
    (marksOf(v128.load(at, 16), delimiters) << 16) |
    (marksOf(v128.load(at, 32), delimiters) << 32) |
    (marksOf(v128.load(at, 48), delimiters) << 48)
  );
}

/** The first quote or line feed from a place on. */
function quoteOrLine(at: usize): usize {
  while (true) {
    const bytes = v128.load(at);
    const found = i8x16.bitmask(v128.or(i8x16.eq(bytes, i8x16.splat(quote)), i8x16.eq(bytes, i8x16.splat(lineFeed))));
    if (found !== 0) return at + ctz(found);
    at += 16;
  }
}

/**
 * Finds plain records: complete, as wide as the table or wider by empty values, each value without quotes or quoted whole with no quote inside.
 * The first that is anything else stops it. A line feed must stand at `to`, and 64 bytes after it may be read.
 *
 * @returns The number of records there are now.
 */
export function scan(
  bytes: usize,
  from: i32,
  to: i32,
  delimiter: i32,
  width: i32,
  rows: i32,
  limit: i32,
  starts: usize,
  ends: usize,
  counts: usize,
): i32 {
  const delimiters = i8x16.splat(<i8>delimiter);
  const last = bytes + to;
  let at = bytes + from;
  let record = at;
  let block = at;
  let mask = marks(block, delimiters);
  passed = 0;
  while (rows < limit && at < last) {
    record = at;
    let field: usize = (rows * width) << 2;
    let count: i32 = 0;
    let more: i32 = 1;
    let byte: u8 = 0;
    let plain = true;
    for (;;) {
      let start = at;
      let end: usize;
      if (load<u8>(at) === quote) {
        start = ++at;
        for (;;) {
          at = quoteOrLine(at);
          if (at >= last || load<u8>(at) === quote) break;
          more++;
          at++;
        }
        end = at++;
        if (at >= last) {
          plain = false;
          break;
        }
        byte = load<u8>(at);
        if (byte !== <u8>delimiter && byte !== lineFeed && byte !== carriageReturn) {
          plain = false;
          break;
        }
        if (at - block >= 63) {
          block = at + 1;
          mask = marks(block, delimiters);
        } else mask &= (<u64>-2) << (<u64>(at - block));
      } else {
        while (mask === 0) {
          block += 64;
          mask = marks(block, delimiters);
        }
        at = block + <usize>ctz(mask);
        mask &= mask - 1;
        end = at;
        byte = load<u8>(at);
        // A line of blanks is no record.
        if (width === 1 && (end === start || load<u8>(start) === 32)) {
          plain = false;
          break;
        }
      }
      if (count < width) {
        store<i32>(starts + field, <i32>(start - bytes));
        store<i32>(ends + field, <i32>(end - bytes));
        field += 4;
      } else if (end > start) {
        plain = false;
        break;
      }
      count++;
      at++;
      if (byte !== <u8>delimiter) break;
    }
    // A record that ends where the bytes do may go on in the next piece.
    if (!plain || count < width || at > last || (byte === carriageReturn && at >= last)) {
      at = record;
      break;
    }
    if (byte === carriageReturn && load<u8>(at) === lineFeed) {
      at++;
      if (at - block >= 64) {
        block = at;
        mask = marks(block, delimiters);
      } else mask &= (<u64>-1) << (<u64>(at - block));
    }
    store<i32>(counts + (rows << 2), count);
    passed += more;
    rows++;
  }
  stopped = <i32>(at - bytes);
  return rows;
}

import { isMissing } from "./missing";

const high: u64 = 0x8080_8080_8080_8080;
const monthStarts: usize = memory.data<u16>([0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]);
const monthLengths: usize = memory.data<u8>([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
const powers: usize = memory.data<f64>([0, 100_000, 10_000, 1000, 100, 10, 1]);

function digit(word: u64, at: u64): u32 {
  return <u32>((word >>> (at << 3)) & 15);
}

/** Days since 1970-01-01 of a date of the Gregorian calendar; i32.MIN_VALUE when there is no such day. */
function civilDays(year: u32, month: u32, day: u32): i32 {
  if (month - 1 > 11 || day === 0 || day > <u32>load<u8>(monthLengths + month - 1)) return i32.MIN_VALUE;
  const leap = (year & 3) === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2 && day === 29 && !leap) return i32.MIN_VALUE;
  // Counted from 400 years earlier, so that nothing is below zero.
  const before = year + 399;
  const leapDays = (before >>> 2) - before / 100 + before / 400;
  const ofYear = <u32>load<u16>(monthStarts + ((month - 1) << 1)) + u32(leap && month > 2) + day;
  return <i32>(before * 365 + leapDays + ofYear) - 865_260;
}

/**
 * Reads a column of times that are all written in one layout to milliseconds, NaN for missing; stops at the first value that is not.
 *
 * @param separator The byte between date and time, 0 for a date alone.
 * @param seconds Whether there are seconds. @param fraction Digits after their point.
 * @param suffixLow The suffix's first four bytes. @param suffixHigh And its next. @param suffixLength How many there are, at most 6.
 * @returns How many were read.
 */
export function stamps(
  bytes: usize,
  starts: usize,
  ends: usize,
  stride: u32,
  rows: u32,
  walls: usize,
  separator: u32,
  seconds: u32,
  fraction: u32,
  suffixLow: u32,
  suffixHigh: u32,
  suffixLength: u32,
): u32 {
  const suffix: u64 = ((<u64>suffixHigh) << 32) | suffixLow;
  const suffixBits: u64 = ((<u64>1) << (<u64>(suffixLength << 3))) - 1;
  const plainLength: u32 = separator === 0 ? 10 : seconds !== 0 ? 19 : 16;
  const length: u32 = plainLength + (fraction > 0 ? fraction + 1 : 0) + suffixLength;
  // XOR leaves digits where digits should be and 0 where a separator should; a separator may then be no more than 0, a digit no more than 9.
  const clockZeros: u64 = separator === 0 ? 0x3030 : 0x3030_3a30_3000_3030 | ((<u64>separator) << 16);
  const clockLimits: u64 = separator === 0 ? 0x7676 : 0x7676_7f76_767f_7676;
  const clockBits: u64 = separator === 0 ? 0xffff : -1;
  let field: usize = 0;
  for (let row: u32 = 0; row < rows; row++, field += stride) {
    const start = bytes + load<i32>(starts + field);
    const given = <u32>(load<i32>(ends + field) - load<i32>(starts + field));
    let wall: f64 = NaN;
    if (given === length) {
      const date = load<u64>(start) ^ 0x2d30_302d_3030_3030;
      const clock = (load<u64>(start, 8) & clockBits) ^ clockZeros;
      const rest: u64 = seconds !== 0 ? (<u64>load<u32>(start, 16) & 0xff_ffff) ^ 0x30_303a : 0;
      const strays = (date + 0x7f76_767f_7676_7676) | date | (clock + clockLimits) | clock | (rest + 0x76_767f) | rest;
      const hours = digit(clock, 3) * 10 + digit(clock, 4);
      const minutes = digit(clock, 6) * 10 + digit(clock, 7);
      const sixties = digit(rest, 1) * 10 + digit(rest, 2);
      const days = civilDays(
        digit(date, 0) * 1000 + digit(date, 1) * 100 + digit(date, 2) * 10 + digit(date, 3),
        digit(date, 5) * 10 + digit(date, 6),
        digit(clock, 0) * 10 + digit(clock, 1),
      );
      if ((strays & high) === 0 && days !== i32.MIN_VALUE && hours < 24 && minutes < 60 && sixties < 60) {
        wall = <f64>days * 86_400_000 + <f64>((hours * 3600 + minutes * 60 + sixties) * 1000);
        let at = start + plainLength;
        if (fraction > 0) {
          let part: u32 = 0;
          if (load<u8>(at) !== 46) wall = NaN;
          for (const last = at + fraction; at++ < last;) {
            const value = <u32>load<u8>(at) - 48;
            if (value > 9) wall = NaN;
            part = part * 10 + value;
          }
          wall += (<f64>part * load<f64>(powers + (fraction << 3))) / 1000;
        }
        if (suffixLength > 0 && (load<u64>(at) & suffixBits) !== suffix) wall = NaN;
      }
    }
    if (isNaN(wall) && !isMissing(start, given)) return row;
    store<f64>(walls + (row << 3), wall);
  }
  return rows;
}

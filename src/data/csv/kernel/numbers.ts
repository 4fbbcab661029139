import { isMissing } from "./missing";

const powers: usize = memory.data<f64>([1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15]);
const minus: u8 = 45;

/**
 * Reads a column of whole numbers of at most nine digits, i32.MIN_VALUE for missing; stops at the first value written otherwise.
 *
 * @returns How many were read.
 */
export function integers(bytes: usize, starts: usize, ends: usize, stride: u32, rows: u32, values: usize): u32 {
  let field: usize = 0;
  for (let row: u32 = 0; row < rows; row++, field += stride) {
    const start = bytes + load<i32>(starts + field);
    const end = bytes + load<i32>(ends + field);
    let value: i32 = i32.MIN_VALUE;
    if (start !== end) {
      const negative = load<u8>(start) === minus;
      let at = negative ? start + 1 : start;
      const length = end - at;
      let sum = <u32>load<u8>(at) - 48;
      let plain = length > 0 && length < 10 && sum < 10 && (sum > 0 || (length === 1 && !negative));
      while (plain && ++at < end) {
        const digit = <u32>load<u8>(at) - 48;
        plain = digit < 10;
        sum = sum * 10 + digit;
      }
      if (plain) value = negative ? -(<i32>sum) : <i32>sum;
      else if (!isMissing(start, <u32>(end - start))) return row;
    }
    store<i32>(values + (row << 2), value);
  }
  return rows;
}

/**
 * Reads a column of numbers of at most 15 digits with no needless zeros before the point, NaN for missing, and how many decimals each is
 * written with; stops at the first value written otherwise.
 *
 * @param point The byte of the decimal sign.
 * @returns How many were read.
 */
export function numbers(bytes: usize, starts: usize, ends: usize, stride: u32, rows: u32, values: usize, decimals: usize, point: u32): u32 {
  let field: usize = 0;
  for (let row: u32 = 0; row < rows; row++, field += stride) {
    const start = bytes + load<i32>(starts + field);
    const end = bytes + load<i32>(ends + field);
    let value: f64 = NaN;
    let scale: u32 = 0;
    if (start !== end) {
      const negative = load<u8>(start) === minus;
      const first = negative ? start + 1 : start;
      let plain = end - first <= 16;
      let sum: u64 = 0;
      const last = plain ? end : first;
      let at = first;
      for (; at < last; at++) {
        const digit = <u32>load<u8>(at) - 48;
        if (digit > 9) break;
        sum = sum * 10 + digit;
      }
      const digits = <u32>(at - first);
      plain = plain && digits > 0 && (digits === 1 || load<u8>(first) !== 48);
      if (plain && at === end) plain = digits < 16;
      else if (plain) {
        plain = <u32>load<u8>(at) === point && at + 1 !== end;
        scale = <u32>(end - at) - 1;
        for (at++; plain && at < end; at++) {
          const digit = <u32>load<u8>(at) - 48;
          plain = digit < 10;
          sum = sum * 10 + digit;
        }
      }
      if (plain && !(negative && sum === 0)) {
        // Both are exact, so the quotient is the nearest double.
        const size = <f64>sum / load<f64>(powers + (scale << 3));
        value = negative ? -size : size;
      } else if (isMissing(start, <u32>(end - start))) scale = 0;
      else return row;
    }
    store<f64>(values + (row << 3), value);
    store<u8>(decimals + row, <u8>scale);
  }
  return rows;
}

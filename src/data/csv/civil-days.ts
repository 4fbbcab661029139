const monthStarts = Int32Array.of(0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334);
const monthLengths = Int32Array.of(31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31);

/** Days since 1970-01-01 of a date of the Gregorian calendar, months from 1; NaN when there is no such day. */
export function civilDays(year: number, month: number, day: number): number {
  if (month < 1 || month > 12 || day < 1 || day > monthLengths[month - 1]!) return NaN;
  const leap = (year & 3) === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2 && day === 29 && !leap) return NaN;
  // Counted from 400 years earlier, so that divisions of whole numbers need not round below zero.
  const before = year + 399;
  const leapDays = (before >> 2) - ((before / 100) | 0) + ((before / 400) | 0);
  return before * 365 + leapDays + monthStarts[month - 1]! + (leap && month > 2 ? 1 : 0) + day - 865_260;
}

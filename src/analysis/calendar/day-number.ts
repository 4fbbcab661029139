/**
 * The number of a date: days since 1970-01-01, negative before it.
 *
 * A day or month out of range rolls over: `dayNumber(2024, 13, 1)` is 2025-01-01 and `dayNumber(2025, 2, 30)` is 2025-03-02.
 *
 * Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013).
 *
 * @param month 1 is January.
 * @example dayNumber(1970, 1, 2) // 1
 */
export function dayNumber(year: number, month: number, day: number): number {
  const months = year * 12 + (month - 1);
  const fromMarch = (((months - 2) % 12) + 12) % 12;
  const marchYear = Math.floor((months - 2) / 12);
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + Math.floor((153 * fromMarch + 2) / 5) + day - 1;
  return era * 146_097 + dayOfEra - 719_468;
}

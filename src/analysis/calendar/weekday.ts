/**
 * The day of the week: 1 is Monday, 7 is Sunday.
 *
 * @param day Days since 1970-01-01, which was a Thursday.
 * @example weekday(0) // 4
 */
export function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

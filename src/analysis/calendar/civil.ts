/** A date of the proleptic Gregorian calendar. `month` is 1 to 12, `day` 1 to 31. */
export interface CivilDate {
  year: number;
  month: number;
  day: number;
}

/**
 * The date of a day number: days since 1970-01-01, negative before it.
 *
 * Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013).
 *
 * @param dayNumber A whole number.
 * @example civil(0) // { year: 1970, month: 1, day: 1 }
 */
export function civil(dayNumber: number): CivilDate {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
export const week = 7 * day;

/** Midnight of 1 January 2024 in Berlin. All times are UTC milliseconds. */
export const start = Date.UTC(2023, 11, 31, 23);
/** The evening the files were exported. */
export const end = Date.UTC(2025, 11, 17, 19);

const lastSunday = (year: number, month: number): number => {
  const last = new Date(Date.UTC(year, month + 1, 0, 1));
  return last.getTime() - last.getUTCDay() * day;
};

/** A moment moved so that its UTC fields read as Berlin's clock. */
export function berlin(at: number): Date {
  const year = new Date(at).getUTCFullYear();
  const isSummer = at >= lastSunday(year, 2) && at < lastSunday(year, 9);
  return new Date(at + (isSummer ? 2 : 1) * hour);
}

/** `2025-03-01T13:05:09Z` */
export const utc = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

/** `2025-03-01 14:05:09`, in Berlin */
export const local = (at: number): string => berlin(at).toISOString().slice(0, 19).replace("T", " ");

/** `2025-03-01`, in Berlin */
export const localDay = (at: number): string => local(at).slice(0, 10);

const clock = (date: Date): string => date.toISOString().slice(11, 16);

/** `1.3.2025 14:05`, in Berlin */
export function dotted(at: number): string {
  const date = berlin(at);
  return `${date.getUTCDate()}.${date.getUTCMonth() + 1}.${date.getUTCFullYear()} ${clock(date)}`;
}

/** `1/3/2025 14:05`, in Berlin */
export const slashed = (at: number): string => dotted(at).replace(".", "/").replace(".", "/");

/** The month in Berlin, 1 to 12. */
export const monthOf = (at: number): number => berlin(at).getUTCMonth() + 1;

/** Whether the stores are closed all day. */
export const isSunday = (at: number): boolean => berlin(at).getUTCDay() === 0;

/** Whether prices are cut: two weeks in January and July, and the end of November. */
export function isSale(at: number): boolean {
  const month = monthOf(at);
  const date = berlin(at).getUTCDate();
  return (month === 1 && date >= 8 && date <= 21) || (month === 7 && date <= 14) || (month === 11 && date >= 20);
}

/** A week of the data, and what holds in it. */
export interface Week {
  index: number;
  /** Its first moment. */
  at: number;
  month: number;
  isSale: boolean;
}

/** All weeks of the data. */
export const weeks: readonly Week[] = Array.from({ length: Math.ceil((end - start) / week) }, (_, index) => {
  const at = start + index * week;
  return { index, at, month: monthOf(at), isSale: isSale(at) };
});

/** The number of the week a moment is in, from 0. */
export const weekOf = (at: number): number => Math.floor((at - start) / week);

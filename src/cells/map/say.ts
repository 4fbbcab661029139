import type { Interval } from "../../analysis/intervals/interval.ts";

/** A share in per cent, with a decimal where it is small. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(share > 0 && share < 0.03 ? 1 : 0)}%`;
}

/** "4 to 9 points", of a difference of shares with both bounds on one side of 0. */
export function points({ lower, upper }: Interval): string {
  const [near, far] = [Math.abs(lower), Math.abs(upper)].sort((left, right) => left - right) as [number, number];
  const digits = near < 0.02 ? 1 : 0;
  return `${(near * 100).toFixed(digits)} to ${(far * 100).toFixed(digits)} points`;
}

/** A feeling from −1 to +1 with its sign: "+0.31", "−0.18". */
export function feelingText(value: number): string {
  const text = Math.abs(value).toFixed(2);
  if (text === "0.00") return text;
  return `${value < 0 ? "−" : "+"}${text}`;
}

/** "12 answers", "1 answer". */
export function several(count: number, word: string): string {
  return `${count.toLocaleString("en-US")} ${word}${count === 1 ? "" : "s"}`;
}

/** What each scale asks for, in words. */
export const sourceWords: Readonly<Record<string, string>> = { nps: "recommendation (NPS)", csat: "satisfaction (CSAT)", ces: "ease (CES)" };

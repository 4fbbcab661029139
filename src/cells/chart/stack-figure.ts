import { numberOf, type DrawnMark } from "./marks-figure.ts";

/** A mark with the two ends it is drawn between. */
export interface StackedMark {
  mark: DrawnMark;
  low: number;
  high: number;
}

/**
 * Puts the marks of one place on top of each other in the order of their colours: positive ones upwards from 0, negative ones downwards.
 *
 * @param order The colours, from the bottom up.
 * @param key What tells places apart.
 * @param isShare Whether each place fills the whole: its values are divided by their sum.
 */
export function stacked(marks: readonly DrawnMark[], order: readonly string[], key: (mark: DrawnMark) => unknown, isShare: boolean): StackedMark[] {
  const ranked = marks.toSorted((a, b) => order.indexOf(a.colour) - order.indexOf(b.colour));
  const totals = new Map<unknown, number>();
  for (const mark of marks) totals.set(key(mark), (totals.get(key(mark)) ?? 0) + Math.abs(numberOf(mark, "y") ?? 0));
  const ends = new Map<unknown, { up: number; down: number }>();
  return ranked.map((mark) => {
    const place = key(mark);
    const end = ends.get(place) ?? { up: 0, down: 0 };
    ends.set(place, end);
    const whole = isShare ? totals.get(place)! || 1 : 1;
    const value = (numberOf(mark, "y") ?? 0) / whole;
    if (value >= 0) {
      end.up += value;
      return { mark, low: end.up - value, high: end.up };
    }
    end.down += value;
    return { mark, low: end.down, high: end.down - value };
  });
}

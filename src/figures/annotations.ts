import * as Plot from "@observablehq/plot";
import { date, dateRange } from "./formats/date.ts";
import { textWidth } from "./text-width.ts";
import { variable } from "./theme.ts";

/** Something that happened on a local ISO date, or from it to another, which belongs to it. */
export interface Annotation {
  from: string;
  to?: string;
  text: string;
}

const size = 11;
const lineHeight = 13;

const day = 86_400_000;
const dayAfter = (iso: string): string => new Date(Date.parse(iso) + day).toISOString().slice(0, 10);

/** Where an annotation stands on an axis of time. */
interface Placed {
  x: number;
  /** Where it ends, for what lasted. */
  end: number | null;
  text: string;
  /** Which line of labels it has room in, from the top. */
  level: number;
}

/**
 * Where annotations and their labels stand: each label right of its day, in the first line that has room. What lies outside of the axis is
 * left out; what lasted into it begins at its edge.
 *
 * @param toX The place of a local ISO date in px.
 * @param ends The first and last place of the axis, in px.
 */
export function placedAnnotations(annotations: readonly Annotation[], toX: (day: string) => number, ends: readonly [number, number]): Placed[] {
  const [left, right] = ends;
  const taken: number[] = [];
  return annotations
    .map(({ from, to, text }) => ({ x: toX(from), end: to === undefined ? null : toX(dayAfter(to)), text }))
    .filter(({ x, end }) => x <= right && (end ?? x) >= left)
    .sort((a, b) => a.x - b.x)
    .map(({ x, end, text }) => {
      const start = Math.max(left, x);
      const free = taken.findIndex((until) => until <= start);
      const level = free < 0 ? taken.length : free;
      taken[level] = start + textWidth(text, size) + 12;
      return { x: start, end: end === null ? null : Math.min(right, end), text, level };
    });
}

/**
 * Annotations as marks of a figure over time: a dashed line at the day, a pale band for what lasted, and the words beside it.
 *
 * For figures whose horizontal scale is in px (type "identity").
 *
 * @param frame The place of a local ISO date, the ends of the axis, and its top and bottom, all in px.
 */
export function annotationMarks(
  annotations: readonly Annotation[],
  frame: { toX: (day: string) => number; ends: readonly [number, number]; top: number; bottom: number },
): Plot.Markish[] {
  const placed = placedAnnotations(annotations, frame.toX, frame.ends);
  if (placed.length === 0) return [];
  const y = { y1: () => frame.top, y2: () => frame.bottom };
  const lasting = placed.filter(({ end }) => end !== null);
  return [
    Plot.rect(lasting, { x1: "x", x2: ({ end }: Placed) => end!, ...y, fill: variable("ink-3"), fillOpacity: 0.08 }),
    Plot.link(placed, { x1: "x", x2: "x", ...y, stroke: variable("ink-3"), strokeDasharray: "3 3" }),
    Plot.text(placed, {
      x: ({ x }: Placed) => x + 4,
      y: ({ level }: Placed) => frame.top + 6 + level * lineHeight,
      text: "text",
      textAnchor: "start",
      fontSize: size,
      fill: variable("ink-2"),
      stroke: variable("paper"),
      strokeWidth: 4,
    }),
  ];
}

/** A line of a figure that begins with a period, and what happened in it. */
export interface MarkedLine {
  line: number;
  /** What happened and when. */
  text: string;
  /** Only what happened, where there is less room. */
  short: string;
}

/** A day more than the longest period of a grain has. */
const longest = { day: 2, week: 8, month: 32, quarter: 93 } as const;

/**
 * The lines, each of one period or several, in which annotations fall: what began before the first or after the last is left out.
 *
 * @param starts The local ISO date each line begins with, in order.
 * @param grain How long the last line's period is.
 */
export function markedLines(
  annotations: readonly Annotation[],
  starts: readonly string[],
  grain: keyof typeof longest,
  locale: string,
): MarkedLine[] {
  const last = starts.at(-1);
  const byLine = new Map<number, { short: string; text: string }[]>();
  for (const { from, to, text } of annotations) {
    const line = starts.findLastIndex((start) => start <= from);
    if (line < 0 || last === undefined || (line === starts.length - 1 && Date.parse(from) - Date.parse(last) >= (longest[grain] - 1) * day)) continue;
    const when = to === undefined ? date(from, locale) : dateRange(from, to, locale);
    byLine.set(line, [...(byLine.get(line) ?? []), { short: text, text: `${text}, ${when}` }]);
  }
  return [...byLine]
    .sort(([a], [b]) => a - b)
    .map(([line, marked]) => ({
      line,
      text: marked.map(({ text }) => text).join("; "),
      short: marked.map(({ short }) => short).join("; "),
    }));
}

/** What a screen reader says of what is marked in a figure; nothing where nothing is. */
export const annotationWords = (marked: readonly MarkedLine[]): string =>
  marked.length === 0 ? "" : ` Marked: ${marked.map(({ text }) => text).join("; ")}.`;

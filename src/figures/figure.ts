import type { Pick } from "../schema/pick.ts";
import type { Table } from "../schema/table.ts";
import type { Annotation } from "./annotations.ts";

/** What the page looks like where a figure is drawn. */
export interface FigureTheme {
  /** Width of the column in CSS pixels. */
  width: number;
  /** The reader's locale, for months and numbers. */
  locale: string;
  /** ISO 4217 code for money, or null. */
  currency: string | null;
  /** The level of the intervals, such as 0.95. */
  level: number;
  timezone: string;
  /** What happened, to be marked on every axis of time; nothing where it is left out. */
  annotations?: readonly Annotation[];
}

/** One figure of a cell: what is drawn, what it says, and the table it is drawn from. */
export interface Figure {
  element: Element;
  /** The first figure's is the cell's title: its finding, or the question where nothing may be claimed. */
  title: string;
  /** Definition and denominator, with the interval method. */
  subtitle: string;
  /** What a screen reader says instead of the picture. */
  alt: string;
  /** Exactly what is drawn: the table twin and the CSV export. */
  drawn: Table;
  legend?: Element;
  /** Drawn for half the column: the page sets two of them side by side where there is room. */
  half?: true;
  /** The customers' mark under an element of the figure, or null where it stands for none. */
  picks?: (mark: Element) => Pick | null;
}

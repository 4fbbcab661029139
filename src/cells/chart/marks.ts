import type { Grain } from "../../schema/settings.ts";
import type { DrawnValues } from "./table-of.ts";
import type { Mark } from "./plan.ts";

/** What one column of the drawn table is for. */
export interface Channel {
  channel: string;
  /** Its name in the drawn table. */
  column: string;
  /** In words: how it was made of which column. */
  made: string;
  grain?: Grain;
}

/** Everything that is drawn, and what was left out. */
export interface Drawing {
  mark: Mark;
  /** How values were taken together; null where each row is drawn. */
  aggregate: string | null;
  channels: Channel[];
  columns: DrawnValues[];
  /** Rows of the table that are in the picture. */
  n: number;
  /** Marks there would be, where not all are drawn. */
  of: number | null;
  excluded: Record<string, number>;
  /** Further tables, such as the single values beyond a box. */
  further: Record<string, DrawnValues[]>;
  notes: { code: string; lead: string; text: string; remedy?: string }[];
}

/** Marks a page is given at most. */
export const mostMarks = 10_000;

import type { Json } from "./json.ts";

/** What a control chooses. */
export const controlKinds = ["grain", "dates", "channel", "segment", "choice", "number", "text"] as const;

export type ControlKind = (typeof controlKinds)[number];

/** One thing the reader may choose, and what is chosen: `{"name":"period","kind":"grain","options":["week","month"],"value":"month"}`. */
export interface ControlLine {
  /** What parameters follow: no two controls of a notebook have the same. */
  name: string;
  kind: ControlKind;
  label?: string;
  /** The cell whose values a channel or segment control offers. */
  from?: string;
  /** The column of a channel control, by which it also filters. */
  column?: string;
  /** What may be chosen; of a channel or segment whatever the data has, where it is left out. */
  options?: string[];
  min?: number;
  max?: number;
  /** Null is no choice: all the dates, channels or segments. */
  value: Json;
}

import type { FigureTheme } from "../../figures/figure.ts";
import type { Tip } from "../../figures/tip.ts";
import type { Pick } from "../../schema/pick.ts";
import type { Atlas } from "./atlas-figure.ts";
import type { Pen } from "./pen-figure.ts";

/** What the lanes of the map are drawn on. A lane is drawn from a height on, and returns the height below it. */
export interface Wall extends Pen {
  atlas: Atlas;
  theme: FigureTheme;
  width: number;
  /** The left edge of a stage's column, and how wide each is. */
  left: (stage: number) => number;
  column: number;
  names: number;
  /** The paint of what has too few customers to be compared. */
  hatched: string;
  /** Makes a mark of something drawn: what it says, and the row of the result it stands for. */
  mark: (drawn: Element, pick: Pick, tip: () => Tip) => void;
}

/** The row of the main table a cell is. */
export function cellPick(stage: string, touchpoint: string): Pick {
  return { table: "main", row: { stage, touchpoint } };
}

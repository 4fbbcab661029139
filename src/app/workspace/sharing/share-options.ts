import type { ColumnAction } from "../../../share/gate/column-plan.ts";
import type { Level } from "../../../share/gate/levels.ts";
import type { SharedView } from "../../../share/page/shared-head.ts";

/** What is done to columns, by the cell that reads them: those that go in, or what happens to each. */
export type ShareColumns = Record<string, readonly string[] | Record<string, ColumnAction>>;

/** How a notebook is shared as a page. */
export interface ShareOptions {
  level: Level;
  /** Of the rows of customers renamed: columns by the cell that reads them; what is not said is as the privacy gate plans it. */
  columns?: ShareColumns;
  /** How the page opens; as a report where nothing is said. */
  view?: SharedView;
  /** The fewest customers a group shown has; 10 where nothing is said. */
  k?: number;
  /** Locks the data. */
  passphrase?: string;
}

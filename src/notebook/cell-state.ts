import type { Progress } from "../engine/protocol.ts";
import type { Problem } from "../schema/errors.ts";
import type { CellResult } from "../schema/result.ts";
import type { InputShape } from "../schema/shape.ts";

/** Where a cell is. A cell that is kept shows what it found before it was shared, and cannot run here. */
export type RunState =
  | "fresh"
  | "queued"
  | "running"
  | "done"
  | "cached"
  | "stale"
  | "blocked"
  | "invalid"
  | "cancelled"
  | "error"
  | "missing"
  | "kept";

/** What the page knows of a cell beyond the file. The last result stays while a new one is computed. */
export interface CellState {
  readonly name: string;
  readonly state: RunState;
  /** The last result, and what it was computed from. */
  readonly result: CellResult | null;
  readonly shape: InputShape | null;
  readonly key: string | null;
  /** Whether `result` belongs to the cell as it now stands. */
  readonly current: boolean;
  readonly progress: Progress | null;
  /** Why it is invalid, in error or blocked. */
  readonly problem: Problem | null;
  /** The cell it waits for or is blocked by, or that made it stale. */
  readonly because: string | null;
  /** Milliseconds in the worker of the last run. */
  readonly ms: number | null;
  /** Files it needs and the page does not have. */
  readonly missingFiles: readonly string[];
}

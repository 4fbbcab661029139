import type { Progress } from "../../engine/protocol.ts";
import type { CellState } from "../cell-state.ts";
import type { Entry } from "./results.ts";
import type { Standing } from "./standing.ts";

/**
 * A cell's state as the page sees it.
 *
 * @param entry What is remembered under the standing's key.
 * @param last The state before: its result stays while there is no other.
 */
export function present(
  name: string,
  standing: Standing,
  entry: Entry | undefined,
  last: CellState | undefined,
  progress: Progress | null,
): CellState {
  const { state, key, problem, because, missingFiles } = standing;
  const seen = { name, state, problem, because, missingFiles, progress: state === "running" ? progress : null };
  if (entry === undefined || state === "error") {
    const { result = null, shape = null, key: lastKey = null, ms = null } = last ?? {};
    return { ...seen, result, shape, key: lastKey, ms, current: false };
  }
  const shape = last?.key === key && last?.shape?.name === name ? last.shape : { ...entry.shape, name };
  return { ...seen, result: entry.result, shape, key, ms: entry.ms, current: true };
}

import type { Problem } from "../../schema/errors.ts";
import type { CellState } from "../cell-state.ts";

function sameProblem(a: Problem | null, b: Problem | null): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Whether two states of a cell look the same to everyone. Results and shapes are compared as objects, not by content. */
export function sameState(a: CellState, b: CellState): boolean {
  return (
    a.name === b.name &&
    a.state === b.state &&
    a.result === b.result &&
    a.shape === b.shape &&
    a.key === b.key &&
    a.current === b.current &&
    a.progress === b.progress &&
    a.because === b.because &&
    a.ms === b.ms &&
    a.missingFiles.join("\n") === b.missingFiles.join("\n") &&
    sameProblem(a.problem, b.problem)
  );
}

import type { Problem } from "../../schema/errors.ts";

const quoted = (name: string) => `"${name}"`;

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)!}`;
}

/** Several blocks have one name. */
export function duplicateProblem(name: string, count: number): Problem {
  return { problem: `${count} cells are named "${name}".`, remedy: "Give each of them a name of its own." };
}

/** Cells wait for each other. `path` names each cell and the one it reads next. */
export function cycleProblem(path: readonly string[]): Problem {
  if (path.length === 1) return { problem: `"${path[0]!}" reads itself.`, remedy: "Let it read another cell." };
  const steps = path.map((name, at) => `${name} reads ${path[(at + 1) % path.length]!}`);
  return {
    problem: `${listed(path.map(quoted))} wait for each other: ${steps.join(", ")}.`,
    remedy: "Let one of them read a cell outside this circle.",
  };
}

/** A parameter names a cell that is not there. */
export function missingCellProblem(name: string, param: string | null): Problem {
  return {
    problem: `There is no cell "${name}".`,
    remedy: "Choose another cell, or add one with that name.",
    ...(param === null ? {} : { param }),
  };
}

/** A parameter names a cell that gives something else than what is read. */
export function wrongInputProblem(param: string, name: string, gives: string, accepts: readonly string[]): Problem {
  const needed = accepts.map((provides) => (provides === "segments" || provides === "values" ? provides : `a ${provides}`)).join(" or ");
  return { problem: `"${param}" needs ${needed}, and "${name}" gives ${gives}.`, remedy: "Choose another cell.", param };
}

/** Files a cell reads are not on the page. */
export function missingFilesProblem(names: readonly string[]): Problem {
  const [is, them] = names.length === 1 ? ["is", "it"] : ["are", "them"];
  return { problem: `${listed(names.map(quoted))} ${is} not here.`, remedy: `Drop ${them} on the page, or choose another file.` };
}

/** There is no such kind of cell, or not in the major the file was written for. */
export function unknownKindProblem(kind: string, major: number | null): Problem {
  return major === null
    ? { problem: `There is no kind of cell "${kind}".`, remedy: "Choose another kind, or open the notebook with a newer Journeybook." }
    : {
        problem: `This cell is written for "${kind}@${major}".`,
        remedy: "Bring it to the present meaning, or open the notebook with a newer Journeybook.",
      };
}

/** A cell cannot run because of another one. */
export function blockedProblem(root: string, cause: Problem): Problem {
  return { problem: `Waits for "${root}": ${cause.problem}`, remedy: cause.remedy };
}

/** The cell others wait for was stopped. */
export const stoppedProblem: Problem = { problem: "It was stopped.", remedy: "Run it again." };

/** A block that others refer to could not be read. */
export function unknownBlockProblem(problem: string): Problem {
  return { problem, remedy: "Mend that cell first." };
}

/** The worker drops a value as fast as it is made. */
export const tooLargeProblem: Problem = {
  problem: "There is not enough memory to keep what this cell reads.",
  remedy: "Keep fewer columns or rows in a table cell before it, and run it again.",
};

import type { Json } from "./json.ts";

/** A change of parameters that would settle a problem, offered as a button. */
export interface Fix {
  /** The words on the button, with the value in them: "Use answered". */
  label: string;
  /** Parameters to merge into the cell. */
  params: Record<string, Json>;
  /** A file the change refers to, to be kept beside the notebook. */
  file?: { name: string; text: string };
}

/** A problem as plain data: what crosses from the worker and what the page shows. */
export interface Problem {
  /** One sentence with the value that is wrong. */
  problem: string;
  /** One sentence that says what to do. */
  remedy: string;
  /** The parameter it is about, where there is one. */
  param?: string;
  fixes?: Fix[];
}

/**
 * The only error shown to a person: one sentence for the problem with its value, one for the remedy.
 *
 * @example
 * throw new UserError('The "level" parameter must be from 0.5 to 0.999. Got 95.', "Write the level as a fraction, such as 0.95.");
 */
export class UserError extends Error {
  readonly remedy: string;
  readonly param?: string;
  readonly fixes: Fix[];

  constructor(problem: string, remedy: string, about: { param?: string; fixes?: Fix[] } = {}) {
    super(problem);
    this.name = "UserError";
    this.remedy = remedy;
    if (about.param !== undefined) this.param = about.param;
    this.fixes = about.fixes ?? [];
  }
}

/** An error as a problem to show. What is not a UserError is a fault of the program, and says so without a stack trace. */
export function toProblem(error: unknown): Problem {
  if (error instanceof UserError) {
    return {
      problem: error.message,
      remedy: error.remedy,
      ...(error.param === undefined ? {} : { param: error.param }),
      ...(error.fixes.length === 0 ? {} : { fixes: error.fixes }),
    };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    problem: `Journeybook itself failed here: ${message}`,
    remedy: "Nothing you did is lost. Change a parameter or run the cell again; if it fails again, report it with this sentence.",
  };
}

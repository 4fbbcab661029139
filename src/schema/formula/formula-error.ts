import { UserError } from "../errors.ts";

/** A problem with a formula, and the characters [start, end) it is about. */
export class FormulaError extends UserError {
  readonly start: number;
  readonly end: number;

  constructor(problem: string, remedy: string, place: { start: number; end: number }) {
    super(problem, remedy);
    this.name = "FormulaError";
    this.start = place.start;
    this.end = place.end;
  }
}

import type { ComputeReply } from "../../engine/protocol.ts";
import type { Problem } from "../../schema/errors.ts";
import { Results } from "./results.ts";
import { tooLargeProblem } from "./words.ts";

/** How often a cell may find what it reads gone before it is given up. */
export const tries = 3;

/** How runs came out, by key. */
export class Memory {
  readonly results: Results;
  readonly failures = new Map<string, Problem>();
  /** Keys whose output the worker has lost and some cell needs. */
  readonly lost = new Set<string>();
  private readonly attempts = new Map<string, number>();

  /** @param capacity Bytes for results that no cell shows. */
  constructor(capacity: number) {
    this.results = new Results(capacity);
  }

  done(key: string, { result, shape, ms, bytes, content }: ComputeReply & { state: "done" }): void {
    this.results.put(key, { result, shape, ms, bytes, output: content ?? key });
    this.failures.delete(key);
    this.attempts.delete(key);
    this.lost.delete(key);
  }

  failed(key: string, problem: Problem): void {
    this.attempts.delete(key);
    this.results.drop(key);
    this.failures.set(key, problem);
  }

  /** Has what a run lacked run again, unless that was done before and did not help, or no cell gives it. */
  lacked(key: string, lacking: readonly string[], known: ReadonlySet<string | null>): void {
    const count = (this.attempts.get(key) ?? 0) + 1;
    this.attempts.set(key, count);
    for (const other of lacking) if (known.has(other)) this.lost.add(other);
    if (count > tries || !lacking.every((other) => known.has(other))) this.failed(key, tooLargeProblem);
  }

  /** Lets go of what is too much. @returns The keys let go. */
  trim(shown: ReadonlySet<string>): string[] {
    for (const key of this.lost) if (!shown.has(key)) this.lost.delete(key);
    return this.results.trim(shown);
  }
}

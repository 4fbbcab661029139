import { bytesOf } from "../../engine/buffers-of.ts";
import type { CellResult } from "../../schema/result.ts";
import type { InputShape } from "../../schema/shape.ts";

/** A result as it is remembered. */
export interface Entry {
  readonly result: CellResult;
  readonly shape: InputShape;
  readonly ms: number;
  /** Bytes the worker keeps for it. */
  readonly bytes: number;
  /** What cells that read this one depend on: the hash of what was read, or the key itself. */
  readonly output: string;
}

/** Results by key. Those that no cell shows are kept up to a number of bytes, here and in the worker together, the latest used longest. */
export class Results {
  /** Oldest use first. */
  private readonly entries = new Map<string, Entry & { weight: number }>();

  /** @param capacity Bytes for results that no cell shows. */
  constructor(private readonly capacity: number) {}

  get(key: string): Entry | undefined {
    return this.entries.get(key);
  }

  put(key: string, entry: Entry): void {
    this.entries.delete(key);
    this.entries.set(key, { ...entry, weight: entry.bytes + bytesOf(entry.result) });
  }

  drop(key: string): void {
    this.entries.delete(key);
  }

  /** Marks what is shown as used, and lets go of what is too much. @returns The keys let go. */
  trim(shown: ReadonlySet<string>): string[] {
    for (const key of shown) {
      const entry = this.entries.get(key);
      if (entry === undefined) continue;
      this.entries.delete(key);
      this.entries.set(key, entry);
    }
    const spare = [...this.entries].filter(([key]) => !shown.has(key)).reverse();
    let kept = 0;
    const gone = spare.filter(([, { weight }]) => (kept += weight) > this.capacity).map(([key]) => key);
    for (const key of gone) this.entries.delete(key);
    return gone;
  }
}

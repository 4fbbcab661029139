import type { ChainRows, FoundChain } from "./chain-rules.ts";
import type { RowClasses } from "./row-classes.ts";

/** Steps that may come in any order, in blocks that keep theirs. */
export interface FreeRules {
  steps: number;
  classes: RowClasses;
  window: number;
  entry: "first" | "best";
  /** The block of each step, from 0 without gaps: all of one come before any of the next. */
  block: Uint8Array;
}

/**
 * How many steps a customer did within the window, whatever their order: the largest matching of rows to steps, so that a row which could be
 * several steps is the one that helps most.
 *
 * With blocks each is finished as early as it can be, which leaves the most time to the next. The time grows with rows × steps² for each entry
 * that could still improve the answer.
 *
 * @see Kuhn (1955), The Hungarian method for the assignment problem, for augmenting paths
 */
export class FreeSearch {
  readonly found: FoundChain = { entry: -1, depth: 0, done: -1, end: 0, removed: false };
  /** The row at which each further step was done, of the chain found. */
  readonly places: Int32Array;
  private readonly rowOf: Int32Array;
  private readonly seen: Uint8Array;
  private readonly counts: Int32Array;
  private readonly placed: Int32Array;

  constructor(private readonly rules: FreeRules) {
    const { steps } = rules;
    [this.places, this.placed, this.rowOf, this.counts] = [
      new Int32Array(steps),
      new Int32Array(steps),
      new Int32Array(steps),
      new Int32Array(steps),
    ];
    this.seen = new Uint8Array(steps);
  }

  /** Searches rows `from` to `to` (not included) for entries in [low, high). */
  search(rows: ChainRows, from: number, to: number, low: number, high: number): FoundChain {
    const { found, counts, rules } = this;
    const { time, kind } = rows;
    Object.assign(found, { entry: -1, depth: 0, done: -1, end: to });
    counts.fill(0);
    let distinct = 0;
    let ahead = from;
    for (let row = from; row < to && found.depth < rules.steps; row++) {
      for (; ahead < to && time[ahead]! - time[row]! <= rules.window; ahead++) distinct += this.count(kind[ahead]!, 1);
      const isEntry = time[row]! >= low && time[row]! < high && this.isIn(kind[row]!, 0);
      if (isEntry && distinct > found.depth) this.keep(row, this.match(rows, row, ahead), ahead);
      distinct += this.count(kind[row]!, -1);
      if (isEntry && rules.entry === "first") return found;
    }
    if (found.depth > 1) this.shorten(rows, low, high);
    return found;
  }

  /** The newest entry that is done at the same row: the time to convert counts from it. */
  private shorten(rows: ChainRows, low: number, high: number): void {
    const { found } = this;
    const { entry, done, depth } = found;
    for (let row = done; row > entry; row--) {
      if (rows.time[row]! < low || rows.time[row]! >= high || !this.isIn(rows.kind[row]!, 0)) continue;
      if (this.match(rows, row, done + 1) < depth) continue;
      found.depth = 0;
      this.keep(row, depth, found.end);
      return;
    }
  }

  private keep(row: number, depth: number, ahead: number): void {
    const { found, rules } = this;
    if (depth <= found.depth) return;
    this.places.set(this.placed);
    found.entry = row;
    found.depth = depth;
    found.done = this.placed[depth - 1]!;
    found.end = depth === rules.steps ? found.done + 1 : ahead;
  }

  /** Counts a row in or out; how many steps came or went by it. */
  private count(is: number, by: 1 | -1): number {
    const { stepFrom, step } = this.rules.classes;
    let change = 0;
    for (let at = stepFrom[is]!; at < stepFrom[is + 1]!; at++) {
      const before = this.counts[step[at]!]!;
      this.counts[step[at]!] = before + by;
      if (before === 0) change++;
      else if (before + by === 0) change--;
    }
    return change;
  }

  private isIn(is: number, block: number): boolean {
    const { classes, block: blocks } = this.rules;
    for (let at = classes.stepFrom[is]!; at < classes.stepFrom[is + 1]!; at++) if (blocks[classes.step[at]!] === block) return true;
    return false;
  }

  /** How many steps the rows from an entry on make. */
  private match({ kind }: ChainRows, entry: number, to: number): number {
    const { steps, block: blocks } = this.rules;
    this.rowOf.fill(-1);
    let depth = 0;
    let block = 0;
    for (let row = entry; row < to && depth < steps; row++) {
      this.seen.fill(0);
      if (!this.take(kind, row, block)) continue;
      this.placed[depth++] = row;
      if (this.rowOf.every((taken, step) => blocks[step] !== block || taken >= 0)) block++;
    }
    return depth;
  }

  private take(kind: Int32Array, row: number, block: number): boolean {
    const { classes, block: blocks } = this.rules;
    const is = kind[row]!;
    for (let at = classes.stepFrom[is]!; at < classes.stepFrom[is + 1]!; at++) {
      const step = classes.step[at]!;
      if (blocks[step] !== block || this.seen[step] === 1) continue;
      this.seen[step] = 1;
      if (this.rowOf[step]! >= 0 && !this.take(kind, this.rowOf[step]!, block)) continue;
      this.rowOf[step] = row;
      return true;
    }
    return false;
  }
}

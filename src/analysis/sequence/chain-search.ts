import type { ChainRows, ChainRules, FoundChain } from "./chain-rules.ts";

/**
 * The longest chain of steps in a customer's rows, in one pass and exactly: a row is one step of a chain at most, steps keep the order of the
 * rows, and the whole stays within the window.
 *
 * Per step only the newest chain that reached it is kept: it has the most time left, and its last row is the latest, so an older one can
 * never become more. Chains that share a row count apart where every entry is asked for.
 *
 * @see ClickHouse, windowFunnel with strict_once, for the same definition of a chain
 */
export class ChainSearch {
  readonly found: FoundChain = { entry: -1, depth: 0, done: -1, end: 0, removed: false };
  /** How many steps the chain from each entry row has, and its last row; 0 where a row is no entry. Of the last search with `each`. */
  depthOf = new Uint8Array(0);
  doneOf = new Int32Array(0);
  private readonly entryOf: Int32Array;
  private readonly lastOf: Float64Array;
  private readonly movedOn: Uint8Array;

  constructor(private readonly rules: ChainRules) {
    this.entryOf = new Int32Array(rules.steps);
    this.lastOf = new Float64Array(rules.steps);
    this.movedOn = new Uint8Array(rules.steps);
  }

  /**
   * Searches rows `from` to `to` (not included) for chains that begin in [low, high).
   *
   * @param each Whether every entry is followed to its end, into `depthOf` and `doneOf`; the search stops at the first whole chain otherwise.
   */
  search(rows: ChainRows, from: number, to: number, low: number, high: number, each = false): FoundChain {
    const { entryOf, lastOf, movedOn, found } = this;
    const { steps, window, within, entry, strict, remove } = this.rules;
    const { stepFrom, step, breakFrom, breakAfter } = this.rules.classes;
    const { time, kind } = rows;
    const onlyFirst = entry === "first";
    if (each) {
      if (this.depthOf.length < to) [this.depthOf, this.doneOf] = [new Uint8Array(to * 2), new Int32Array(to * 2)];
      this.depthOf.fill(0, from, to);
    }
    entryOf.fill(-1);
    found.entry = -1;
    found.depth = 0;
    found.done = -1;
    found.end = to;
    found.removed = false;
    let first = -1;
    for (let row = from; row < to; row++) {
      const now = time[row]!;
      const is = kind[row]!;
      if (onlyFirst && first >= 0 && now - time[first]! > window) {
        found.end = row;
        return found;
      }
      const breaks = breakFrom[is + 1]!;
      for (let at = breakFrom[is]!; at < breaks; at++) {
        const level = breakAfter[at]!;
        const started = entryOf[level]!;
        if (started < 0) continue;
        if (remove && movedOn[level] === 0 && now - time[started]! <= window) {
          found.removed = true;
          found.end = row + 1;
          if (!each) return found;
          this.takeOut(started);
        }
        entryOf[level] = -1;
        if (onlyFirst && this.isDead()) {
          found.end = row + 1;
          return found;
        }
      }
      const last = stepFrom[is + 1]!;
      for (let at = stepFrom[is]!; at < last; at++) {
        const level = step[at]!;
        let started = row;
        if (level === 0) {
          if (now < low || now >= high || (onlyFirst && first >= 0)) continue;
          first = row;
          if (each) this.depthOf[row] = 0;
        } else {
          started = entryOf[level - 1]!;
          if (started < 0 || now - time[started]! > window || now - lastOf[level - 1]! > within[level]!) continue;
          movedOn[level - 1] = 1;
        }
        entryOf[level] = started;
        lastOf[level] = now;
        movedOn[level] = 0;
        if (each && this.depthOf[started]! <= level) {
          this.depthOf[started] = level + 1;
          this.doneOf[started] = row;
        }
        if (level < found.depth) continue;
        found.depth = level + 1;
        found.entry = started;
        found.done = row;
        if (found.depth < steps || each) continue;
        found.end = row + 1;
        return found;
      }
      if (strict) this.keepOnly(is);
    }
    return found;
  }

  /** Takes out the chain from an entry, wherever it stands. */
  private takeOut(started: number): void {
    this.depthOf[started] = 0;
    for (let level = 0; level < this.entryOf.length; level++) if (this.entryOf[level] === started) this.entryOf[level] = -1;
  }

  private isDead(): boolean {
    for (let level = 0; level < this.entryOf.length; level++) if (this.entryOf[level]! >= 0) return false;
    return true;
  }

  /** Ends the chains that stand on a step the row is not. */
  private keepOnly(is: number): void {
    const { stepFrom, step } = this.rules.classes;
    let at = stepFrom[is]!;
    for (let level = this.entryOf.length - 1; level >= 0; level--) {
      if (at < stepFrom[is + 1]! && step[at] === level) at++;
      else this.entryOf[level] = -1;
    }
  }
}

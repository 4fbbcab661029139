import type { ChainRows } from "../../analysis/sequence/chain-rules.ts";
import type { RowClasses } from "../../analysis/sequence/row-classes.ts";
import type { Plan } from "./plan.ts";

/** The rows of one customer that matter to a funnel, with the events they are. */
export interface Gathered extends ChainRows {
  event: Int32Array;
  count: number;
}

/** Room for the rows of the customer with the most events. */
export function roomFor({ offsets, customers }: Plan["journey"]): Gathered {
  let most = 0;
  for (let customer = 0; customer < customers; customer++) most = Math.max(most, offsets[customer + 1]! - offsets[customer]!);
  return { time: new Float64Array(most), kind: new Int32Array(most), event: new Int32Array(most), count: 0 };
}

/** Which classes can begin an attempt. */
export function entryKinds({ kinds: { classes }, params, block }: Plan): Uint8Array {
  return Uint8Array.from({ length: classes.stepFrom.length - 1 }, (_, kind) => {
    const steps = classes.step.subarray(classes.stepFrom[kind], classes.stepFrom[kind + 1]);
    return steps.some((step) => (params.order === "any" ? block[step] === 0 : step === 0)) ? 1 : 0;
  });
}

/** Which classes matter: those that are a step or break a chain, and every other event where it would come between. */
export function keptKinds({ kinds: { classes }, params }: Plan): Uint8Array {
  const kept = new Uint8Array(classes.stepFrom.length - 1).fill(1);
  if (params.order !== "strict" || params.strict_scope === "steps") kept[0] = 0;
  return kept;
}

/** Puts the rows of two classes at the same moment into one class that is both. */
class MergedKinds {
  private readonly known = new Map<string, number>();

  constructor(private readonly classes: RowClasses) {}

  of(left: number, right: number): number {
    if (left === right) return left;
    const { stepFrom, step, breakFrom, breakAfter } = this.classes;
    const part = (from: Int32Array, list: Uint8Array) => {
      const both = [left, right].flatMap((kind) => [...list.subarray(from[kind], from[kind + 1])]);
      return [...new Set(both)].sort((one, other) => other - one);
    };
    const [steps, breaks] = [part(stepFrom, step), part(breakFrom, breakAfter)];
    const key = `${steps.join()} ${breaks.join()}`;
    let kind = this.known.get(key);
    if (kind !== undefined) return kind;
    kind = stepFrom.length - 1;
    this.classes.stepFrom = Int32Array.of(...stepFrom, step.length + steps.length);
    this.classes.step = Uint8Array.of(...step, ...steps);
    this.classes.breakFrom = Int32Array.of(...breakFrom, breakAfter.length + breaks.length);
    this.classes.breakAfter = Uint8Array.of(...breakAfter, ...breaks);
    this.known.set(key, kind);
    return kind;
  }
}

/** How events of the same moment are brought into an order; what it returns changes the rows in place. */
export function tieRule({ params, kinds: { classes } }: Plan): ((rows: Gathered) => void) | null {
  const { ties, order } = params;
  if (ties === "seq" || order === "any") return null;
  if (ties === "either") {
    const tolerance = params.tie_seconds * 1000;
    const rank = (kind: number) => (classes.stepFrom[kind] === classes.stepFrom[kind + 1] ? -1 : classes.step[classes.stepFrom[kind + 1]! - 1]!);
    return (rows) => {
      for (let from = 0; from < rows.count;) {
        let to = from + 1;
        while (to < rows.count && rows.time[to]! - rows.time[from]! <= tolerance) to++;
        if (to - from > 1) {
          const sorted = Array.from({ length: to - from }, (_, at) => from + at).sort(
            (left, right) => rank(rows.kind[left]!) - rank(rows.kind[right]!) || left - right,
          );
          reorder(rows, from, sorted);
          // The clock may not run backwards within the moment.
          rows.time.fill(
            rows.time.subarray(from, to).reduce((least, time) => Math.min(least, time)),
            from,
            to,
          );
        }
        from = to;
      }
    };
  }
  const merged = new MergedKinds(classes);
  return (rows) => {
    let last = -1;
    for (let row = 0; row < rows.count; row++) {
      if (last >= 0 && rows.time[row] === rows.time[last]) {
        rows.kind[last] = merged.of(rows.kind[last]!, rows.kind[row]!);
        continue;
      }
      last++;
      rows.time[last] = rows.time[row]!;
      rows.kind[last] = rows.kind[row]!;
      rows.event[last] = rows.event[row]!;
    }
    rows.count = last + 1;
  };
}

/** Puts the rows from a place on into another order. */
export function reorder(rows: Gathered, from: number, order: readonly number[]): void {
  for (const name of ["time", "kind", "event"] as const)
    rows[name].set(
      order.map((row) => rows[name][row]!),
      from,
    );
}

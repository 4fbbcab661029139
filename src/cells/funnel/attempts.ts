import type { ChainRules, FoundChain } from "../../analysis/sequence/chain-rules.ts";
import { ChainSearch } from "../../analysis/sequence/chain-search.ts";
import { FreeSearch } from "../../analysis/sequence/free-search.ts";
import { SecondSteps } from "../../analysis/sequence/second-steps.ts";
import { stepRows } from "../../analysis/sequence/step-rows.ts";
import type { Job } from "../cell.ts";
import { AttemptList } from "./attempt-list.ts";
import { entryKinds, keptKinds, reorder, roomFor, tieRule, type Gathered } from "./gather.ts";
import type { Plan } from "./plan.ts";

const atOnce = 4096;

/** Finds the attempts of one customer after the other. */
class AttemptSearch {
  readonly all: AttemptList;
  private readonly rows: Gathered;
  private readonly mayEnter: Uint8Array;
  private readonly matters: Uint8Array;
  private readonly order: ReturnType<typeof tieRule>;
  private readonly chain: ChainSearch;
  private readonly free: FreeSearch | null;
  /** Null where even an attempt of one step is found by the whole search only. */
  private readonly seconds: SecondSteps | null;
  private readonly rules: ChainRules;
  private readonly best: Int32Array;
  private readonly bounds = [0, 0];
  private bestDepth = 0;
  private bestDone = 0;
  private bestEntry = 0;
  private isBestImmature = false;
  private isRemoved = false;

  constructor(private readonly plan: Plan) {
    const { journey, params, kinds, window, within, block } = plan;
    const steps = params.steps.length;
    const entry = params.counting === "totals" && params.order === "any" ? "first" : params.entry;
    this.rules = {
      steps,
      classes: kinds.classes,
      window,
      within,
      entry,
      strict: params.order === "strict",
      remove: params.exclusion === "remove",
    };
    this.chain = new ChainSearch(this.rules);
    this.free = params.order === "any" ? new FreeSearch({ steps, classes: kinds.classes, window, entry, block }) : null;
    this.rows = roomFor(journey);
    this.mayEnter = entryKinds(plan);
    this.matters = keptKinds(plan);
    this.order = tieRule(plan);
    this.best = new Int32Array(steps);
    this.all = new AttemptList(plan);
    const isPlain = params.counting === "unique" && params.order !== "any" && this.order === null && plan.hold === null && plan.apart === null;
    const isBroken = this.rules.remove && kinds.classes.breakAfter.length > 0;
    this.seconds = isPlain && !isBroken ? new SecondSteps(kinds.classes, kinds.kindOf, window) : null;
  }

  /** Follows the customers from one to another (not included). */
  follow(first: number, last: number): void {
    const { plan, rows, mayEnter, matters, order, seconds, all, best } = this;
    const { journey, kinds, params, among, hold, apart, low, mature } = plan;
    const { codes, kindOf } = kinds;
    const { offsets, time } = journey;
    // Rows before the first entry matter only to the order of the same moment.
    const tolerance = params.tie_seconds * 1000;
    const { kind: kindOfRow, time: timeOfRow, event: eventOfRow } = rows;
    for (let customer = first; customer < last; customer++) {
      if (among !== null && among[customer] === 0) continue;
      const to = offsets[customer + 1]!;
      let event = offsets[customer]!;
      while (event < to && mayEnter[kindOf[codes[event]! + 1]!] === 0) event++;
      if (event === to) continue;
      const entered = time[event]!;
      if (seconds !== null && entered >= low && entered < mature && !seconds.mayBeIn(time, codes, event, to)) {
        best[0] = event;
        all.add(customer, 1, false, best);
        continue;
      }
      if (order !== null) {
        while (event > offsets[customer]! && entered - time[event - 1]! <= tolerance) event--;
      }
      let count = 0;
      for (; event < to; event++) {
        if ((hold !== null && hold[event]! < 0) || (apart !== null && apart[event]! < 0)) continue;
        const kind = kindOf[codes[event]! + 1]!;
        kindOfRow[count] = kind;
        timeOfRow[count] = time[event]!;
        eventOfRow[count] = event;
        // Whether an event matters is a toss-up that no processor can guess: a row that does not is overwritten rather than jumped over.
        count += matters[kind]!;
      }
      rows.count = count;
      order?.(rows);
      if (hold === null && apart === null) {
        this.bounds[1] = rows.count;
        this.unit(customer, this.bounds);
      } else this.byValue(customer, hold, apart);
    }
  }

  /** Splits a customer's rows by the values that must stay the same. */
  private byValue(customer: number, hold: Int32Array | null, apart: Int32Array | null): void {
    const { rows } = this;
    const value = (codes: Int32Array | null, row: number) => (codes === null ? 0 : codes[rows.event[row]!]!);
    const order = Array.from({ length: rows.count }, (_, row) => row).sort(
      (left, right) => value(apart, left) - value(apart, right) || value(hold, left) - value(hold, right) || left - right,
    );
    reorder(rows, 0, order);
    let bounds = [0];
    for (let row = 1; row <= rows.count; row++) {
      const isApart = row === rows.count || value(apart, row) !== value(apart, row - 1);
      if (!isApart && value(hold, row) === value(hold, row - 1)) continue;
      bounds.push(row);
      if (!isApart) continue;
      this.unit(customer, bounds);
      bounds = [row];
    }
  }

  /** What counts once or by attempts: stretches of rows of which each is searched by itself. */
  private unit(customer: number, bounds: readonly number[]): void {
    const { counting } = this.plan.params;
    this.bestDepth = 0;
    this.isRemoved = false;
    for (let part = 1; part < bounds.length; part++) {
      const [from, to] = [bounds[part - 1]!, bounds[part]!];
      if (counting === "unique") this.once(from, to);
      else if (counting === "totals") this.everyAttempt(customer, from, to);
      else this.everySession(customer, from, to);
    }
    if (counting !== "unique") return;
    if (this.isRemoved) this.all.removed++;
    else this.write(customer);
  }

  private once(from: number, to: number): void {
    const { low, mature, high } = this.plan;
    const found = this.find(from, to, low, mature);
    if (found.removed) this.isRemoved = true;
    if (found.entry >= 0) this.offer(found, false);
    else if (mature < high) this.offer(this.find(from, to, mature, high), true);
  }

  private everyAttempt(customer: number, from: number, to: number): void {
    const { low, mature, high } = this.plan;
    for (const late of [false, true]) {
      const [first, end] = late ? [mature, high] : [low, mature];
      if (first >= end) continue;
      if (this.free === null && this.rules.entry === "best") this.everyEntry(customer, from, to, first, end, late);
      else this.oneAfterAnother(customer, from, to, first, end, late);
    }
  }

  private everyEntry(customer: number, from: number, to: number, low: number, high: number, late: boolean): void {
    const { chain, rows } = this;
    const found = chain.search(rows, from, to, low, high, true);
    if (found.removed) this.all.removed++;
    for (let row = from; row < to; row++) {
      if (chain.depthOf[row] === 0) continue;
      this.bestDepth = 0;
      this.offer({ ...found, entry: row, depth: chain.depthOf[row]!, done: chain.doneOf[row]! }, late);
      this.write(customer);
    }
  }

  private oneAfterAnother(customer: number, from: number, to: number, low: number, high: number, late: boolean): void {
    for (let row = from; row < to;) {
      const found = this.find(row, to, low, high);
      if (found.removed) this.all.removed++;
      else if (found.entry < 0) return;
      else {
        this.bestDepth = 0;
        this.offer(found, late);
        this.write(customer);
      }
      row = found.end;
    }
  }

  private everySession(customer: number, from: number, to: number): void {
    const { codes } = this.plan.journey.sessions();
    const { event } = this.rows;
    for (let first = from; first < to;) {
      let last = first + 1;
      while (last < to && codes[event[last]!] === codes[event[first]!]) last++;
      this.bestDepth = 0;
      this.isRemoved = false;
      if (codes[event[first]!]! >= 0) this.once(first, last);
      if (this.isRemoved) this.all.removed++;
      else this.write(customer);
      first = last;
    }
  }

  private find(from: number, to: number, low: number, high: number): FoundChain {
    return (this.free ?? this.chain).search(this.rows, from, to, low, high);
  }

  /** Takes a chain if it is better than what the unit has: mature, then further (or earlier, where the first entry counts), then sooner. */
  private offer({ entry, depth, done }: FoundChain, late: boolean): void {
    if (entry < 0) return;
    const { time, event } = this.rows;
    const byFirst = this.rules.entry === "first" ? this.bestEntry - time[entry]! : depth - this.bestDepth || this.bestDone - time[done]!;
    const isBetter = this.bestDepth === 0 || (late === this.isBestImmature ? byFirst > 0 : !late);
    if (!isBetter) return;
    [this.bestDepth, this.bestDone, this.bestEntry, this.isBestImmature] = [depth, time[done]!, time[entry]!, late];
    if (this.free !== null) this.best.set(this.free.places);
    else stepRows(this.rows, this.rules, entry, done, depth, this.best, 0);
    for (let step = 0; step < depth; step++) this.best[step] = event[this.best[step]!]!;
    if (this.free !== null) this.best[0] = event[entry]!;
  }

  private write(customer: number): void {
    if (this.bestDepth > 0) this.all.add(customer, this.bestDepth, this.isBestImmature, this.best);
  }
}

/** Finds every attempt at a funnel, in one pass over the journey. */
export function attemptsOf(plan: Plan): AttemptList {
  const search = new AttemptSearch(plan);
  search.follow(0, plan.journey.customers);
  return search.all;
}

/** The same with pauses, in which it can be stopped. */
export async function attemptsIn(plan: Plan, job: Job): Promise<AttemptList> {
  const search = new AttemptSearch(plan);
  const { customers } = plan.journey;
  for (let from = 0; from < customers; from += atOnce) {
    const pause = job.progress(from / customers, "following customers");
    if (pause) await pause;
    search.follow(from, Math.min(customers, from + atOnce));
  }
  return search.all;
}

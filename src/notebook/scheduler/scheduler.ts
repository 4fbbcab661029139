import type { Catalogued } from "../../cells/cell.ts";
import { Needs } from "../../engine/needs.ts";
import type { ComputeReply, ComputeRequest, Engine, Progress, Members, Narrowed, RowsQuery, TableFormat } from "../../engine/protocol.ts";
import { toProblem, UserError } from "../../schema/errors.ts";
import type { Pick } from "../../schema/pick.ts";
import { defaultSettings } from "../../schema/settings.ts";
import type { Table } from "../../schema/table.ts";
import type { CellState, RunState } from "../cell-state.ts";
import { Listeners, type Listener } from "./listeners.ts";
import { Memory, tries } from "./memory.ts";
import { Planned, type Source } from "./planned.ts";
import { present } from "./present.ts";
import { queue, withAncestors } from "./queue.ts";
import { sameState } from "./same-state.ts";
import { standings, type Standing } from "./standing.ts";
import { tooLargeProblem } from "./words.ts";

export type { Source };

interface Job {
  readonly key: string;
  readonly name: string;
  readonly controller: AbortController;
  progress: Progress | null;
}

/** Bytes of results kept though no cell shows them, so that undo runs nothing. */
const spareBytes = 256 * 2 ** 20;

/** Before there is a notebook. */
const nothing: Source = { notebook: { front: { format: 1, title: "", unknown: [] }, blocks: [] }, settings: defaultSettings, files: new Map() };

/**
 * Keeps every cell's result in step with the notebook, running as little as possible, one cell at a time.
 *
 * A result is remembered by the hash of all it depends on, so repeats and undo run nothing, and what reads a file depends on what was found in
 * it, not on the file. A change stops at once what it outdates. With `auto` off, changes only make cells stale until they are run.
 */
export class Scheduler {
  private planned: Planned;
  private standings = new Map<string, Standing>();
  private states = new Map<string, CellState>();
  private visible: ReadonlySet<string> = new Set();
  private readonly asked = new Set<string>();
  private readonly stopped = new Map<string, string>();
  private readonly ran = new Map<string, string>();
  private readonly memory: Memory;
  private readonly listeners = new Listeners();
  private changes: (() => void)[] = [];
  private job: Job | null = null;
  private isAuto = true;
  private isBusy = false;
  private isDirty = false;
  private isClosed = false;

  constructor(
    private readonly engine: Engine,
    private readonly catalog: ReadonlyMap<string, Catalogued>,
    capacity: number = spareBytes,
  ) {
    this.memory = new Memory(capacity);
    this.planned = new Planned(nothing, catalog);
  }

  /** Takes over a changed notebook, changed settings or changed files. */
  update(source: Source): void {
    this.planned = new Planned(source, this.catalog);
    this.reconcile();
  }

  /** Whether changes run what they outdate. */
  get auto(): boolean {
    return this.isAuto;
  }

  set auto(auto: boolean) {
    this.isAuto = auto;
    this.reconcile();
  }

  /** Says which cells the reader sees: what they need is run first. */
  setVisible(names: Iterable<string>): void {
    this.visible = new Set(names);
  }

  /** Runs a cell that is not up to date, and those it reads that are not. What failed or was stopped is tried again. */
  run(name: string): void {
    this.ask(withAncestors([name], this.planned.graph));
  }

  /** Runs every cell that is not up to date. */
  runAll(): void {
    this.ask(this.planned.graph.order);
  }

  /** Stops a cell, or everything. A cell that is stopped runs again when it is run or changed. */
  stop(name?: string): void {
    for (const other of name === undefined ? this.planned.graph.order : [name]) {
      const state = this.states.get(other)?.state;
      if (state === "running" || state === "queued") this.stopped.set(other, this.planned.wish(other));
    }
    this.reconcile();
  }

  /** A cell's state, or undefined when there is none of that name. */
  state(name: string): CellState | undefined {
    return this.states.get(name);
  }

  /** All cells' states, in document order. */
  all(): CellState[] {
    return [...this.planned.graph.nodes.keys()].map((name) => this.states.get(name)!);
  }

  /** Calls back with every change of a cell, or of any with "*", until the function returned is called. */
  subscribe(name: string, listener: Listener): () => void {
    return this.listeners.add(name, listener);
  }

  /** Resolves when nothing is left to run. */
  async settled(): Promise<void> {
    while (!this.isIdle()) await this.changed();
  }

  /** Milliseconds in the worker of each shown result, by cell. */
  timings(): Record<string, number> {
    return Object.fromEntries(this.all().flatMap(({ name, ms }) => (ms === null ? [] : [[name, ms]])));
  }

  /**
   * Rows of a result's table, whole or kept in the worker.
   *
   * @param from, to Rows after the order, the last not included.
   * @param narrowed A search, or the summary of the columns instead of rows.
   * @throws {UserError} If the cell has no result, or the table or column is not there.
   */
  async rows(name: string, table: string, from: number, to: number, orderBy?: RowsQuery["orderBy"], narrowed: Narrowed = {}): Promise<Table> {
    const query = await this.query(name, { table, from, to, ...(orderBy === undefined ? {} : { orderBy }), ...narrowed });
    return this.recovering(() => this.engine.rows(query));
  }

  /** Rows of a table as a file. @throws {UserError} If the cell has no result, or there is no such table or column. */
  async file(name: string, wanted: Omit<RowsQuery, "key">, format: TableFormat): Promise<Uint8Array<ArrayBuffer>> {
    const query = await this.query(name, wanted);
    return (await this.recovering(() => this.engine.file(query, format))).bytes;
  }

  /**
   * The customers behind a mark of a cell's figure.
   *
   * @throws {UserError} If the cell is not up to date, or its marks do not stand for customers.
   */
  async members(name: string, pick: Pick, wanted?: { attributes: readonly string[]; segments: readonly string[] }): Promise<Members> {
    const request = this.states.get(name)?.current === true ? this.request(name) : null;
    if (request === null) throw new UserError(`"${name}" is not up to date.`, "Run it first.");
    const segments = (wanted?.segments ?? []).flatMap((cell) => {
      const key = this.states.get(cell)?.key ?? null;
      return key === null ? [] : [{ name: cell, key }];
    });
    return this.recovering(() => this.engine.members(request, pick, wanted === undefined ? undefined : { attributes: wanted.attributes, segments }));
  }

  private async query(name: string, wanted: Omit<RowsQuery, "key">): Promise<RowsQuery> {
    const key = this.states.get(name)?.key ?? null;
    if (key === null) throw new UserError(`"${name}" has no result yet.`, "Run it first.");
    if (!this.engine.holds(key)) await this.recover([key]);
    return { ...wanted, key };
  }

  /** Stops everything for good. */
  close(): void {
    this.isClosed = true;
    this.job?.controller.abort();
    this.listeners.clear();
    this.flush();
  }

  private ask(names: Iterable<string>): void {
    for (const name of names) {
      this.asked.add(name);
      this.stopped.delete(name);
      const standing = this.standings.get(name);
      if (standing?.state === "error") this.memory.failures.delete(standing.key!);
    }
    this.reconcile();
  }

  private isIdle(): boolean {
    return this.isClosed || (this.job === null && [...this.states.values()].every(({ state }) => state !== "queued" && state !== "running"));
  }

  private changed(): Promise<void> {
    return new Promise((resolve) => {
      this.changes.push(resolve);
    });
  }

  private flush(): void {
    const waiting = this.changes;
    this.changes = [];
    for (const resolve of waiting) resolve();
  }

  /** Brings cells and jobs in step with what is known. Listeners may change things: that is taken up when they are done. */
  private reconcile(): void {
    if (this.isBusy) {
      this.isDirty = true;
      return;
    }
    this.isBusy = true;
    try {
      do {
        this.isDirty = false;
        this.stand();
        this.dispatch();
        this.publish();
      } while (this.isDirty && !this.isClosed);
    } finally {
      this.isBusy = false;
    }
    this.flush();
  }

  private stand(): void {
    const { graph, plans, settings, unreadable } = this.planned;
    this.standings = standings(graph, plans, {
      results: this.memory.results,
      failures: this.memory.failures,
      lost: this.memory.lost,
      settings,
      unreadable,
      running: this.job !== null && !this.job.controller.signal.aborted ? this.job.key : null,
      isWanted: (name) => this.isAuto || this.asked.has(name),
      isStopped: (name) => this.stopped.get(name) === this.planned.wish(name),
      hasRun: (name, key) => this.ran.get(name) === key,
      hasShown: (name) => (this.states.get(name)?.result ?? null) !== null,
    });
  }

  /** Stops the job nobody needs, and starts the next one. */
  private dispatch(): void {
    if (this.isClosed) return;
    if (this.job !== null) {
      const { key, controller } = this.job;
      const isNeeded = [...this.standings.values()].some((standing) => standing.state === "running" && standing.key === key);
      if (!isNeeded) controller.abort();
      return;
    }
    for (let found = true; found;) {
      found = false;
      for (const name of queue(this.planned.graph, this.visible)) {
        const standing = this.standings.get(name)!;
        if (standing.state !== "queued" || standing.key === null) continue;
        const lacking = [...new Set(Object.values(standing.inputs))].filter((key) => !this.engine.holds(key));
        if (lacking.length === 0) {
          this.begin(name);
          this.stand();
          return;
        }
        found ||= lacking.some((key) => !this.memory.lost.has(key));
        for (const key of lacking) this.memory.lost.add(key);
      }
      if (found) this.stand();
    }
  }

  /** The run of a cell as it stands, or null while what it reads is not known. */
  request(name: string): ComputeRequest | null {
    const standing = this.standings.get(name);
    return standing === undefined ? null : this.planned.request(name, standing);
  }

  private begin(name: string): void {
    const request = this.request(name)!;
    const job: Job = { key: request.key, name, controller: new AbortController(), progress: null };
    this.job = job;
    const onProgress = (progress: Progress) => {
      job.progress = progress;
      if (this.job === job && !job.controller.signal.aborted) this.publish();
    };
    this.engine.run(request, { signal: job.controller.signal, onProgress }).then(
      (reply) => this.finish(job, reply),
      (error: unknown) => this.finish(job, { state: "failed", problem: toProblem(error) }),
    );
  }

  private finish({ key, name, controller }: Job, reply: ComputeReply): void {
    this.job = null;
    if (this.isClosed) return;
    if (reply.state === "done") {
      this.memory.done(key, reply);
      for (const [other, standing] of this.standings) if (standing.key === key) this.ran.set(other, key);
    } else if (reply.state === "failed") {
      this.memory.failed(key, reply.problem);
    } else if (!controller.signal.aborted) {
      if (reply.state === "needs") this.memory.lacked(key, reply.keys, new Set([...this.standings.values()].map((standing) => standing.key)));
      else this.stopped.set(name, this.planned.wish(name));
    }
    this.reconcile();
  }

  /** Asks again after what was lost has been run again. */
  private async recovering<T>(question: () => Promise<T>): Promise<T> {
    for (let left = tries; ; left--) {
      try {
        return await question();
      } catch (error) {
        if (!(error instanceof Needs)) throw error;
        if (left === 1) throw new UserError(tooLargeProblem.problem, tooLargeProblem.remedy);
        await this.recover(error.keys);
      }
    }
  }

  /** Runs again the cells whose results the worker no longer has. */
  private async recover(keys: readonly string[]): Promise<void> {
    const stands = (key: string) => [...this.standings].find(([, standing]) => standing.key === key);
    for (const key of keys) {
      if (stands(key) !== undefined) this.memory.lost.add(key);
    }
    this.reconcile();
    for (const key of keys) {
      for (;;) {
        const [, standing] = stands(key) ?? [];
        if (standing !== undefined && !this.memory.lost.has(key)) break;
        if (standing?.state !== "queued" && standing?.state !== "running")
          throw new UserError("The rows of this result are no longer there.", "Run the cell again.");
        await this.changed();
      }
    }
  }

  /** Makes the cells' states from where they stand, lets go of what nobody shows, and tells who listens. */
  private publish(): void {
    const before = this.states;
    const told: [string, CellState | null][] = [];
    this.states = new Map();
    for (const [name, standing] of this.standings) {
      const last = before.get(name);
      const entry = standing.key === null ? undefined : this.memory.results.get(standing.key);
      const state = present(name, standing, entry, last, this.job?.progress ?? null);
      const isSame = last !== undefined && sameState(last, state);
      this.states.set(name, isSame ? last : state);
      if (!isSame) told.push([name, state]);
      this.settle(name, standing);
    }
    for (const name of before.keys()) {
      if (this.states.has(name)) continue;
      told.push([name, null]);
      this.asked.delete(name);
      this.stopped.delete(name);
    }
    this.trim();
    for (const [name, state] of told) this.listeners.tell(name, state);
  }

  /** Forgets what was asked of a cell once it is answered. */
  private settle(name: string, { state, key }: Standing): void {
    const open: RunState[] = ["queued", "running"];
    if (!open.includes(state)) this.asked.delete(name);
    if ((state === "done" || state === "cached") && this.ran.get(name) !== key) this.ran.delete(name);
    if (this.stopped.has(name) && this.stopped.get(name) !== this.planned.wish(name)) this.stopped.delete(name);
  }

  private trim(): void {
    const shown = new Set<string>();
    for (const { key } of this.standings.values()) if (key !== null) shown.add(key);
    for (const { key } of this.states.values()) if (key !== null) shown.add(key);
    const gone = this.memory.trim(shown);
    if (gone.length > 0) this.engine.forget(gone);
  }
}

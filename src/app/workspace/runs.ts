import { catalog } from "../../cells/catalog.ts";
import type { Engine, Members, Narrowed, RowsQuery, TableFormat } from "../../engine/protocol.ts";
import type { CellState } from "../../notebook/cell-state.ts";
import { Scheduler, type Source } from "../../notebook/scheduler/scheduler.ts";
import type { Notebook } from "../../notebook/notebook.ts";
import type { CellResult } from "../../schema/result.ts";
import type { Pick } from "../../schema/pick.ts";
import type { InputShape } from "../../schema/shape.ts";
import type { Table } from "../../schema/table.ts";
import type { ComputeRequest } from "../../engine/protocol.ts";
import { KeptResults } from "./sharing/kept-results.ts";
import { Topic } from "../topics/topic.ts";

/** How much of the notebook has run. */
export interface RunSummary {
  done: number;
  total: number;
  /** From 0 to 1, with the part of the running cell. */
  fraction: number;
  busy: boolean;
}

const finished = new Set(["done", "cached", "kept"]);
const underway = new Set(["running", "queued"]);

const unknownState = (name: string): CellState => ({
  name,
  state: "fresh",
  result: null,
  shape: null,
  key: null,
  current: false,
  progress: null,
  problem: null,
  because: null,
  ms: null,
  missingFiles: [],
});

/** The cells' runs as the page follows them: each cell tells of itself, and the whole at most once a frame. */
export class Runs {
  /** Told once a frame while anything changes. */
  readonly summaryTopic = new Topic();
  /** Told when a cell comes to another state, not while its progress moves. */
  readonly settledTopic = new Topic();
  /** Told when running by hand begins or ends. */
  readonly modeTopic = new Topic();
  readonly #scheduler: Scheduler;
  readonly #topics = new Map<string, Topic>();
  readonly #last = new Map<string, CellState>();
  #shapes: ReadonlyMap<string, InputShape> | null = null;
  #isFrameAsked = false;
  readonly #kept = new KeptResults();
  #notebook: Notebook | null = null;

  constructor(
    engine: Engine,
    /** Called when a cell comes to another state. */
    private readonly onState: (state: CellState) => void,
  ) {
    this.#scheduler = new Scheduler(engine, catalog);
    this.#scheduler.subscribe("*", (name, state) => this.#heard(name, state));
  }

  #heard(name: string, state: CellState | null): void {
    const before = this.#last.get(name);
    if (state === null) this.#last.delete(name);
    else this.#last.set(name, state);
    this.#topics.get(name)?.tell();
    if (before?.shape !== state?.shape) this.#shapes = null;
    if (before?.state !== state?.state || before?.result !== state?.result) {
      this.settledTopic.tell();
      if (state !== null) this.onState(state);
    }
    if (this.#isFrameAsked) return;
    this.#isFrameAsked = true;
    requestAnimationFrame(() => {
      this.#isFrameAsked = false;
      this.summaryTopic.tell();
    });
  }

  /** Takes over a changed notebook, changed settings or changed files. */
  update(source: Source): void {
    this.#notebook = source.notebook;
    this.#scheduler.update(source);
  }

  /** Shows what cells found when they were shared, where they cannot run here. */
  keep(results: ReadonlyMap<string, CellResult>, notebook: Notebook): void {
    this.#kept.restore(results, notebook);
    for (const name of results.keys()) this.#topics.get(name)?.tell();
    this.settledTopic.tell();
    this.summaryTopic.tell();
  }

  /** Forgets what was shared. */
  dropKept(): void {
    this.#kept.clear();
  }

  #seen(state: CellState): CellState {
    return this.#notebook === null ? state : this.#kept.seen(state, this.#notebook);
  }

  /** A cell's state; of a name that no cell has, a fresh one. */
  state(name: string): CellState {
    const state = this.#scheduler.state(name);
    return state === undefined ? unknownState(name) : this.#seen(state);
  }

  /** Whether there is a cell of that name. */
  has(name: string): boolean {
    return this.#scheduler.state(name) !== undefined;
  }

  all(): CellState[] {
    return this.#scheduler.all().map((state) => this.#seen(state));
  }

  /** Told of every change of one cell. */
  topicOf(name: string): Topic {
    const topic = this.#topics.get(name) ?? new Topic();
    this.#topics.set(name, topic);
    return topic;
  }

  /** What is known of every cell's output, by name. The same map until one changes. */
  shapes(): ReadonlyMap<string, InputShape> {
    this.#shapes ??= new Map(this.all().flatMap(({ name, shape }) => (shape === null ? [] : [[name, shape]])));
    return this.#shapes;
  }

  summary(): RunSummary {
    const states = this.all();
    const done = states.filter(({ state }) => finished.has(state)).length;
    const running = states.find(({ state }) => state === "running")?.progress?.fraction ?? 0;
    const busy = states.some(({ state }) => underway.has(state));
    return { done, total: states.length, fraction: states.length === 0 ? 0 : Math.min(1, (done + running) / states.length), busy };
  }

  /** The run of a cell as it stands, or null while what it reads is not known. */
  request(name: string): ComputeRequest | null {
    return this.#scheduler.request(name);
  }

  /** Runs a cell that is not up to date, with those it reads. */
  run(name: string): void {
    this.#scheduler.run(name);
  }

  /** Whether changes run what they outdate; by hand, they only make it stale. */
  get auto(): boolean {
    return this.#scheduler.auto;
  }

  set auto(auto: boolean) {
    if (auto === this.#scheduler.auto) return;
    this.#scheduler.auto = auto;
    this.modeTopic.tell();
    this.settledTopic.tell();
  }

  /** Runs every cell that is not up to date. */
  runAll(): void {
    this.#scheduler.runAll();
  }

  /** Stops everything that runs or waits. */
  stop(): void {
    this.#scheduler.stop();
  }

  stopCell(name: string): void {
    this.#scheduler.stop(name);
  }

  /** Says which cells the reader sees. */
  setVisible(names: Iterable<string>): void {
    this.#scheduler.setVisible(names);
  }

  /** Resolves when nothing is left to run. */
  settled(): Promise<void> {
    return this.#scheduler.settled();
  }

  /** Rows of a table, also of one kept in the worker. @throws {UserError} */
  rows(name: string, table: string, from: number, to: number, orderBy?: RowsQuery["orderBy"], narrowed: Narrowed = {}): Promise<Table> {
    return this.#scheduler.rows(name, table, from, to, orderBy, narrowed);
  }

  /** Rows of a table as a file. @throws {UserError} */
  file(name: string, wanted: Omit<RowsQuery, "key">, format: TableFormat): Promise<Uint8Array<ArrayBuffer>> {
    return this.#scheduler.file(name, wanted, format);
  }

  /** The customers behind a mark of a cell, with attributes and segments of theirs where they are named. @throws {UserError} */
  members(name: string, pick: Pick, wanted?: { attributes: readonly string[]; segments: readonly string[] }): Promise<Members> {
    return this.#scheduler.members(name, pick, wanted);
  }

  timings(): Record<string, number> {
    return this.#scheduler.timings();
  }
}

import type { Pick } from "../schema/pick.ts";
import type { ReadFile } from "../data/read/read-file.ts";
import { toProblem, UserError, type Problem } from "../schema/errors.ts";
import type { Table } from "../schema/table.ts";
import { Connection, patience, type Call, type Patience } from "./connection.ts";
import { Needs } from "./needs.ts";
import type { StartPort } from "./port.ts";
import { progressAfter } from "./progress-after.ts";
import type {
  ComputeReply,
  ComputeRequest,
  Engine,
  Members,
  Progress,
  ProgressMessage,
  RowsQuery,
  TableFormat,
  Unanswered,
  Wanted,
} from "./protocol.ts";

/** How often a question may find its outputs gone and brought back. */
const tries = 3;

function isProgress(data: unknown): data is ProgressMessage {
  return typeof data === "object" && data !== null && "progress" in data;
}

function userError({ problem, remedy, param, fixes }: Problem): UserError {
  return new UserError(problem, remedy, { ...(param === undefined ? {} : { param }), ...(fixes === undefined ? {} : { fixes }) });
}

/**
 * The engine on the page: one worker, started when first needed and replaced when it is stopped or dies.
 *
 * What a replaced worker held is brought back from the snapshots kept here, when it is asked for; what has none must be run again by the
 * caller, who is told so by `needs`. Every promise settles.
 */
export class EngineClient implements Engine {
  private readonly connection: Connection;
  private readonly snapshots = new Map<string, Blob>();
  private readonly held = new Set<string>();
  private readonly progress = new Map<number, (message: ProgressMessage) => void>();
  private calls = 0;

  constructor(
    start: StartPort,
    private readonly limits: Patience = patience,
  ) {
    this.connection = new Connection(start, limits, {
      message: (data) => {
        if (isProgress(data)) this.progress.get(data.progress)?.(data);
      },
      restart: () => this.held.clear(),
    });
  }

  async run(request: ComputeRequest, options: { signal: AbortSignal; onProgress(progress: Progress): void }): Promise<ComputeReply> {
    const { signal } = options;
    const number = ++this.calls;
    let settle!: (reply: ComputeReply) => void;
    const stopped = new Promise<ComputeReply>((resolve) => {
      settle = resolve;
    });
    let call: Call<ComputeReply> | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = () => {
      if (call !== null) this.connection.tell((api) => api.cancel(number));
      timer = setTimeout(() => {
        const isComputing = call !== null;
        call?.settle({ state: "stopped" });
        settle({ state: "stopped" });
        if (isComputing) this.connection.restart();
      }, this.limits.stop);
    };
    const attempt = async (): Promise<ComputeReply> => {
      for (let left = tries; ; left--) {
        if (signal.aborted) return { state: "stopped" };
        const started = performance.now();
        this.progress.set(number, (message) => options.onProgress(progressAfter(message, performance.now() - started)));
        call = this.connection.call((api) => api.compute(number, request));
        const reply = await call.promise;
        call = null;
        if (reply.state !== "needs") return reply;
        const lacking = await this.restore(reply.keys);
        if (lacking.length > 0 || left === 1) return { state: "needs", keys: lacking.length > 0 ? lacking : reply.keys };
      }
    };
    if (signal.aborted) return { state: "stopped" };
    signal.addEventListener("abort", stop);
    try {
      const reply = await Promise.race([attempt(), stopped]);
      if (reply.state === "done") this.keep(request.key, reply.snapshot);
      return reply;
    } catch (error) {
      return { state: "failed", problem: toProblem(error) };
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
      this.progress.delete(number);
    }
  }

  rows(query: RowsQuery): Promise<Table> {
    return this.answered(() => this.connection.call((api) => api.rows(query), this.limits.answer).promise);
  }

  members(request: ComputeRequest, pick: Pick, wanted?: Wanted): Promise<Members> {
    return this.answered(() => this.connection.call((api) => api.members(request, pick, wanted), this.limits.answer).promise);
  }

  file(query: RowsQuery, format: TableFormat): Promise<{ bytes: Uint8Array<ArrayBuffer> }> {
    return this.answered(() => this.connection.call((api) => api.file(query, format)).promise);
  }

  /** What a cell read of its files, to put it elsewhere. @throws {UserError} If they cannot be read, or it was stopped. */
  async readings(request: ComputeRequest): Promise<ReadFile[]> {
    const reply = await this.connection.call((api) => api.readings(++this.calls, request)).promise;
    if (reply.state === "done") return reply.readings;
    if (reply.state === "failed") throw userError(reply.problem);
    throw new UserError("Reading the files was stopped.", "Try again.");
  }

  /** A file's reading as bytes that are read as the file was. */
  pack(reading: ReadFile): Promise<Uint8Array<ArrayBuffer>> {
    return this.connection.call((api) => api.pack(reading)).promise;
  }

  forget(keys: string[]): void {
    for (const key of keys) {
      this.snapshots.delete(key);
      this.held.delete(key);
    }
    this.connection.tell((api) => api.forget(keys));
  }

  holds(key: string): boolean {
    return this.held.has(key) || this.snapshots.has(key);
  }

  /** Ends the worker. Whatever is under way fails. */
  close(): void {
    this.connection.close();
    this.snapshots.clear();
  }

  private keep(key: string, snapshot: Blob | undefined): void {
    this.held.add(key);
    if (snapshot !== undefined) this.snapshots.set(key, snapshot);
  }

  /** Asks until the worker has what the question is about. */
  private async answered<T extends object>(ask: () => Promise<T | Unanswered>): Promise<T> {
    for (let left = tries; ; left--) {
      const reply = await ask();
      if (!("state" in reply)) return reply;
      await this.answerable(reply, left);
    }
  }

  /** Brings back what a question lacked, or throws what it failed with. */
  private async answerable(reply: Unanswered, left: number): Promise<void> {
    if (reply.state === "failed") throw userError(reply.problem);
    const lacking = await this.restore(reply.keys);
    if (lacking.length > 0 || left === 1) throw new Needs(lacking.length > 0 ? lacking : reply.keys);
  }

  /** Gives the worker back what there are snapshots of, and returns the other keys. */
  private async restore(keys: readonly string[]): Promise<string[]> {
    const lacking: string[] = [];
    for (const key of keys) {
      this.held.delete(key);
      const snapshot = this.snapshots.get(key);
      if (snapshot === undefined) {
        lacking.push(key);
        continue;
      }
      await this.connection.call((api) => api.restore(key, snapshot), this.limits.answer).promise;
      this.held.add(key);
    }
    return lacking;
  }
}

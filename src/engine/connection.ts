import { wrap } from "comlink";
import { UserError } from "../schema/errors.ts";
import type { Port, StartPort } from "./port.ts";
import type { EngineApi } from "./protocol.ts";

/** How patient the page is with its worker, in milliseconds. */
export interface Patience {
  /** For a stopped run to say so, before the worker is ended. */
  stop: number;
  /** For an answer that needs no computation. */
  answer: number;
  /** Between two questions whether the worker is alive, while it has something to do. */
  beat: number;
  /** For a worker that says nothing at all: it is taken for dead. */
  silence: number;
}

export const patience: Patience = { stop: 300, answer: 30_000, beat: 10_000, silence: 120_000 };

/** A call under way. It is sent again to the next worker when its worker ends, and settles once. */
export interface Call<T> {
  readonly promise: Promise<T>;
  /** Settles it without the worker. */
  settle(value: T): void;
}

interface Pending {
  send(): void;
  fail(error: unknown): void;
  deaths: number;
}

/** How often a worker may die by itself with the same call before the call is given up. */
const deathsAllowed = 1;

const lost = () =>
  new UserError(
    "The computation was ended by the browser, most likely because memory ran out.",
    "Close other tabs, keep fewer columns or rows in a table cell, and run it again.",
  );

/**
 * The page's line to its worker: starts it when first needed, replaces it when it ends, and sends again what was not answered.
 *
 * After a worker is terminated, the promises of its calls never settle by themselves; here each call has its own.
 */
export class Connection {
  private api: Promise<EngineApi> | null = null;
  private port: Port | null = null;
  private generation = 0;
  private readonly pending = new Set<Pending>();
  private beat: ReturnType<typeof setInterval> | undefined;
  private heard = 0;

  constructor(
    private readonly start: StartPort,
    private readonly limits: Patience,
    private readonly on: { message(data: unknown): void; restart(): void },
  ) {}

  /** Calls the worker. `deadline` is in milliseconds: the worker that misses it is replaced, and the call fails. */
  call<T>(send: (api: EngineApi) => Promise<T>, deadline: number | null = null): Call<T> {
    let resolve!: (value: T) => void;
    let reject!: (error: unknown) => void;
    const promise = new Promise<T>((settled, failed) => {
      resolve = settled;
      reject = failed;
    });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const done = () => {
      clearTimeout(timer);
      this.pending.delete(pending);
      this.watch();
    };
    const settle = (value: T) => {
      done();
      resolve(value);
    };
    const fail = (error: unknown) => {
      done();
      reject(error);
    };
    const pending: Pending = {
      deaths: 0,
      fail,
      send: () => {
        const { generation } = this;
        const isCurrent = () => generation === this.generation && this.pending.has(pending);
        const heard = <V>(then: (value: V) => void) => {
          return (value: V) => {
            if (!isCurrent()) return;
            this.heard = performance.now();
            then(value);
          };
        };
        this.connected().then((api) => (isCurrent() ? send(api).then(heard(settle), heard(fail)) : undefined), heard(fail));
      },
    };
    this.pending.add(pending);
    if (deadline !== null) {
      timer = setTimeout(() => {
        fail(new UserError("The worker did not answer in time.", "It has been replaced. Try again."));
        this.restart();
      }, deadline);
    }
    this.watch();
    pending.send();
    return { promise, settle };
  }

  /** Tells a running worker something that needs no answer. */
  tell(send: (api: EngineApi) => unknown): void {
    this.api?.then(send).catch(() => undefined);
  }

  /** Ends the worker, and sends what it has not answered to a new one. */
  restart(): void {
    this.disconnect();
    this.on.restart();
    for (const pending of this.pending) pending.send();
  }

  /** Ends the worker for good; what it has not answered fails. */
  close(): void {
    this.disconnect();
    this.on.restart();
    for (const pending of this.pending) pending.fail(new UserError("The notebook was closed.", "Open it again."));
  }

  private disconnect(): void {
    this.generation++;
    this.port?.terminate();
    this.port = null;
    this.api = null;
  }

  private died(): void {
    for (const pending of this.pending) {
      if (++pending.deaths > deathsAllowed) pending.fail(lost());
    }
    this.restart();
  }

  private connected(): Promise<EngineApi> {
    this.api ??= this.connect(this.generation);
    return this.api;
  }

  private async connect(generation: number): Promise<EngineApi> {
    let port: Port;
    try {
      port = await this.start();
    } catch {
      if (generation === this.generation) this.api = null;
      throw new UserError("This browser did not start the part that computes.", "Reload the page; if that does not help, update the browser.");
    }
    if (generation !== this.generation) {
      port.terminate();
      return this.connected();
    }
    this.port = port;
    this.heard = performance.now();
    port.onDeath(() => {
      if (generation === this.generation) this.died();
    });
    port.endpoint.addEventListener("message", (event) => {
      if (generation === this.generation) this.on.message((event as MessageEvent<unknown>).data);
    });
    return wrap(port.endpoint) as unknown as EngineApi;
  }

  private watch(): void {
    if (this.pending.size === 0) {
      clearInterval(this.beat);
      this.beat = undefined;
    } else if (this.beat === undefined) {
      this.heard = performance.now();
      this.beat = setInterval(() => this.listen(), this.limits.beat);
    }
  }

  private listen(): void {
    if (performance.now() - this.heard > this.limits.silence) {
      this.heard = performance.now();
      this.died();
      return;
    }
    const { generation } = this;
    this.tell(async (api) => {
      await api.ping();
      if (generation === this.generation) this.heard = performance.now();
    });
  }
}

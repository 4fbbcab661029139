import { expose } from "comlink";
import type { Catalogued, Kernel } from "../../src/cells/cell.ts";
import type { Port } from "../../src/engine/port.ts";
import type { ComputeRequest } from "../../src/engine/protocol.ts";
import { Workspace } from "../../src/engine/worker/workspace.ts";
import type { Column } from "../../src/schema/column.ts";
import type { ParamSchema, RawParams } from "../../src/schema/parameter.ts";
import { defaultSettings } from "../../src/schema/settings.ts";
import type { Provides } from "../../src/schema/shape.ts";
import type { Table } from "../../src/schema/table.ts";

export function numbers(name: string, values: number[]): Column {
  return { name, type: "number", values: Float64Array.from(values) };
}

export function table(...columns: Column[]): Table {
  return { rows: columns[0]?.values.length ?? 0, unit: "event", columns };
}

const kind = (name: string, params: ParamSchema = {}, provides: Provides = "table"): [string, Catalogued] => [
  name,
  { kind: { name, major: 1, title: name, question: "?", icon: "table", provides, summary: "" }, params },
];

export const catalog: ReadonlyMap<string, Catalogued> = new Map(
  ["count", "sum", "slow", "runaway", "crash", "broken"].map((name) => kind(name, { from: { type: "input", accepts: ["table"], optional: true } })),
);

const nothing = { facts: [], warnings: [], n: 0, excluded: {} };
const never = new Promise<never>(() => undefined);

/** A worker in the same thread: the real worker's code behind a message channel, with kernels that misbehave. */
export class FakeWorker {
  static readonly started: FakeWorker[] = [];
  /** Kinds computed, over all workers of a test. */
  static readonly computed: string[] = [];
  isTerminated = false;
  /** A worker in a loop without end hears and says nothing. */
  isFrozen = false;
  private readonly channel = new MessageChannel();
  private die: () => void = () => undefined;

  static start(): Promise<Port> {
    const worker = new FakeWorker();
    FakeWorker.started.push(worker);
    return Promise.resolve({
      endpoint: worker.channel.port1,
      terminate: () => worker.terminate(),
      onDeath: (listener) => {
        worker.die = listener;
      },
    });
  }

  static reset(): void {
    for (const worker of FakeWorker.started) worker.terminate();
    FakeWorker.started.length = 0;
    FakeWorker.computed.length = 0;
  }

  constructor() {
    const { port2 } = this.channel;
    const wrappers = new Map<unknown, EventListener>();
    const endpoint = {
      postMessage: (message: unknown, transfer?: Transferable[]) => {
        if (!this.isFrozen) port2.postMessage(message, transfer ?? []);
      },
      addEventListener: (type: string, listener: EventListener) => {
        const heard: EventListener = (event) => (this.isFrozen ? undefined : listener(event));
        wrappers.set(listener, heard);
        port2.addEventListener(type, heard);
      },
      removeEventListener: (type: string, listener: EventListener) => port2.removeEventListener(type, wrappers.get(listener)!),
      start: () => port2.start(),
    };
    expose(new Workspace(catalog, this.kernels(), (message) => endpoint.postMessage(message, [])), endpoint as never);
  }

  /** Dies by itself, as when memory runs out. */
  crash(): void {
    this.isFrozen = true;
    this.die();
  }

  private terminate(): void {
    this.isTerminated = true;
    this.isFrozen = true;
    this.channel.port1.close();
  }

  private kernels(): ReadonlyMap<string, Kernel> {
    const kernel = (name: string, compute: Kernel["compute"]): [string, Kernel] => [
      name,
      {
        compute(inputs, params, job) {
          FakeWorker.computed.push(name);
          return compute(inputs, params, job);
        },
      },
    ];
    return new Map([
      kernel("count", async (_inputs, params, job) => {
        const { to } = params as { to: number };
        const files = await job.files(["big.csv"]).catch(() => []);
        const value = table(
          numbers(
            "n",
            Array.from({ length: to }, (_, at) => at),
          ),
        );
        return { ...nothing, tables: {}, n: files.length, value };
      }),
      kernel("sum", (inputs) => {
        const [column] = inputs.table("from").columns;
        return Promise.resolve({ ...nothing, tables: {}, n: Array.from(column!.values).reduce((sum, value) => sum + value, 0) });
      }),
      kernel("slow", async (_inputs, _params, job) => {
        for (let round = 0; ; round++) {
          const pause = job.progress((round % 100) / 100, "Waiting");
          if (!pause) continue;
          await pause;
          // Node hands a port a thousand messages before it looks at another one; a browser takes them in turn.
          await new Promise(setImmediate);
        }
      }),
      kernel("runaway", () => {
        this.isFrozen = true;
        return never;
      }),
      kernel("crash", () => {
        queueMicrotask(() => this.crash());
        return never;
      }),
      kernel("broken", () => Promise.reject(new TypeError("x is undefined"))),
    ]);
  }
}

export function request(kind: string, params: RawParams = {}, more: Partial<ComputeRequest> = {}): ComputeRequest {
  const key = `${kind} ${JSON.stringify(params)}`;
  return { key, name: kind, kind, params, inputs: {}, files: {}, settings: defaultSettings, seed: 1, ...more };
}

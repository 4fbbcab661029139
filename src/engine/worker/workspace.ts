import { transfer } from "comlink";
import { writeReading } from "../../data/read/arrow/write-reading.ts";
import type { ReadFile } from "../../data/read/read-file.ts";
import type { Catalogued, Kernel } from "../../cells/cell.ts";
import type { Journey } from "../../journey/journey.ts";
import { toProblem, UserError } from "../../schema/errors.ts";
import { members as membersOf, type Bitset } from "../../schema/bitset.ts";
import type { Pick } from "../../schema/pick.ts";
import { scalarAt } from "../../schema/scalar.ts";
import type {
  ComputeReply,
  ComputeRequest,
  EngineApi,
  FileReply,
  MembersReply,
  ProgressMessage,
  ReadingsReply,
  RowsQuery,
  RowsReply,
  TableFormat,
  Wanted,
} from "../protocol.ts";
import { buffersOf, bytesOf } from "../buffers-of.ts";
import { tableFile } from "../../data/write/table-file.ts";
import { contentOf } from "./content.ts";
import { customerRows } from "./customer-rows.ts";
import { outputShape } from "./output-shape.ts";
import { Pages } from "./pages.ts";
import { RunningJob, Stopped } from "./running-job.ts";
import { buffersToMove, shippedTables } from "./shipped.ts";
import { fromSnapshot, snapshotOf } from "./snapshot.ts";
import { keptOf, Store } from "./store.ts";
import { StoredInputs } from "./stored-inputs.ts";

/** Values of fewer bytes are read again rather than kept twice. */
const snapshotFrom = 1 << 20;

/** The worker's side of the engine: the outputs of cells by key, and the runs that make them. */
export class Workspace implements EngineApi {
  private readonly store = new Store();
  private readonly pages = new Pages();
  private readonly jobs = new Map<number, RunningJob>();

  constructor(
    private readonly catalog: ReadonlyMap<string, Catalogued>,
    private readonly kernels: ReadonlyMap<string, Kernel>,
    private readonly tell: (message: ProgressMessage) => void,
  ) {}

  async compute(number: number, request: ComputeRequest): Promise<ComputeReply> {
    const lacking = this.store.lacking(request);
    if (lacking.length > 0) return { state: "needs", keys: lacking };
    const job = new RunningJob(number, request, this.tell);
    this.jobs.set(number, job);
    try {
      const reply = await this.run(request, job);
      return reply.state === "done" ? transfer(reply, buffersToMove(reply.result.tables)) : reply;
    } catch (error) {
      return job.cancelled || error instanceof Stopped ? { state: "stopped" } : { state: "failed", problem: toProblem(error) };
    } finally {
      this.jobs.delete(number);
    }
  }

  cancel(number: number): void {
    const job = this.jobs.get(number);
    if (job !== undefined) job.cancelled = true;
  }

  rows(query: RowsQuery): Promise<RowsReply> {
    return Promise.resolve(this.page(query));
  }

  async file(query: RowsQuery, format: TableFormat): Promise<FileReply> {
    const page = this.page(query);
    if ("state" in page) return page;
    try {
      const bytes = await tableFile(page, format);
      return transfer({ bytes }, [bytes.buffer]);
    } catch (error) {
      return { state: "failed", problem: toProblem(error) };
    }
  }

  members(request: ComputeRequest, pick: Pick, wanted?: Wanted): Promise<MembersReply> {
    return Promise.resolve(this.picked(request, pick, wanted));
  }

  async readings(number: number, request: ComputeRequest): Promise<ReadingsReply> {
    const job = new RunningJob(number, request, this.tell);
    this.jobs.set(number, job);
    try {
      const readings = (await this.known(request.kind).kernel.readings?.(request.params as never, job)) ?? [];
      return transfer(
        { state: "done", readings },
        [...buffersOf(readings)].filter((buffer) => buffer instanceof ArrayBuffer),
      );
    } catch (error) {
      return job.cancelled || error instanceof Stopped ? { state: "stopped" } : { state: "failed", problem: toProblem(error) };
    } finally {
      this.jobs.delete(number);
    }
  }

  pack(reading: ReadFile): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = writeReading(reading);
    return Promise.resolve(transfer(bytes, [bytes.buffer]));
  }

  async restore(key: string, snapshot: Blob): Promise<void> {
    this.store.keep(key, await fromSnapshot(snapshot));
  }

  forget(keys: string[]): void {
    for (const key of keys) this.store.forget(key);
    this.pages.forget();
  }

  ping(): Promise<void> {
    return Promise.resolve();
  }

  held(): Promise<number> {
    return Promise.resolve(this.store.bytes());
  }

  private async run(request: ComputeRequest, job: RunningJob): Promise<ComputeReply> {
    const started = performance.now();
    const { kind, kernel } = this.known(request.kind);
    await job.pause();
    const inputs = this.inputs(request);
    const output = await kernel.compute(inputs, request.params as never, job);
    await job.pause();
    const { value: _stays, ...found } = output;
    const kept = keptOf(output, request);
    this.store.keep(request.key, kept);
    const reads = Object.keys(request.files).length > 0;
    const bytes = bytesOf([kept.value, kept.tables]);
    const snapshot = reads && bytes >= snapshotFrom ? snapshotOf(kept) : null;
    const reply: ComputeReply = {
      state: "done",
      result: { ...found, tables: shippedTables(kept) },
      shape: outputShape(request.name, kind.kind.provides, kept),
      bytes,
      ...(reads ? { content: contentOf(kept) } : {}),
      ...(snapshot === null ? {} : { snapshot }),
      ms: 0,
    };
    return { ...reply, ms: performance.now() - started };
  }

  private page(query: RowsQuery): RowsReply {
    const kept = this.store.get(query.key);
    if (kept === undefined) return { state: "needs", keys: [query.key] };
    try {
      const page = this.pages.page(kept, query);
      return transfer(page, buffersToMove({ page }));
    } catch (error) {
      return { state: "failed", problem: toProblem(error) };
    }
  }

  private picked(request: ComputeRequest, pick: Pick, wanted?: Wanted): MembersReply {
    const isRead = this.kernels.get(request.kind)?.membersReadTables === true;
    const also = [...(isRead ? [request.key] : []), ...(wanted?.segments ?? []).map(({ key }) => key)];
    const lacking = [...this.store.lacking(request), ...also.filter((key) => this.store.get(key) === undefined)];
    if (lacking.length > 0) return { state: "needs", keys: lacking };
    try {
      const { set, journey, customers: all } = this.mark(request, pick);
      const places = membersOf(set);
      const customers = Array.from(places, (customer) => all[customer]!);
      if (wanted === undefined) return { customers };
      const segments = wanted.segments.map(({ name, key }) => ({ name, segments: this.store.get(key)?.value }));
      const table = customerRows(journey, Uint32Array.from(places), wanted.attributes, segments);
      return { customers, table };
    } catch (error) {
      return { state: "failed", problem: toProblem(error) };
    }
  }

  private inputs(request: ComputeRequest): StoredInputs {
    return new StoredInputs(request, this.store, (other, pick) => {
      const { set, customers } = this.mark(other, pick);
      return { names: ["mark"], sets: [set], customers };
    });
  }

  /** The customers behind a mark of a run's result, over those of the journey it reads. */
  private mark(request: ComputeRequest, pick: Pick): { set: Bitset; journey: Journey; customers: string[] } {
    const { kind, kernel } = this.known(request.kind);
    const from = Object.keys(kind.params).find((name) => {
      const spec = kind.params[name]!;
      return spec.type === "input" && spec.accepts.includes("journey") && typeof request.params[name] === "string";
    });
    if (kernel.members === undefined || from === undefined)
      throw new UserError(`The marks of "${request.name}" do not stand for customers.`, "Choose a mark of another cell.");
    const inputs = this.inputs(request);
    const job = new RunningJob(-1, request, () => undefined);
    const set = kernel.members(inputs, request.params as never, pick, job, this.store.get(request.key)?.tables ?? {});
    const journey = inputs.journey(request.params[from] as string);
    const ids = journey.attribute("customer");
    return { set, journey, customers: Array.from({ length: set.length }, (_, customer) => String(scalarAt(ids, customer))) };
  }

  private known(name: string): { kind: Catalogued; kernel: Kernel } {
    const kind = this.catalog.get(name);
    const kernel = this.kernels.get(name);
    if (kind !== undefined && kernel !== undefined) return { kind, kernel };
    throw new UserError(`There is no kind of cell "${name}" here.`, "Open the notebook with a newer Journeybook.");
  }
}

import { Needs } from "../../../src/engine/needs.ts";
import type { ComputeReply, ComputeRequest, Engine, FileEntry, Progress, RowsQuery } from "../../../src/engine/protocol.ts";
import type { Table } from "../../../src/schema/table.ts";

/** Files whose bytes the fake engine can tell without waiting. */
const texts = new WeakMap<Blob, string>();

export function file(name: string, text: string, modified = 0): FileEntry {
  const blob = new Blob([text]);
  texts.set(blob, text);
  return { name, file: blob, modified };
}

/** The one text a fake result says: the whole formula of how it came about. */
export const said = (reply: { facts: { text: string }[] } | null | undefined) => reply?.facts[0]?.text ?? null;

/** An engine that computes the formula of what it was asked, at once or when told, and counts. */
export class FakeEngine implements Engine {
  /** Names of the cells run, in order. */
  readonly ran: string[] = [];
  readonly stopped: string[] = [];
  readonly forgotten: string[] = [];
  /** Runs wait for `release` where set. */
  isHolding = false;
  /** Formulas that fail. */
  failing = /never/;
  progress: ((progress: Progress) => void) | null = null;
  readonly values = new Map<string, string>();
  private waiting: (() => void)[] = [];

  async run(request: ComputeRequest, options: Parameters<Engine["run"]>[1]): Promise<ComputeReply> {
    const { signal } = options;
    this.ran.push(request.name);
    this.progress = (progress) => options.onProgress(progress);
    if (this.isHolding) {
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve);
        signal.addEventListener("abort", () => resolve());
      });
    } else await Promise.resolve();
    if (signal.aborted) {
      this.stopped.push(request.name);
      return { state: "stopped" };
    }
    const keys = Object.values(request.inputs).filter((key) => !this.values.has(key));
    if (keys.length > 0) return { state: "needs", keys };
    const files = Object.values(request.files).flatMap((entries) => entries.map(({ file }) => texts.get(file)!));
    const inputs = Object.values(request.inputs).map((key) => this.values.get(key)!);
    const formula = `${request.kind}(${[JSON.stringify(request.params["n"]) ?? "", ...files, ...inputs].join(",")})`;
    if (this.failing.test(formula)) return { state: "failed", problem: { problem: `${formula} fails.`, remedy: "Mend it." } };
    this.values.set(request.key, formula);
    const fact = { code: "formula", text: formula, values: {}, holds: true };
    return {
      state: "done",
      result: { tables: {}, facts: [fact], warnings: [], n: 1, excluded: {} },
      shape: { name: request.name, provides: "table", rows: 1, columns: [] },
      ms: 1,
      bytes: 100,
      ...(files.length > 0 ? { content: files.join("\n") } : {}),
    };
  }

  /** Lets the oldest run that waits go on. */
  release(): void {
    this.waiting.shift()?.();
  }

  rows({ key, table }: RowsQuery): Promise<Table> {
    const value = this.values.get(key);
    if (value === undefined) return Promise.reject(new Needs([key]));
    return Promise.resolve({ rows: value.length, unit: table === "main" ? "group" : "event", columns: [] });
  }

  members(request: ComputeRequest): Promise<{ customers: string[] }> {
    const lacking = Object.values(request.inputs).filter((key) => !this.values.has(key));
    return lacking.length > 0 ? Promise.reject(new Needs(lacking)) : Promise.resolve({ customers: ["ann"] });
  }

  file(query: RowsQuery): Promise<{ bytes: Uint8Array<ArrayBuffer> }> {
    return this.values.has(query.key) ? Promise.resolve({ bytes: new Uint8Array(1) }) : Promise.reject(new Needs([query.key]));
  }

  forget(keys: string[]): void {
    this.forgotten.push(...keys);
    for (const key of keys) this.values.delete(key);
  }

  holds(key: string): boolean {
    return this.values.has(key);
  }
}

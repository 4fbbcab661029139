import type { InputFile, Job } from "../../cells/cell.ts";
import { UserError } from "../../schema/errors.ts";
import type { Settings } from "../../schema/settings.ts";
import type { ComputeRequest, ProgressMessage } from "../protocol.ts";
import { turn } from "./turn.ts";

/** Milliseconds a run may keep the worker before it lets messages through. */
const slice = 12;
/** Milliseconds between two words on how far a run is. */
const telling = 100;

/** Thrown inside a run that was stopped, to leave it. */
export class Stopped extends Error {
  override readonly name = "Stopped";
}

/** The job a kernel is given: it lets a stop through between slices of work, and tells the page how far it is. */
export class RunningJob implements Job {
  cancelled = false;
  readonly timezone: string;
  readonly weekStart: number;
  readonly currency: string | null;
  readonly window: Settings["window"];
  readonly level: number;
  readonly seed: number;
  private paused = performance.now();
  private told = -Infinity;

  constructor(
    private readonly number: number,
    private readonly request: ComputeRequest,
    private readonly tell: (message: ProgressMessage) => void,
  ) {
    const { settings, seed } = request;
    this.timezone = settings.timezone;
    this.weekStart = settings.weekStart;
    this.currency = settings.currency;
    this.window = settings.window;
    this.level = settings.level;
    this.seed = seed;
  }

  progress(fraction: number, doing = ""): Promise<void> | undefined {
    const now = performance.now();
    if (now - this.paused < slice) return undefined;
    if (now - this.told >= telling) {
      this.told = now;
      this.tell({ progress: this.number, fraction: Math.min(1, Math.max(0, fraction)), doing });
    }
    return this.pause();
  }

  /** Lets messages through now. @throws {Stopped} When one of them stopped this run. */
  async pause(): Promise<void> {
    await turn();
    this.paused = performance.now();
    if (this.cancelled) throw new Stopped();
  }

  async files(names: string | string[]): Promise<InputFile[]> {
    return [names].flat().flatMap((name) => {
      const entries = this.request.files[name];
      if (entries === undefined || entries.length === 0)
        throw new UserError(`The file "${name}" is not here.`, "Drop it on the page, or choose another file.");
      return entries.map(({ name, file, modified }) => ({ name, blob: file, modified }));
    });
  }
}

import type { Port, StartPort } from "../../engine/port.ts";

/** Starts the first worker ahead of its need, so that unpacking it costs no one's time. Later ones start when they are asked for. */
export class EarlyWorker {
  #ready: Promise<Port> | null = null;
  #wasAsked = false;

  constructor(private readonly startPort: StartPort) {}

  /** Starts it now, unless one was started or asked for before. */
  prepare(): void {
    if (!this.#wasAsked) this.#ready ??= this.startPort();
  }

  /** The worker that was prepared, once; otherwise a new one. */
  start(): Promise<Port> {
    const ready = this.#ready;
    this.#ready = null;
    this.#wasAsked = true;
    return ready ?? this.startPort();
  }
}

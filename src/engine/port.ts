import type { Endpoint } from "comlink";

/** A worker as the client sees it. */
export interface Port {
  endpoint: Endpoint;
  /** Ends it at once, whatever it is doing. */
  terminate(): void;
  /** Calls back when it has died by itself or can no longer be understood. */
  onDeath(listener: () => void): void;
}

/** Starts a worker. */
export type StartPort = () => Promise<Port>;

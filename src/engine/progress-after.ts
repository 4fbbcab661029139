import type { Progress, ProgressMessage } from "./protocol.ts";

const least = { fraction: 0.05, ms: 500 };

/** How far a run is, with the seconds left once there is enough to tell from: as long as it took so far, for what remains. */
export function progressAfter({ fraction, doing }: ProgressMessage, elapsed: number): Progress {
  const known = fraction >= least.fraction && elapsed >= least.ms;
  return { fraction, doing, left: known ? (elapsed * (1 - fraction)) / fraction / 1000 : null };
}

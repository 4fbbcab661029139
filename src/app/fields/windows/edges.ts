import { duration } from "../../../schema/durations.ts";
import type { Windows } from "../../../schema/parameter.ts";

/** A length that a handle of the timeline changes. */
export type Edge = "observation" | "gap" | "outcome";

const day = 86_400_000;
const longest = 3_650;

/** A length in days. */
export function daysOf(text: string): number {
  return duration(text).ms / day;
}

/** How wide each part is and where its handle stands, as shares of the timeline; `total` is in days. */
export function edgesOf(windows: Windows): { parts: Record<Edge, number>; handles: Record<Edge, number>; total: number } {
  const [observation, gap, outcome] = [daysOf(windows.observation), daysOf(windows.gap), daysOf(windows.outcome)];
  const total = observation + gap + outcome;
  return {
    parts: { observation: observation / total, gap: gap / total, outcome: outcome / total },
    handles: { observation: 0, gap: (observation + gap) / total, outcome: 1 },
    total,
  };
}

/** The windows with one length changed, kept within what is allowed. */
export function withEdge(windows: Windows, edge: Edge, days: number): Windows {
  const least = edge === "gap" ? 0 : 1;
  const kept = Math.min(longest, Math.max(least, Math.round(Number.isFinite(days) ? days : least)));
  return { ...windows, [edge]: `${kept} day${kept === 1 ? "" : "s"}` };
}

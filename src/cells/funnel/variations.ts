import type { JsonRecord } from "../../schema/json.ts";
import type { FunnelParams } from "./plan.ts";

/** The same steps by other rules. */
export interface Variation {
  name: string;
  params: Partial<FunnelParams>;
  /** A product whose rules these are: offered as a change. */
  product?: true;
}

const plain = { order: "ordered", counting: "unique", ties: "seq", tie_seconds: 0, exclusion: "drop" } as const;

/**
 * Every entry policy, and the rules products publish for their funnels. The window stays the notebook's own.
 *
 * @see The products' own pages: Mixpanel "Funnels: advanced", Amplitude "Funnel Analysis", PostHog "Funnels", Adobe "Fallout"
 */
export const variations: readonly Variation[] = [
  { name: "Best entry", params: { entry: "best", counting: "unique" } },
  { name: "First entry", params: { entry: "first", counting: "unique" } },
  { name: "Every attempt", params: { entry: "best", counting: "totals" } },
  { name: "One at a time", params: { entry: "first", counting: "totals" } },
  { name: "Sessions", params: { entry: "best", counting: "sessions" } },
  { name: "Nothing between", params: { order: "strict" } },
  { name: "Mixpanel", product: true, params: { ...plain, entry: "first", ties: "either", tie_seconds: 2 } },
  { name: "Amplitude", product: true, params: { ...plain, entry: "best", ties: "either", tie_seconds: 1 } },
  { name: "PostHog", product: true, params: { ...plain, entry: "best", exclusion: "remove" } },
  { name: "Adobe, per visit", product: true, params: { ...plain, entry: "best", counting: "sessions" } },
];

/** What a variation changes, as a file would say it. */
export const changes = ({ params }: Variation): JsonRecord => params as JsonRecord;

/** How often the window is tried shorter and longer. */
export const windowFactors = [1 / 16, 1 / 8, 1 / 4, 1 / 2, 1, 2, 4] as const;

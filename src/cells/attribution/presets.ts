import type { CreditRules } from "../../analysis/attribution/path-credit.ts";
import { duration } from "../../schema/durations.ts";
import { UserError } from "../../schema/errors.ts";
import type { Values } from "../../schema/parameter.ts";
import type { params } from "./params.ts";

/** The parameters of an attribution cell. */
export type AttributionParams = Values<typeof params>;

const day = 86_400_000;
const monthDays = 30;

/** What is counted how, after the preset. */
export interface Rules {
  /** Milliseconds. */
  lookback: number;
  halfLife: number;
  position: CreditRules["position"];
  /** Whether direct visits earn nothing in any model, unless a path holds nothing else. */
  skipDirect: boolean;
}

const curves = {
  u: { first: 0.4, middle: 0.2, last: 0.4 },
  j: { first: 0.2, middle: 0.2, last: 0.6 },
  inverse_j: { first: 0.6, middle: 0.2, last: 0.2 },
} as const;

/** Amplitude's J: 30–70 of two touches, 10–10–20–60 of four; its mirror for the inverse J. */
const amplitude = {
  u: curves.u,
  j: { first: 0.1, middle: 0.3, last: 0.6, pair: [0.3, 0.7], neighbour: 2 / 3 },
  inverse_j: { first: 0.6, middle: 0.3, last: 0.1, pair: [0.7, 0.3], neighbour: 2 / 3 },
} as const;

const presets = {
  google_ads: { lookback: 30, curves, skipDirect: false },
  ga4: { lookback: 90, curves, skipDirect: true },
  adobe: { lookback: 30, curves, skipDirect: false },
  mixpanel: { lookback: 30, curves, skipDirect: false },
  amplitude: { lookback: 30, curves: amplitude, skipDirect: false },
} as const;

function milliseconds(name: "lookback" | "half_life", text: string): number {
  const { ms, months } = duration(text);
  const length = ms + months * monthDays * day;
  if (length >= day && length <= 365 * day) return length;
  throw new UserError(`"${name}" must be from 1 to 365 days. Got "${text}".`, 'Write it as "30 days", for example.', { param: name });
}

/**
 * The rules of a cell: its own, or those a product publishes.
 *
 * @throws {UserError} If a length of time is out of range.
 * @see The products' own pages: Google Ads "About attribution models", Google Analytics 4 "About attribution", Adobe Analytics "Attribution models",
 * Mixpanel "Attribution", Amplitude "Attribution models"
 */
export function rulesOf({ preset, lookback, half_life, curve, position }: AttributionParams): Rules {
  const [first, middle, last] = position as [number, number, number];
  const own = { first, middle, last };
  if (preset === "none") {
    const rule = curve === "custom" ? own : curves[curve];
    return { lookback: milliseconds("lookback", lookback), halfLife: milliseconds("half_life", half_life), position: rule, skipDirect: false };
  }
  const { lookback: days, curves: shapes, skipDirect } = presets[preset];
  return { lookback: days * day, halfLife: 7 * day, position: curve === "custom" ? own : shapes[curve], skipDirect };
}

/** Which channels are direct visits. */
export function directChannels({ direct }: AttributionParams, channels: readonly string[]): Uint8Array {
  const names = new Set(direct.split(",").map((name) => name.trim().toLowerCase()));
  return Uint8Array.from(channels, (channel) => (names.has(channel.trim().toLowerCase()) ? 1 : 0));
}

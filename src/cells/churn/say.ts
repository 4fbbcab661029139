import type { ModelName } from "./models.ts";

/** A share in per cent. */
export function share(value: number, digits = 0): string {
  return `${(value * 100).toFixed(digits)}%`;
}

/** Both ends of an interval of shares in per cent, without the sign. */
export function shares({ lower, upper }: { lower: number; upper: number }): string {
  return `(${(lower * 100).toFixed(0)}–${(upper * 100).toFixed(0)})`;
}

/** "12 customers", "1 customer". */
export function several(count: number, word: string): string {
  return `${count.toLocaleString("en-US")} ${word}${count === 1 ? "" : "s"}`;
}

/** A model at the start of a sentence. */
export const modelWords: Record<ModelName, string> = {
  boosting: "Boosting",
  logistic: "The logistic model",
  recency: "Days since the last activity alone",
};

/** Names in quotes, the first five of many. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).map((name) => `"${name}"`);
  return `${shown.join(", ")}${names.length > 5 ? ` and ${names.length - 5} more` : ""}`;
}

/** The form of a verb for one or for several. */
export function verb(names: readonly unknown[], one: string, many: string): string {
  return names.length === 1 ? one : many;
}

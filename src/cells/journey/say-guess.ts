import { roles } from "../../schema/mapping.ts";
import type { Guess } from "./guess.ts";

function sureness(confidence: number): string {
  if (confidence >= 0.85) return "sure";
  return confidence >= 0.6 ? "likely" : "a guess";
}

/**
 * A guessed mapping in one sentence, with how sure each part is.
 *
 * @example sayGuess(guess) // "Customer is customer_id (sure), time is ordered_at (sure), event is “purchase” for every row (likely)."
 */
export function sayGuess({ line, confidence }: Guess): string {
  const parts = roles.flatMap((role) => {
    const value = line[role];
    if (value === undefined) return [];
    const what = typeof value !== "string" ? value.join(", else ") : value.startsWith("=") ? `“${value.slice(1)}” for every row` : value;
    return [`${role} is ${what} (${sureness(confidence[role])})`];
  });
  const sentence = parts.join(", ");
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

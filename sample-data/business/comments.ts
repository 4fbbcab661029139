import type { Chance } from "./chance.ts";
import { sayings } from "./sayings.ts";

export type Theme = keyof typeof sayings;
export type Sentiment = "positive" | "negative";

const openers: Record<Sentiment, readonly string[]> = {
  positive: ["", "", "", "Just wanted to say:", "Honestly,", "Third order here.", "Small thing, but", "As always,"],
  negative: ["", "", "", "Sorry to say,", "Honestly,", "I like your shop, but", "Not the first time:", "Hm."],
};
const closers: Record<Sentiment, readonly string[]> = {
  positive: ["", "", "", "", "Thank you!", "Will be back.", "Keep it up", ":-)", "\nGreetings, a happy cook"],
  negative: ["", "", "", "", "Please look into it.", "I expected more.", "What a pity", ":-(", "\n\nKind regards"],
};

/** Drops or doubles a letter, or shouts: people write as they write. */
function asTyped(chance: Chance, text: string): string {
  if (chance.happens(0.05)) {
    const at = chance.between(1, text.length - 2);
    return text.slice(0, at) + text.slice(at + 1);
  }
  if (chance.happens(0.02)) return text.toUpperCase();
  return chance.happens(0.1) ? text.toLowerCase() : text;
}

/** A comment of a theme, in one of many wordings. */
export function commentOn(chance: Chance, theme: Theme, sentiment: Sentiment): string {
  const opener = chance.pick(openers[sentiment]);
  const saying = chance.pick(sayings[theme][sentiment]);
  const closer = chance.pick(closers[sentiment]);
  const continued = /[,:t]$/.test(opener) ? saying : saying[0]!.toUpperCase() + saying.slice(1);
  const text = [opener, continued].filter(Boolean).join(" ");
  const spaced = closer.startsWith("\n") || closer === "" ? closer : ` ${closer}`;
  return asTyped(chance, text + spaced);
}

import { end, hour } from "./calendar.ts";
import { commentOn, type Sentiment, type Theme } from "./comments.ts";
import type { Answer } from "./ledger.ts";
import type { Life } from "./life.ts";

/** What people speak of when nothing went wrong, and how often they are pleased with it. */
const usual = {
  delivery: { share: 0.22, pleased: 0.85 },
  packaging: { share: 0.2, pleased: 0.5 },
  price: { share: 0.2, pleased: 0.25 },
  quality: { share: 0.23, pleased: 0.9 },
  staff: { share: 0.15, pleased: 0.85 },
} as const;

function answer(life: Life, at: number, survey: Answer["survey"], touchpoint: string, score: number, theme: Theme, sentiment: Sentiment): void {
  if (at >= end) return;
  const comment = life.chance.happens(0.55) ? commentOn(life.chance, theme, sentiment) : "";
  const spoken = comment === "" ? { theme: "", sentiment: "" } : { theme, sentiment };
  life.ledger.answers.push({ at, customer: life.person.id, survey, touchpoint, score, comment, ...spoken });
}

function usualTheme(life: Life): { theme: Theme; sentiment: Sentiment } {
  const theme = life.chance.share(usual);
  return { theme, sentiment: life.chance.happens(usual[theme].pleased) ? "positive" : "negative" };
}

/** Asks for satisfaction, 1 to 5, after something; `pain` is the theme of what went wrong. */
export function rate(life: Life, at: number, touchpoint: string, pain: Theme | null): void {
  const { chance } = life;
  if (!chance.happens(0.24)) return;
  const when = at + chance.between(1800, 36 * 3600) * 1000;
  if (pain !== null) {
    answer(life, when, "csat", touchpoint, chance.between(1, 3), pain, "negative");
    return;
  }
  const { theme, sentiment } = usualTheme(life);
  const score = sentiment === "positive" ? chance.between(4, 5) : chance.between(3, 4);
  answer(life, when, "csat", touchpoint, score, theme, sentiment);
}

/** Asks how easy it was to get help, 1 to 7. */
export function rateSupport(life: Life, closed: number, wasSlow: boolean): void {
  const { chance } = life;
  if (!chance.happens(0.4)) return;
  const score = wasSlow ? chance.between(1, 4) : chance.between(4, 7);
  answer(life, closed + chance.between(1, 30) * hour, "ces", "support", score, "staff", wasSlow ? "negative" : "positive");
}

/** Asks whether they would recommend the shop, 0 to 10. */
export function askToRecommend(life: Life, at: number): void {
  const { chance } = life;
  if (!chance.happens(0.1)) return;
  if (life.pain !== null) {
    answer(life, at, "nps", "", chance.between(0, 7), life.pain, "negative");
    return;
  }
  const { theme, sentiment } = usualTheme(life);
  answer(life, at, "nps", "", sentiment === "positive" ? chance.between(8, 10) : chance.between(4, 8), theme, sentiment);
}

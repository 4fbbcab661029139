import { html, nothing, type TemplateResult } from "lit";
import type { Comparison } from "../../notebook/versions/comparison.ts";
import { icon } from "../icons/icon.ts";
import { comparedWords } from "./compared-words.ts";

/** How differences between two sets of data come about, for whoever wants to know. */
export const method =
  "Compares the two intervals (for rates this is Newcombe's interval) as if old and new data shared no customers. Where they do, it is wider than it need be.";

/** What changed in a cell since its data was replaced, in one quiet line. */
export function newsLine(news: Comparison | null): TemplateResult | typeof nothing {
  if (news === null || (news.headline === null && news.rows.length === 0)) return nothing;
  const clear = news.rows.filter((row) => row.clear).length;
  const words =
    news.headline === null
      ? `${clear === 0 ? "none" : clear} of ${news.rows.length} numbers changed clearly`
      : comparedWords(news.headline, navigator.language);
  return html`<p class="news" title=${method}>${icon("history", "small")}<span>Since the data changed: ${words}.</span></p>`;
}

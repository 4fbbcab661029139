import { html, nothing, type TemplateResult } from "lit";
import type { Change } from "../../notebook/diff/change.ts";
import { wordChanges } from "../../notebook/diff/word-changes.ts";

/** Words that stayed, went and came. */
function words(before: string, after: string): TemplateResult {
  const runs = wordChanges(before, after);
  return html`<p class="words">
    ${runs.map(({ type, text }) => (type === "same" ? text : type === "gone" ? html`<del>${text}</del>` : html`<ins>${text}</ins>`))}
  </p>`;
}

/** A text with the words marked that another does not have. */
export function ownWords(text: string, other: string): TemplateResult {
  const runs = wordChanges(other, text).filter(({ type }) => type !== "gone");
  return html`<p class="words">${runs.map((run) => (run.type === "same" ? run.text : html`<ins>${run.text}</ins>`))}</p>`;
}

/** What changed between two notebooks, a line each. */
export function changeList(changes: readonly Change[]): TemplateResult {
  if (changes.length === 0) return html`<p class="quiet">The words, cells and parameters are the same.</p>`;
  return html`<ul class="changes">
    ${changes.map(({ sentence, words: both }) => html`<li>${sentence}${both === undefined ? nothing : words(both.before, both.after)}</li>`)}
  </ul>`;
}

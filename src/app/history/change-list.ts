import { html, nothing, type TemplateResult } from "lit";
import type { Change } from "../../notebook/diff/change.ts";
import { wordChanges, type WordRun } from "../../notebook/diff/word-changes.ts";

const marked = ({ type, text }: WordRun): TemplateResult =>
  type === "gone" ? html`<del>${text}</del>` : type === "come" ? html`<ins>${text}</ins>` : html`<span>${text}</span>`;

/** A text with the words marked that another does not have. */
export function ownWords(text: string, other: string): TemplateResult {
  const runs = wordChanges(other, text).filter(({ type }) => type !== "gone");
  return html`<p class="words">${runs.map(marked)}</p>`;
}

/** What changed between two notebooks, a line each. */
export function changeList(changes: readonly Change[]): TemplateResult {
  if (changes.length === 0) return html`<p class="quiet">The words, cells and parameters are the same.</p>`;
  return html`<ul class="changes">
    ${changes.map(({ sentence, words: both }) => html`<li>${sentence}${both === undefined ? nothing : html`<p class="words">${wordChanges(both.before, both.after).map(marked)}</p>`}</li>`)}
  </ul>`;
}

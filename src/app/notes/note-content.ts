import { html, nothing, type TemplateResult } from "lit";
import { noteSchemas, said } from "../../notebook/notes.ts";
import type { NoteBlock } from "../../notebook/notebook.ts";
import { icon } from "../icons/icon.ts";
import { markdown } from "../prose/markdown.ts";
import { noteIcons, noteTitle } from "./note-title.ts";

const steps = ["finding", "change", "result"] as const;

/** A status as it reads. */
function statusOf(block: NoteBlock): { word: string; value: string } {
  const spec = noteSchemas.decision["status"]!;
  const value = said(block, "status") || "proposed";
  const at = spec.type === "choice" ? spec.of.indexOf(value) : -1;
  return { value, word: spec.type === "choice" && at >= 0 ? spec.labels![at]! : value };
}

/** Who and when, and the cell it is about. */
function signature(block: NoteBlock, go: ((cell: string) => void) | null): TemplateResult {
  const about = said(block, "about");
  const who = [said(block, block.kind === "comment" ? "by" : "owner"), said(block, "date")].filter((words) => words !== "").join(", ");
  const cell =
    about === ""
      ? nothing
      : html`<span class="about"
          >about
          ${go === null ? html`<span class="mono">${about}</span>` : html`<button class="link mono" @click=${() => go(about.split(".")[0]!)}>${about}</button>`}</span
        >`;
  return html`<span class="who">${who}</span>${cell}`;
}

function comment(block: NoteBlock, go: ((cell: string) => void) | null): TemplateResult {
  const text = said(block, "text");
  const body = text.trim() === "" ? html`<p class="none">Nothing written yet.</p>` : markdown(text);
  const head = html`${icon(noteIcons.comment, "small")}<span class="kind"
      >${block.params["resolved"] === true ? "Resolved comment" : "Comment"}</span
    >`;
  if (block.params["resolved"] === true) {
    return html`<details class="note comment">
      <summary class="head">${head}<span class="first">${noteTitle(block)}</span></summary>
      <div class="prose">${body}</div>
      <p class="signed">${signature(block, go)}</p>
    </details>`;
  }
  return html`<div class="note comment">
    <p class="head">${head}${signature(block, go)}</p>
    <div class="prose">${body}</div>
  </div>`;
}

function decision(block: NoteBlock, go: ((cell: string) => void) | null): TemplateResult {
  const { word, value } = statusOf(block);
  const shown = steps.filter((step) => step !== "result" || said(block, step) !== "");
  return html`<div class="note decision">
    <p class="head">
      ${icon(noteIcons.decision, "small")}<span class="kind">Decision</span><span class="status ${value}">${word}</span>${signature(block, go)}
    </p>
    <dl class="steps">
      ${shown.map(
        (step) =>
          html`<div>
            <dt>${step}</dt>
            <dd>${said(block, step) === "" ? html`<span class="none">not said yet</span>` : markdown(said(block, step))}</dd>
          </div>`,
      )}
    </dl>
  </div>`;
}

/** A comment or a decision as it reads. @param go Leads to the cell it is about; null where nothing leads there. */
export function noteContent(block: NoteBlock, go: ((cell: string) => void) | null): TemplateResult {
  return block.kind === "comment" ? comment(block, go) : decision(block, go);
}

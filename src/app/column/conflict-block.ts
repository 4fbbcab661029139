import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { diff } from "../../notebook/diff/diff.ts";
import { keepFrontSide, keepSide, type Side } from "../../notebook/edit/keep-side.ts";
import { side } from "../../notebook/file/conflicts.ts";
import { openNotebook } from "../../notebook/open.ts";
import type { UnknownBlock } from "../../notebook/notebook.ts";
import { blockHandle } from "../cell/block-handle.ts";
import { cellStyles } from "../cell/cell-styles.ts";
import { ownWords } from "../history/change-list.ts";
import { wordStyles } from "../history/history-styles.ts";
import { icon } from "../icons/icon.ts";
import { controls } from "../theme/controls.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** A conflict that git left: what ours and theirs say, and the choice between them. Without a block it is the one in the head of the file. */
@customElement("conflict-block")
export class ConflictBlock extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) block: UnknownBlock | null = null;
  @property({ type: Boolean, reflect: true }) selected = false;

  static override styles = [
    controls,
    cellStyles,
    wordStyles,
    css`
      .sides {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: 16px;
        margin-top: 16px;
      }
      h3 {
        font: 500 12px / 16px var(--font-ui);
        color: var(--ink-2);
      }
      .words {
        min-height: 36px;
        padding: 8px 10px;
        font: 12px/20px var(--font-code);
        color: var(--ink-2);
        background: var(--sunken);
        border-radius: var(--radius);
      }
      .buttons {
        display: flex;
        gap: 8px;
        margin-top: 12px;
      }
      @media (max-width: 720px) {
        .sides {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  #keep(kept: Side): void {
    const { block, workspace } = this;
    workspace.versions.keep("before merge");
    const label = `Keep ${kept} of a conflict`;
    if (block !== null) workspace.edits.change(label, (notebook, nextId) => keepSide(notebook, block.id, kept, nextId));
    else if (kept !== "both") workspace.edits.change(label, (notebook) => keepFrontSide(notebook, kept));
    workspace.notices.show({ text: `Kept ${kept}.`, action: { label: "Undo", run: () => workspace.edits.undo() } });
    this.#goOn();
  }

  /** To the next conflict, or to what was kept of this one. */
  #goOn(): void {
    const { document, selection } = this.workspace;
    const { blocks } = document.notebook;
    const next = blocks.find((block) => block.type === "unknown" && block.reason === "conflict") ?? blocks.find(({ id }) => id === this.block?.id);
    if (next !== undefined) selection.focus(next.id);
  }

  #side(title: string, text: string, other: string, buttons: readonly Side[]): TemplateResult {
    return html`<div role="group" aria-label=${title}>
      <h3>${title}</h3>
      ${text.trim() === "" ? html`<p class="words"><i>Nothing</i></p>` : ownWords(text, other)}
      <div class="buttons">${buttons.map((kept) => html`<button class="button" @click=${() => this.#keep(kept)}>Keep ${kept}</button>`)}</div>
    </div>`;
  }

  protected override render() {
    const { block } = this;
    const text = block?.text ?? this.workspace.document.notebook.front.unknown.join("\n");
    const [ours, theirs] = [side(text, "ours"), side(text, "theirs")];
    const takesBoth = block !== null && ours.trim() !== "" && theirs.trim() !== "";
    // A line end before a side that is not the top of a file.
    const [from, to] = [ours, theirs].map((one) => openNotebook(block === null ? `---\n${one}\n---\n` : `\n${one}`).notebook);
    return html`<div role="group" aria-label="Merge conflict">
      <div class="bar"></div>
      <div class="gutter">
        <span class="glyph" style="color: var(--warn)">${icon("triangle-alert", "small")}</span>${block === null ? nothing : blockHandle()}
      </div>
      <div class="kicker">
        ${icon("split", "small")}<span>merge conflict</span>${block?.name ? html`<span class="mono">${block.name}</span>` : nothing}
      </div>
      <h2 class="title message">${block?.problem ?? "Git left a conflict in the head of the file."}</h2>
      <p class="subtitle">Choose what stays. Until then it is kept as it is, and cells that read it wait.</p>
      <p class="subtitle">
        From ours to theirs:
        ${diff(from!, to!)
          .map(({ sentence }) => sentence)
          .join(" ")}
      </p>
      <div class="sides">
        ${this.#side("Ours: what was here", ours, theirs, ["ours"])}
        ${this.#side("Theirs: what was merged", theirs, ours, takesBoth ? ["theirs", "both"] : ["theirs"])}
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "conflict-block": ConflictBlock;
  }
}

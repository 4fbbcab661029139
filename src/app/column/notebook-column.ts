import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import "../cell/notebook-cell.ts";
import type { NotebookCell } from "../cell/notebook-cell.ts";
import { hasFrontConflict } from "../../notebook/edit/keep-side.ts";
import type { Block } from "../../notebook/notebook.ts";
import "../notes/note-block.ts";
import "../prose/prose-text.ts";
import { controls } from "../theme/controls.ts";
import { watch } from "../topics/watch.ts";
import type { Workspace } from "../workspace/workspace.ts";
import "./conflict-block.ts";
import { DragOrder } from "./drag-order.ts";
import "./insert-bar.ts";
import "../share/shared-line.ts";
import "../start/starter-wants.ts";
import "./missing-files.ts";
import "./unknown-block.ts";

/** What takes a press for itself. */
const interactive = "button, input, select, textarea, a, summary, label, [contenteditable]";

const inPath = (event: Event, fits: (target: HTMLElement) => boolean): HTMLElement | undefined =>
  event.composedPath().find((target): target is HTMLElement => target instanceof HTMLElement && fits(target));

function blockOf(event: Event): number | null {
  const element = inPath(event, (target) => target.dataset["block"] !== undefined);
  return element === undefined ? null : Number(element.dataset["block"]);
}

/** The notebook itself: its title, and its blocks one below the other. */
@customElement("notebook-column")
export class NotebookColumn extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        width: min(var(--column), 100% - 112px);
        margin: 0 auto;
        padding: 40px 0 96px;
      }
      h1 {
        font: 600 var(--text-head) / var(--line-head) var(--font-read);
        letter-spacing: -0.012em;
        text-wrap: balance;
      }
      .meta {
        display: flex;
        gap: 16px;
        margin-top: 8px;
        font-size: 12px;
        line-height: 16px;
        color: var(--ink-3);
      }
      /* A block that has the keyboard says so by its bar. */
      [data-block]:focus-visible {
        outline: none;
      }
      insert-bar {
        margin: 8px 0;
      }
      .empty {
        margin: 16px 0 8px;
        padding: 24px;
        border: 1.5px dashed var(--rule);
        border-radius: var(--radius);
        color: var(--ink-2);
      }
      .head {
        margin: 24px 0;
      }
      .empty b {
        display: block;
        font: 600 var(--text-lead) / var(--line-lead) var(--font-ui);
        color: var(--ink);
      }
      @media print {
        :host {
          width: auto;
          padding: 0;
        }
      }
      @media (max-width: 720px) {
        :host {
          width: calc(100% - 80px);
        }
      }
    `,
  ];

  constructor() {
    super();
    watch(this, () => [this.workspace.document.topic, this.workspace.selection.topic]);
  }

  readonly #visible = new Set<string>();
  /** Tells the scheduler which cells are seen, so that what they need runs first. */
  readonly #observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const { name } = (target as NotebookCell).block;
      if (isIntersecting) this.#visible.add(name);
      else this.#visible.delete(name);
    }
    this.workspace.runs.setVisible(this.#visible);
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  protected override updated(): void {
    this.#observer.disconnect();
    this.#visible.clear();
    for (const cell of this.renderRoot.querySelectorAll("notebook-cell")) this.#observer.observe(cell);
  }

  /** The element of a block. */
  blockElement(id: number): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`[data-block="${id}"]`);
  }

  /** A press chooses its block; with Shift everything up to it, with Ctrl or Cmd it beside the others. On a handle it begins a drag. */
  readonly #press = (event: PointerEvent): void => {
    const { selection } = this.workspace;
    const id = blockOf(event);
    if (id === null) return;
    if (inPath(event, (target) => target.dataset["handle"] !== undefined) !== undefined) {
      if (!selection.has(id)) selection.select(id);
      this.#drag.start(event, selection.ids);
    } else if (inPath(event, (target) => target.matches(interactive)) !== undefined || event.button !== 0) {
      if (!selection.has(id)) selection.select(id);
    } else if (event.shiftKey) {
      getSelection()?.removeAllRanges();
      selection.extend(id);
    } else if (event.ctrlKey || event.metaKey) selection.toggle(id);
    else selection.select(id);
  };

  readonly #enter = (event: Event): void => {
    const id = blockOf(event);
    if (id !== null && !this.workspace.selection.has(id)) this.workspace.selection.select(id);
  };

  @state() private gap: number | null = null;
  readonly #drag = new DragOrder({
    elements: () => [...this.renderRoot.querySelectorAll<HTMLElement>("[data-block]")],
    scroller: () => this.closest("main"),
    show: (gap) => (this.gap = gap),
    drop: (ids, gap) => this.workspace.edits.moveTo(ids, gap),
  });

  #block(block: Block): TemplateResult {
    const { workspace } = this;
    const selected = workspace.selection.has(block.id);
    const tab = workspace.selection.id === block.id || (workspace.selection.id === null && workspace.document.notebook.blocks[0] === block) ? 0 : -1;
    if (block.type === "cell") {
      return html`<notebook-cell
        data-block=${block.id}
        tabindex=${tab}
        .workspace=${workspace}
        .block=${block}
        .params=${workspace.choices.paramsOf(block)}
        .front=${workspace.document.notebook.front}
        ?selected=${selected}
      ></notebook-cell>`;
    }
    if (block.type === "prose") {
      return html`<prose-text data-block=${block.id} tabindex=${tab} .workspace=${workspace} .block=${block} ?selected=${selected}></prose-text>`;
    }
    if (block.type === "note") {
      return html`<note-block data-block=${block.id} tabindex=${tab} .workspace=${workspace} .block=${block} ?selected=${selected}></note-block>`;
    }
    if (block.reason === "conflict") {
      return html`<conflict-block
        data-block=${block.id}
        tabindex=${tab}
        .workspace=${workspace}
        .block=${block}
        ?selected=${selected}
      ></conflict-block>`;
    }
    return html`<unknown-block data-block=${block.id} tabindex=${tab} .block=${block} ?selected=${selected}></unknown-block>`;
  }

  protected override render() {
    const { workspace } = this;
    const { notebook } = workspace.document;
    const { blocks, front } = notebook;
    return html`
      <h1>${front.title === "" ? "Untitled notebook" : front.title}</h1>
      <div class="meta">
        <span>${workspace.settings.timezone}</span>${front.currency === undefined ? nothing : html`<span>${front.currency}</span>`}
      </div>
      <shared-line .workspace=${workspace}></shared-line>
      <div @focusin=${this.#enter} @pointerdown=${this.#press}>
        ${hasFrontConflict(notebook) ? html`<conflict-block class="head" .workspace=${workspace}></conflict-block>` : nothing}
        <missing-files .workspace=${workspace}></missing-files>
        <starter-wants .workspace=${workspace}></starter-wants>
        <insert-bar .workspace=${workspace} .place=${0} ?target=${this.gap === 0} ?shown=${blocks.length === 0}></insert-bar>
        ${
          blocks.length === 0
            ? html`<div class="empty"><b>Drop a file anywhere on the page</b>Or write first: add words or a cell with the buttons above.</div>`
            : nothing
        }
        ${repeat(
          blocks,
          (block) => block.id,
          (block, index) =>
            html`${this.#block(block)}<insert-bar
                .workspace=${workspace}
                .place=${index + 1}
                ?target=${this.gap === index + 1}
                ?shown=${workspace.selection.id === block.id || index === blocks.length - 1}
              ></insert-bar>`,
        )}
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "notebook-column": NotebookColumn;
  }
}

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { catalog } from "../../cells/catalog.ts";
import type { CellState } from "../../notebook/cell-state.ts";
import type { CellBlock, FrontMatter } from "../../notebook/notebook.ts";
import type { RawParams } from "../../schema/parameter.ts";
import { icon } from "../icons/icon.ts";
import "../figure/figure-view.ts";
import { newsLine } from "../history/news-line.ts";
import { controls } from "../theme/controls.ts";
import { PacedElement } from "../topics/paced-element.ts";
import { watch } from "../topics/watch.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { blockHandle } from "./block-handle.ts";
import { cellBadge } from "./cell-badge.ts";
import { cellBody } from "./cell-body.ts";
import { cellFooter } from "./cell-footer.ts";
import "./cell-menu.ts";
import { cellStyles } from "./cell-styles.ts";
import { cellTitle } from "./cell-title.ts";
import { Drawing } from "./drawing.ts";
import { footerStyles } from "./footer-styles.ts";
import { runGlyph } from "./run-glyph.ts";

/** A cell of the notebook: its finding, its figures, and where its run is. Draws itself again only when its own state changes. */
@customElement("notebook-cell")
export class NotebookCell extends PacedElement {
  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) block!: CellBlock;
  /** Its parameters with the values of the controls they follow. */
  @property({ attribute: false }) params!: RawParams;
  /** What holds for the whole notebook: figures are drawn anew when it changes. */
  @property({ attribute: false }) front!: FrontMatter;
  @property({ type: Boolean, reflect: true }) selected = false;
  @state() private renaming = false;
  /** Whether the pointer or the keyboard ever came near: only then are its tools needed. */
  @state() private near = false;
  #stop: () => void = () => undefined;
  #watched = "";
  readonly #drawing = new Drawing(() => {
    this.workspace.drew(this.block.name, this.#drawing.figures);
    this.requestUpdate();
  });

  static override styles = [controls, cellStyles, footerStyles];

  constructor() {
    super();
    watch(this, () => [this.workspace.shown.topic, this.workspace.versions.topic]);
    for (const type of ["pointerenter", "focusin"]) this.addEventListener(type, () => (this.near = true), { once: true });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
    this.#watched = "";
  }

  /** Opens the field for a new name. */
  rename(): void {
    this.renaming = true;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLInputElement>("input.rename")?.select());
  }

  #watch(): void {
    if (this.#watched === this.block.name) return;
    this.#stop();
    this.#watched = this.block.name;
    this.#stop = this.workspace.runs.topicOf(this.block.name).listen(() => this.requestUpdate());
  }

  protected override willUpdate(): void {
    if (this.isConnected) this.#watch();
    const { result } = this.cell;
    if (this.cell.current || this.#drawing.figures.length === 0)
      this.#drawing.show({ kind: this.block.kind, params: this.params }, result, this.workspace.settings, this.front.annotations);
  }

  private get cell(): CellState {
    return this.workspace.runs.state(this.block.name);
  }

  readonly #openPanel = (what: "table" | "method" | "provenance"): void => {
    this.workspace.selection.select(this.block.id);
    if (what === "table") this.workspace.openTable(this.block.name);
    else this.workspace.layout.openInspector(what);
  };

  #name(): TemplateResult {
    const { name, id } = this.block;
    if (!this.renaming) return html`<span class="mono" @dblclick=${() => this.rename()}>${name}</span>`;
    const done = (event: Event): void => {
      this.renaming = false;
      this.workspace.edits.rename(id, (event.target as HTMLInputElement).value.trim());
      this.workspace.selection.focus(id);
    };
    const onKey = (event: KeyboardEvent): void => {
      event.stopPropagation();
      if (event.key === "Enter") (event.target as HTMLInputElement).blur();
      if (event.key !== "Escape") return;
      (event.target as HTMLInputElement).value = name;
      (event.target as HTMLInputElement).blur();
    };
    return html`<input class="rename" aria-label="Name of the cell" .value=${name} spellcheck="false" @blur=${done} @keydown=${onKey} />`;
  }

  #actions(): TemplateResult {
    const { block, workspace } = this;
    return html`<span class="actions">
      ${
        this.cell.result === null
          ? nothing
          : html`<button class="square small" title="Table" aria-label=${`Table of ${block.name}`} @click=${() => this.#openPanel("table")}>
              ${icon("table-2", "small")}
            </button>`
      }
      <cell-menu .workspace=${workspace} .block=${block} @rename-cell=${() => this.rename()}></cell-menu>
    </span>`;
  }

  protected override render() {
    const { block, cell, workspace } = this;
    const kind = catalog.get(block.kind)?.kind;
    const figures = this.#drawing.figures;
    const folded = workspace.shown.isFolded(block.id);
    const busy = cell.state === "running" || cell.state === "queued";
    return html`<section aria-label=${`${block.kind} ${block.name}`} aria-busy=${busy}>
      <div class="bar"></div>
      <div class="gutter">
        ${runGlyph(cell.state, cell.progress)} ${blockHandle()}
        <button
          class="square small run"
          ?hidden=${busy}
          title="Run (Ctrl+Enter)"
          aria-label=${`Run ${block.name}`}
          @click=${() => workspace.runs.run(block.name)}
        >
          ${icon("play", "small")}
        </button>
      </div>
      <div class="kicker">
        ${icon(kind?.icon ?? "circle-dashed", "small")}<span>${block.kind}</span>${this.#name()}
        ${this.near || this.selected ? this.#actions() : nothing} ${cellBadge(cell, workspace)}
      </div>
      ${cellTitle(block, cell, figures)} ${newsLine(workspace.versions.news(block.name))}
      ${
        folded
          ? html`<button class="link folded" @click=${() => workspace.shown.fold([block.id])}>Show the output</button>`
          : cellBody(block, cell, figures, this.#drawing.fault, workspace)
      }
      ${cell.result === null ? nothing : cellFooter(cell, cell.result, workspace.settings, this.#openPanel)}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "notebook-cell": NotebookCell;
  }
}

import { LitElement, css, html } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import "./frame/notebook-frame.ts";
import type { NotebookFrame } from "./frame/notebook-frame.ts";
import { keyboard } from "./keys/keyboard.ts";
import "./notices/notice-bar.ts";
import "./page-overlays.ts";
import "./start/start-page.ts";
import type { StartPage } from "./start/start-page.ts";
import { clipboardEvents } from "./keys/clipboard-events.ts";
import { forgetEverything } from "./storage/storage.ts";
import { printFurniture } from "./reader/print-report.ts";
import "./reader/reader-view.ts";
import type { ReaderView } from "./reader/reader-view.ts";
import { controls } from "./theme/controls.ts";
import { watch } from "./topics/watch.ts";
import { carriesFiles, droppedFiles } from "./workspace/dropped-files.ts";
import type { Workspace } from "./workspace/workspace.ts";

/** The whole page: the start page or an open notebook, and what belongs to both: keys, drops, notices. */
@customElement("journey-book")
export class JourneyBook extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @state() private dragging = false;
  @query("notebook-frame") private readonly frame!: NotebookFrame | null;
  @query("reader-view") private readonly report!: ReaderView | null;
  @query("start-page") private readonly start!: StartPage | null;
  #stops: (() => void)[] = [];

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
        height: 100vh;
        height: 100dvh;
      }
      .drop {
        position: fixed;
        inset: 8px;
        z-index: 9;
        display: grid;
        place-items: center;
        border: 2px dashed var(--accent);
        border-radius: var(--radius-l);
        background: color-mix(in srgb, var(--accent-tint) 88%, transparent);
        font: 600 var(--text-title) / var(--line-title) var(--font-read);
        pointer-events: none;
      }
      @media print {
        :host {
          display: block;
          height: auto;
        }
      }
    `,
  ];

  constructor() {
    super();
    watch(this, () => [this.workspace.topic, this.workspace.document.topic, this.workspace.view.topic]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { selection, layout, runs, view } = this.workspace;
    selection.bring = (id, focused) => void this.updateComplete.then(() => this.frame?.bring(id, focused));
    selection.element = (id) => this.frame?.column.blockElement(id) ?? null;
    layout.toSearch = () => void this.frame?.updateComplete.then(() => this.frame?.rail.focusSearch());
    view.drawn = () => this.#drawn();
    const onKey = keyboard(this.workspace);
    const over = (event: DragEvent): void => {
      if (!carriesFiles(event.dataTransfer)) return;
      event.preventDefault();
      this.dragging = true;
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) this.dragging = false;
    };
    const drop = (event: DragEvent): void => {
      this.dragging = false;
      if (event.defaultPrevented || event.dataTransfer === null || !carriesFiles(event.dataTransfer)) return;
      event.preventDefault();
      void droppedFiles(event.dataTransfer).then((files) => this.workspace.receive(files));
    };
    addEventListener("keydown", onKey);
    addEventListener("dragover", over);
    addEventListener("dragleave", leave);
    addEventListener("drop", drop);
    this.#stops = [
      clipboardEvents(this.workspace),
      printFurniture(this.workspace),
      runs.summaryTopic.listen(() => this.#entitle()),
      () => removeEventListener("keydown", onKey),
      () => removeEventListener("dragover", over),
      () => removeEventListener("dragleave", leave),
      () => removeEventListener("drop", drop),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stops) stop();
  }

  protected override updated(): void {
    this.#entitle();
  }

  /** The tab says what the notebook is called and, while it runs, how far it is. */
  #entitle(): void {
    const { title } = this.workspace.document.notebook.front;
    const { busy, done, total } = this.workspace.runs.summary();
    const name = this.workspace.isOpen && title !== "" ? `${title} · Journeybook` : "Journeybook";
    document.title = this.workspace.isOpen && busy ? `${done}/${total} ${name}` : name;
  }

  /** Resolves when the report is there and every figure of it. */
  async #drawn(): Promise<void> {
    await this.updateComplete;
    while (this.report !== null && !this.report.isReady) await new Promise((resolve) => setTimeout(resolve, 50));
  }

  #open() {
    const { workspace } = this;
    if (!workspace.isOpen) return html`<start-page .workspace=${workspace}></start-page>`;
    if (workspace.view.mode === "read") return html`<reader-view .workspace=${workspace}></reader-view>`;
    return html`<notebook-frame .workspace=${workspace}></notebook-frame>`;
  }

  async #forget(): Promise<void> {
    const { notices, opening } = this.workspace;
    if (this.workspace.isOpen) await opening.leave();
    const done = await forgetEverything();
    notices.show({ text: done ? "Everything kept on this machine is gone." : "The browser did not let this page delete what it keeps." });
    await this.updateComplete;
    await this.start?.refresh();
  }

  protected override render() {
    const { workspace } = this;
    return html`${this.#open()} ${this.dragging ? html`<div class="drop">Drop notebooks or data anywhere</div>` : ""}
      <page-overlays .workspace=${workspace} @forget=${() => void this.#forget()}></page-overlays>
      <notice-bar .workspace=${workspace}></notice-bar>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "journey-book": JourneyBook;
  }
}

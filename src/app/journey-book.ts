import { LitElement, css, html } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import "./frame/notebook-frame.ts";
import type { NotebookFrame } from "./frame/notebook-frame.ts";
import { keyboard } from "./keys/keyboard.ts";
import "./keys/key-help.ts";
import type { KeyHelp } from "./keys/key-help.ts";
import "./notices/forget-dialog.ts";
import type { ForgetDialog } from "./notices/forget-dialog.ts";
import "./notices/notice-bar.ts";
import "./start/start-page.ts";
import type { StartPage } from "./start/start-page.ts";
import { forgetEverything } from "./storage/storage.ts";
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
  @query("key-help") private readonly help!: KeyHelp;
  @query("forget-dialog") private readonly forgetDialog!: ForgetDialog;
  @query("start-page") private readonly start!: StartPage | null;
  #stops: (() => void)[] = [];

  static override styles = [
    controls,
    css`
      :host {
        display: block;
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
    `,
  ];

  constructor() {
    super();
    watch(this, () => [this.workspace.topic]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.workspace.selection.bring = (id) => void this.updateComplete.then(() => this.frame?.bring(id));
    const onKey = keyboard(this.workspace, {
      help: () => this.help.show(),
      search: () => this.frame?.rail.focusSearch(),
      block: (id) => this.frame?.column.blockElement(id) ?? null,
    });
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
    const { title } = this.workspace.document.notebook.front;
    document.title = this.workspace.isOpen && title !== "" ? `${title} · Journeybook` : "Journeybook";
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
    return html`<div style="display: contents" @show-help=${() => this.help.show()} @ask-forget=${() => this.forgetDialog.show()}>
        ${workspace.isOpen ? html`<notebook-frame .workspace=${workspace}></notebook-frame>` : html`<start-page .workspace=${workspace}></start-page>`}
      </div>
      ${this.dragging ? html`<div class="drop">Drop notebooks or data anywhere</div>` : ""}
      <key-help></key-help>
      <forget-dialog @forget=${() => void this.#forget()}></forget-dialog>
      <notice-bar .workspace=${workspace}></notice-bar>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "journey-book": JourneyBook;
  }
}

import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { catalog } from "../../cells/catalog.ts";
import { counted } from "../../figures/formats/counted.ts";
import { date, moment } from "../../figures/formats/date.ts";
import type { Block, CellBlock } from "../../notebook/notebook.ts";
import { commandButton } from "../frame/command-button.ts";
import "../frame/theme-button.ts";
import { icon } from "../icons/icon.ts";
import { markdown } from "../prose/markdown.ts";
import { noteContent } from "../notes/note-content.ts";
import { noteStyles } from "../notes/note-styles.ts";
import { proseStyles } from "../prose/prose-styles.ts";
import { controls } from "../theme/controls.ts";
import "../share/shared-line.ts";
import { watch } from "../topics/watch.ts";
import { hasControls } from "../workspace/choices.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { contentsOf, type Entry } from "./contents.ts";
import "./control-panel.ts";
import { isRead } from "./is-read.ts";
import "./reader-cell.ts";
import { readerViewStyles } from "./reader-view-styles.ts";

/** Controls that find room in the bar at the top. */
const mostInBar = 2;
/** What the contents call the account of the cells that are not shown. */
const made = -1;

/** The notebook as a report: what its author wrote and found, and what its reader may choose. */
@customElement("reader-view")
export class ReaderView extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  /** The entry of the contents that is being read. */
  @state() private here: number | null = null;

  /** Whether comments are shown; decisions always are. */
  @state() private commented = true;

  static override styles = [controls, proseStyles, noteStyles, readerViewStyles];

  constructor() {
    super();
    watch(this, () => {
      const { document, choices, runs, files } = this.workspace;
      return [document.topic, choices.topic, runs.settledTopic, files.topic];
    });
    this.addEventListener("scroll", () => this.#find(), { passive: true });
  }

  /** Whether everything that will be shown is drawn. */
  get isReady(): boolean {
    return this.hasUpdated && [...this.renderRoot.querySelectorAll("reader-cell")].every((cell) => cell.isReady);
  }

  #find(): void {
    const top = this.getBoundingClientRect().top + innerHeight / 3;
    const isAtEnd = this.scrollTop + this.clientHeight > this.scrollHeight - 8;
    const entries = this.#entries();
    const passed = isAtEnd ? entries : entries.filter(({ id }) => (this.#element(id)?.getBoundingClientRect().top ?? Infinity) < top);
    this.here = passed.at(-1)?.id ?? null;
  }

  #element(id: number): Element | null {
    return this.renderRoot.querySelector(`[data-entry="${id}"]`);
  }

  /** Cells that a reader does not see, but for controls. */
  #hidden(): CellBlock[] {
    return this.workspace.document.notebook.blocks.filter((block) => block.type === "cell" && !isRead(block) && !hasControls(block)) as CellBlock[];
  }

  #entries(): Entry[] {
    const account = { id: made, text: "How this was computed" };
    return [...contentsOf(this.workspace.document.notebook.blocks), ...(this.#hidden().length === 0 ? [] : [account])];
  }

  #go(id: number): void {
    this.#element(id)?.scrollIntoView({ block: "start" });
    this.here = id;
  }

  #goTo(name: string): void {
    const block = this.workspace.cellNamed(name);
    if (block !== null) this.#go(block.id);
  }

  /** Shows or hides comments. */
  #comments(): TemplateResult | typeof nothing {
    const { blocks } = this.workspace.document.notebook;
    if (!blocks.some((block) => block.type === "note" && block.kind === "comment")) return nothing;
    const label = this.commented ? "Hide comments" : "Show comments";
    return html`<button
      class="square"
      title=${label}
      aria-label=${label}
      aria-pressed=${this.commented ? "true" : "false"}
      @click=${() => (this.commented = !this.commented)}
    >
      ${icon("message-square")}
    </button>`;
  }

  #bar(inBar: boolean): TemplateResult {
    const { workspace } = this;
    return html`<header class="bar">
      <div class="file">${icon("book-open")}<span>${workspace.document.fileName}</span></div>
      <span class="space"></span>
      ${inBar ? html`<control-panel narrow .workspace=${workspace}></control-panel>` : nothing} ${this.#comments()}
      ${commandButton("print", workspace)}
      <theme-button></theme-button>
      <button class="button" @click=${() => workspace.view.set("edit")}>Open as notebook</button>
    </header>`;
  }

  /** The last day of what the cells found. */
  #meta(): TemplateResult | typeof nothing {
    const ends = this.workspace.runs.all().flatMap(({ result }) => (result?.window === undefined ? [] : [result.window[1]]));
    if (ends.length === 0) return nothing;
    const last = moment(Math.max(...ends) - 1, this.workspace.settings.timezone).slice(0, 10);
    return html`<div class="meta"><span>Data to ${date(last, navigator.language)}</span></div>`;
  }

  #wanted(): TemplateResult | typeof nothing {
    const names = this.workspace.missingFiles();
    if (names.length === 0) return nothing;
    return html`<div class="wanted">
      ${icon("upload")}
      <p>
        This report reads <b class="mono">${names.join(", ")}</b>, which ${names.length === 1 ? "is" : "are"} not here. Drop the data anywhere on the
        page.
      </p>
      <button class="button primary" @click=${() => void this.workspace.chooseFiles()}>Choose files</button>
    </div>`;
  }

  #block(block: Block, inBar: boolean): TemplateResult | typeof nothing {
    const { workspace } = this;
    if (block.type === "prose") {
      if (block.text.trim() === "") return nothing;
      return html`<div class="prose" data-entry=${block.id}>${guard([block.text], () => markdown(block.text))}</div>`;
    }
    if (block.type === "note") {
      return this.commented || block.kind === "decision" ? html`<div class="said">${noteContent(block, (cell) => this.#goTo(cell))}</div>` : nothing;
    }
    if (block.type !== "cell" || !isRead(block)) return nothing;
    if (hasControls(block)) return inBar ? nothing : html`<control-panel class="own" .workspace=${workspace} .cell=${block.name}></control-panel>`;
    return html`<reader-cell
      data-entry=${block.id}
      .workspace=${workspace}
      .block=${block}
      .params=${workspace.choices.paramsOf(block)}
      .front=${workspace.document.notebook.front}
    ></reader-cell>`;
  }

  #line(block: CellBlock): TemplateResult {
    const { result, shape } = this.workspace.runs.state(block.name);
    const files = this.workspace.filesOf(block).map(({ name }) => name);
    const rows = shape === null ? "no result" : counted(shape.rows, "row", navigator.language);
    const said = result?.facts.find(({ holds }) => holds)?.text;
    return html`<li>
      <span class="mono">${block.name}</span> ${catalog.get(block.kind)?.kind.title ?? block.kind}:
      ${said ?? rows}${files.length === 0 ? nothing : html`, from <span class="mono">${files.join(", ")}</span>`}
    </li>`;
  }

  #made(hidden: readonly CellBlock[]): TemplateResult {
    return html`<section class="made" data-entry=${made}>
      <h2>How this was computed</h2>
      <ul>
        ${hidden.map((block) => this.#line(block))}
      </ul>
    </section>`;
  }

  protected override render() {
    const { workspace } = this;
    const { blocks, front } = workspace.document.notebook;
    const readControls = blocks.filter((block) => block.type === "cell" && hasControls(block) && isRead(block));
    const count = workspace.choices.controls().length;
    const inBar = readControls.length > 0 && count > 0 && count <= mostInBar;
    const hidden = this.#hidden();
    return html`${this.#bar(inBar)}
      <div class="page">
        <nav aria-label="Contents">
          ${this.#entries().map(({ id, text }) => html`<button aria-current=${this.here === id ? "true" : "false"} @click=${() => this.#go(id)}>${text}</button>`)}
        </nav>
        <main>
          <h1>${front.title === "" ? "Untitled notebook" : front.title}</h1>
          ${this.#meta()} ${this.#wanted()}
          <shared-line .workspace=${workspace}></shared-line>
          ${repeat(
            blocks,
            (block) => block.id,
            (block) => this.#block(block, inBar),
          )}
          ${hidden.length === 0 ? nothing : this.#made(hidden)}
        </main>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "reader-view": ReaderView;
  }
}

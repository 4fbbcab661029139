import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { catalog } from "../../cells/catalog.ts";
import { windowRange } from "../../figures/formats/date.ts";
import { number } from "../../figures/formats/number.ts";
import { canonicalParams } from "../../notebook/file/canonical-params.ts";
import type { CellState } from "../../notebook/cell-state.ts";
import type { CellBlock, FrontMatter } from "../../notebook/notebook.ts";
import type { RawParams } from "../../schema/parameter.ts";
import type { CellResult } from "../../schema/result.ts";
import { nounOf } from "../cell/cell-footer.ts";
import { cellStyles } from "../cell/cell-styles.ts";
import { cellTitle } from "../cell/cell-title.ts";
import { Drawing } from "../cell/drawing.ts";
import "../figure/figure-view.ts";
import { controls } from "../theme/controls.ts";
import { PacedElement } from "../topics/paced-element.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { drawnTable } from "./drawn-table.ts";
import { readerCellStyles } from "./reader-styles.ts";

const waits = new Set(["blocked", "missing", "fresh"]);

/** A cell in the report: what it found, without any tool. */
@customElement("reader-cell")
export class ReaderCell extends PacedElement {
  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) block!: CellBlock;
  /** Its parameters with the values of the controls they follow. */
  @property({ attribute: false }) params!: RawParams;
  @property({ attribute: false }) front!: FrontMatter;
  @state() private hasTable = false;
  #stop: () => void = () => undefined;
  readonly #drawing = new Drawing(() => this.requestUpdate());

  static override styles = [controls, cellStyles, readerCellStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = this.workspace.runs.topicOf(this.block.name).listen(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  /** Whether what it found is drawn, or it will find nothing. */
  get isReady(): boolean {
    const { state: run, current } = this.#cell;
    return this.hasUpdated && run !== "running" && run !== "queued" && (!current || this.#drawing.isDrawn);
  }

  get #cell(): CellState {
    return this.workspace.runs.state(this.block.name);
  }

  protected override willUpdate(): void {
    const { result, current } = this.#cell;
    const drawn = { kind: this.block.kind, params: this.params };
    if (current || this.#drawing.figures.length === 0) this.#drawing.show(drawn, result, this.workspace.settings, this.front.annotations);
  }

  #margin({ warnings }: CellResult): TemplateResult | typeof nothing {
    if (warnings.length === 0) return nothing;
    return html`<aside class="margin" aria-label=${`Notes on ${this.block.name}`}>
      ${warnings.map(({ lead, text }) => html`<p>${lead === undefined || !text.startsWith(lead) ? text : html`<b>${lead}</b>${text.slice(lead.length)}`}</p>`)}
    </aside>`;
  }

  #note(cell: CellState, result: CellResult): TemplateResult {
    const locale = navigator.language;
    const { timezone } = this.workspace.settings;
    const excluded = Object.entries(result.excluded).filter(([, count]) => count > 0);
    const parts = [
      `n ${number(result.n, locale)} ${nounOf(cell, result)}`,
      ...(excluded.length === 0 ? [] : [`Excluded ${excluded.map(([reason, count]) => `${number(count, locale)} ${reason}`).join(", ")}`]),
      ...(result.window === undefined ? [] : [`Window ${windowRange(result.window, timezone, locale)}`]),
    ];
    const { kind, name } = this.block;
    return html`<div class="note">
      ${parts.join(". ")}.
      <span class="ways"
        ><button
          class="link"
          aria-expanded=${this.hasTable ? "true" : "false"}
          aria-label=${`Table of ${name}`}
          @click=${() => (this.hasTable = !this.hasTable)}
        >
          Table
        </button>
        ·
        <button class="link" aria-label=${`Method of ${name}`} @click=${() => this.workspace.overlays.show("library", kind)}>Method</button>
        ·
        <button class="link" aria-label=${`Provenance of ${name}`} @click=${() => this.workspace.overlays.show("provenance", name)}>
          Provenance
        </button></span
      >
      <div class="written">${this.#written()}</div>
    </div>`;
  }

  /** The parameters in one line, for paper. */
  #written(): string {
    const written = canonicalParams(catalog.get(this.block.kind)?.params ?? {}, this.params);
    const said = Object.entries(written).map(
      ([name, value]) => `${name.replaceAll("_", " ")} ${typeof value === "string" ? value : JSON.stringify(value)}`,
    );
    return `${this.block.kind} ${this.block.name}: ${said.join(" · ")}`;
  }

  protected override render() {
    const { block, workspace } = this;
    const cell = this.#cell;
    const { result } = cell;
    const shown = result === null ? [] : this.#drawing.figures;
    const figure = (at: number) =>
      html`<figure-view class=${shown[at]!.half ? "half" : ""} .figure=${shown[at]!} ?captioned=${at > 0}></figure-view>`;
    const tables = this.hasTable ? shown.map((one) => drawnTable(one.drawn, `${block.name}: ${one.title}`, workspace.settings.timezone)) : nothing;
    const first = shown[0];
    const isAlone = first !== undefined && first.half !== true;
    return html`<section aria-label=${`${block.kind} ${block.name}`} aria-busy=${cell.state === "running" || cell.state === "queued"}>
      <div class="lead">
        ${cellTitle(block, cell, shown)}
        ${waits.has(cell.state) ? html`<p class="subtitle">${cell.problem?.problem ?? "There is no result yet."}</p>` : nothing}
        ${isAlone ? html`<div class=${cell.current ? "figures" : "figures dim"}>${figure(0)}</div>` : nothing}
      </div>
      ${
        shown.length > (isAlone ? 1 : 0)
          ? html`<div class=${cell.current ? "figures" : "figures dim"}>${shown.map((_, at) => (isAlone && at === 0 ? nothing : figure(at)))}</div>`
          : nothing
      }
      ${result === null ? nothing : html`${this.#margin(result)}${this.#note(cell, result)}${tables}`}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "reader-cell": ReaderCell;
  }
}

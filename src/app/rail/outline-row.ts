import { LitElement, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { runGlyph, runWord } from "../cell/run-glyph.ts";
import { compact } from "../../figures/formats/compact.ts";
import { span } from "../../figures/formats/span.ts";
import type { CellState } from "../../notebook/cell-state.ts";
import type { CellBlock } from "../../notebook/notebook.ts";
import { controls } from "../theme/controls.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { railStyles } from "./rail-styles.ts";

const settled = new Set(["done", "cached"]);

function measure(cell: CellState): string {
  if (cell.state === "running") return `${Math.floor((cell.progress?.fraction ?? 0) * 100)}%`;
  if (!settled.has(cell.state)) return runWord(cell.state, null);
  const { shape } = cell;
  if (shape?.provides === "journey" || shape?.provides === "segments") return compact(shape.customers ?? shape.rows, navigator.language);
  if (shape !== null && cell.result?.tables["main"]?.unit !== "group") return compact(shape.rows, navigator.language);
  return cell.ms === null ? "" : span(cell.ms, navigator.language);
}

/** A cell in the outline: where its run is, its name and kind, and one number. */
@customElement("outline-row")
export class OutlineRow extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) block!: CellBlock;
  @property({ type: Boolean }) selected = false;
  /** Whether only the state is shown. */
  @property({ type: Boolean }) folded = false;
  #stop: () => void = () => undefined;
  #watched = "";

  static override styles = [controls, railStyles];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
    this.#watched = "";
  }

  protected override willUpdate(): void {
    if (this.#watched === this.block.name) return;
    this.#stop();
    this.#watched = this.block.name;
    this.#stop = this.workspace.runs.topicOf(this.block.name).listen(() => this.requestUpdate());
  }

  protected override render() {
    const cell = this.workspace.runs.state(this.block.name);
    const focus = (): void => this.workspace.selection.focus(this.block.id);
    if (this.folded) {
      const label = `${this.block.name}: ${runWord(cell.state, cell.progress)}`;
      return html`<button class="square small" title=${label} aria-label=${label} aria-current=${this.selected ? "true" : "false"} @click=${focus}>
        ${runGlyph(cell.state, cell.progress)}
      </button>`;
    }
    return html`<button class="row" aria-current=${this.selected ? "true" : "false"} @click=${focus}>
      ${runGlyph(cell.state, cell.progress)}
      <span class="text"><span class="mono">${this.block.name}</span> <span class="kind">${this.block.kind}</span></span>
      <span class="measure">${measure(cell)}</span>
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "outline-row": OutlineRow;
  }
}

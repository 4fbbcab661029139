import { LitElement, css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Figure } from "../../figures/figure.ts";
import { highlight } from "../../figures/highlight.ts";
import { tipBox } from "../../figures/tip-box.ts";
import { markAt, marksOf, tipOf, tipText, type Tip } from "../../figures/tip.ts";
import type { CellBlock } from "../../notebook/notebook.ts";
import type { Pick } from "../../schema/pick.ts";
import { controls } from "../theme/controls.ts";
import type { Marks } from "../workspace/marks.ts";
import { figureStyles } from "./figure-styles.ts";
import "./mark-menu.ts";

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** One figure with its caption and legend, and what its marks say, by pointer and by arrow keys. */
@customElement("figure-view")
export class FigureView extends LitElement {
  @property({ attribute: false }) figure!: Figure;
  /** Whether title and subtitle stand above it; the first figure's are the cell's own. */
  @property({ type: Boolean }) captioned = false;
  /** The cell it is of and what can be done with the customers behind its marks; left out where nothing can. */
  @property({ attribute: false }) block: CellBlock | null = null;
  @property({ attribute: false }) marks: Marks | null = null;
  @state() private tip: Tip | null = null;
  @state() private picked: Pick | null = null;
  @query(".figure-tip") private readonly tipBox!: HTMLElement | null;
  #mark: Element | null = null;
  #restore: () => void = () => undefined;

  static override styles = [
    controls,
    figureStyles,
    css`
      :host {
        display: block;
        position: relative;
      }
      .caption {
        font-size: 12px;
        line-height: 16px;
        color: var(--ink-2);
        margin-bottom: 8px;
      }
      .caption b {
        color: var(--ink);
        font-weight: 600;
      }
      /* A figure made smaller by a narrow column keeps its proportions. */
      .figure-plot {
        height: auto;
      }
      .figure-tip,
      mark-menu {
        position: absolute;
        z-index: 4;
      }
      mark-menu {
        left: var(--mark-left);
        top: var(--mark-top);
        z-index: 5;
      }
      @media print {
        :host {
          break-inside: avoid;
        }
        .caption,
        .figure-caption {
          break-after: avoid;
        }
        .figure-halves {
          grid-template-columns: repeat(2, minmax(0, 1fr));
          gap: 16px;
        }
        .figure-halves > * {
          break-inside: avoid;
        }
        .figure-plot {
          max-height: 220mm;
        }
        .figure-scroll {
          overflow: visible;
        }
        .figure-table td {
          max-width: none;
          white-space: normal;
        }
        .figure-table tr {
          break-inside: avoid;
        }
      }
      .can-pick [data-row] {
        cursor: pointer;
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#point(null);
  }

  #point(mark: Element | null): void {
    if (mark === this.#mark) return;
    this.#restore();
    this.#mark = mark;
    this.#restore = mark === null ? () => undefined : highlight(mark);
    this.tip = mark === null ? null : tipOf(mark);
    void this.updateComplete.then(() => this.#place());
  }

  /** Opens what can be done with a mark's customers, where it stands for some. */
  #pick(mark: Element | null): void {
    const pick = mark === null || this.block === null || this.marks === null ? null : (this.figure.picks?.(mark) ?? null);
    if (mark === null || pick === null) return;
    const [own, frame] = [mark.getBoundingClientRect(), this.getBoundingClientRect()];
    const left = Math.max(0, Math.min(own.left - frame.left, frame.width - 264));
    this.style.setProperty("--mark-left", `${left}px`);
    this.style.setProperty("--mark-top", `${own.bottom - frame.top + 4}px`);
    this.#point(null);
    this.picked = pick;
  }

  readonly #close = (): void => {
    this.picked = null;
    this.renderRoot.querySelector<HTMLElement>("[tabindex]")?.focus();
  };

  /** Puts the tip right of its mark and below it, or on the other side where there is no room. */
  #place(): void {
    if (this.#mark === null || this.tipBox === null) return;
    const mark = this.#mark.getBoundingClientRect();
    const frame = this.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.tipBox;
    const right = mark.right - frame.left + 8;
    const left = right + width > frame.width ? Math.max(0, mark.left - frame.left - width - 8) : right;
    const top = mark.bottom + height + 8 > innerHeight ? mark.top - frame.top - height - 8 : mark.bottom - frame.top + 4;
    Object.assign(this.tipBox.style, { left: `${left}px`, top: `${top}px` });
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && this.#mark !== null) {
      this.#point(null);
      event.stopPropagation();
      return;
    }
    if (event.key === "Enter" && this.#mark !== null) {
      event.preventDefault();
      event.stopPropagation();
      this.#pick(this.#mark);
      return;
    }
    const step = steps[event.key];
    const marks = step === undefined || event.altKey ? [] : marksOf(this.figure.element);
    if (step === undefined || marks.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const at = this.#mark === null ? -1 : marks.indexOf(this.#mark);
    const first = step > 0 ? 0 : marks.length - 1;
    this.#point(marks[at < 0 ? first : Math.min(marks.length - 1, Math.max(0, at + step))]!);
  };

  protected override render() {
    const { figure } = this;
    const marked = marksOf(figure.element).length > 0;
    const canPick = this.block !== null && this.marks !== null && figure.picks !== undefined;
    return html`
      ${this.captioned ? html`<div class="caption"><b>${figure.title}</b> ${figure.subtitle}</div>` : nothing}
      <div
        tabindex=${marked ? 0 : nothing}
        role=${marked ? "group" : nothing}
        class=${canPick ? "can-pick" : nothing}
        aria-label=${marked ? `Figure. Arrow keys go through its marks${canPick ? ", Enter opens their customers" : ""}.` : nothing}
        @pointerover=${(event: PointerEvent) => this.#point(event.target instanceof Element ? markAt(event.target) : null)}
        @pointerleave=${() => this.#point(null)}
        @blur=${() => this.#point(null)}
        @click=${(event: MouseEvent) => this.#pick(event.target instanceof Element ? markAt(event.target) : null)}
        @keydown=${this.#onKey}
      >
        ${figure.element}
      </div>
      ${figure.legend ?? nothing} ${this.tip === null ? nothing : tipBox(this.tip)}
      ${
        this.picked === null
          ? nothing
          : html`<mark-menu .marks=${this.marks} .block=${this.block} .pick=${this.picked} @done=${this.#close}></mark-menu>`
      }
      <span class="unseen" aria-live="polite">${this.tip === null ? nothing : tipText(this.tip)}</span>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "figure-view": FigureView;
  }
}

import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Windows } from "../../../schema/parameter.ts";
import { fieldStyles } from "../field-styles.ts";
import { daysOf, edgesOf, withEdge, type Edge } from "./edges.ts";

const day = 86_400_000;
const names: Record<Edge, string> = { observation: "Observe", gap: "Gap", outcome: "Outcome" };
const order: readonly Edge[] = ["observation", "gap", "outcome"];

const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/**
 * The windows of a prediction on a timeline: each edge is a handle to drag, or to move by arrow keys (Shift: a week); the lengths stand
 * below as numbers.
 * @fires change - `detail` is the new windows.
 */
@customElement("windows-field")
export class WindowsField extends LitElement {
  @property({ attribute: false }) windows!: Windows;
  /** Where the data begin and end, in UTC milliseconds. */
  @property({ attribute: false }) data: [number, number] | null = null;
  /** The windows while an edge is dragged. */
  @state() private dragged: Windows | null = null;

  static override styles = [
    fieldStyles,
    css`
      .line {
        position: relative;
        height: 28px;
        display: flex;
        border-radius: var(--radius-s);
        overflow: visible;
        font-size: 11px;
        line-height: 28px;
        touch-action: none;
      }
      .part {
        flex: none;
        padding: 0;
        margin: 0;
        border: 0;
        border-radius: 0;
        text-align: center;
        overflow: hidden;
        white-space: nowrap;
        color: var(--ink);
        background: color-mix(in srgb, var(--cat-1) 28%, transparent);
      }
      .part.gap {
        background: repeating-linear-gradient(135deg, transparent 0 3px, var(--figure-hatch) 3px 4px);
      }
      .part.outcome {
        background: color-mix(in srgb, var(--cat-2) 34%, transparent);
      }
      .handle {
        position: absolute;
        top: -3px;
        width: 12px;
        height: 34px;
        margin-left: -6px;
        padding: 0;
        border: 0;
        background: none;
        cursor: ew-resize;
      }
      .handle::after {
        content: "";
        position: absolute;
        left: 5px;
        top: 0;
        width: 2px;
        height: 34px;
        background: var(--ink);
      }
      .triple {
        display: grid;
        grid-template-columns: repeat(3, 1fr);
        gap: 8px;
        margin-top: 10px;
      }
      .snapshot {
        margin-top: 8px;
      }
    `,
  ];

  #fire(windows: Windows): void {
    this.dragged = null;
    this.dispatchEvent(new CustomEvent("change", { detail: windows }));
  }

  #edge(edge: Edge, days: number): Windows {
    return withEdge(this.windows, edge, days);
  }

  readonly #onKey = (event: KeyboardEvent, edge: Edge): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const grows = edge === "observation" ? -1 : 1;
    this.#fire(this.#edge(edge, daysOf(this.windows[edge]) + grows * step * (event.shiftKey ? 7 : 1)));
  };

  readonly #onDrag = (event: PointerEvent, edge: Edge): void => {
    const handle = event.currentTarget as HTMLElement;
    const { width } = this.renderRoot.querySelector(".line")!.getBoundingClientRect();
    const total = edgesOf(this.windows).total;
    const [from, began] = [event.clientX, daysOf(this.windows[edge])];
    const grows = edge === "observation" ? -1 : 1;
    handle.setPointerCapture(event.pointerId);
    const move = (to: PointerEvent): void => {
      this.dragged = this.#edge(edge, Math.round(began + (grows * (to.clientX - from) * total) / width));
    };
    const end = (): void => {
      handle.removeEventListener("pointermove", move);
      if (this.dragged !== null) this.#fire(this.dragged);
    };
    handle.addEventListener("pointermove", move);
    handle.addEventListener("pointerup", end, { once: true });
    handle.addEventListener("pointercancel", end, { once: true });
  };

  #handle(edge: Edge, place: number): TemplateResult {
    const shown = this.dragged ?? this.windows;
    return html`<button
      class="handle"
      role="slider"
      aria-label=${`${names[edge]}, days`}
      aria-valuenow=${daysOf(shown[edge])}
      aria-valuemin=${edge === "gap" ? 0 : 1}
      aria-valuemax="3650"
      style=${`left: ${(place * 100).toFixed(2)}%`}
      @keydown=${(event: KeyboardEvent) => this.#onKey(event, edge)}
      @pointerdown=${(event: PointerEvent) => this.#onDrag(event, edge)}
    ></button>`;
  }

  #number(edge: Edge): TemplateResult {
    const shown = this.dragged ?? this.windows;
    return html`<label class="small"
      >${names[edge]}
      <div class="unit">
        <input
          type="number"
          min=${edge === "gap" ? 0 : 1}
          step="1"
          .value=${String(daysOf(shown[edge]))}
          @change=${(event: Event) => this.#fire(this.#edge(edge, Number((event.target as HTMLInputElement).value)))}
        /><span style="right: 28px">d</span>
      </div></label
    >`;
  }

  override render() {
    const shown = this.dragged ?? this.windows;
    const { parts, handles } = edgesOf(shown);
    const latest = this.data === null ? null : isoDay(this.data[1] - (daysOf(shown.gap) + daysOf(shown.outcome)) * day);
    return html`<div class="line" role="group" aria-label="Windows around the snapshot">
        ${order.map((edge) => html`<span class=${`part ${edge}`} style=${`width: ${(parts[edge] * 100).toFixed(2)}%`}>${parts[edge] > 0.2 ? `${daysOf(shown[edge])} days` : nothing}</span>`)}
        ${order.map((edge) => this.#handle(edge, handles[edge]))}
      </div>
      <div class="triple">${order.map((edge) => this.#number(edge))}</div>
      <label class="small snapshot"
        >Snapshot to test on${latest === null ? nothing : html` (latest ${latest})`}
        <input
          type="date"
          max=${latest ?? nothing}
          .value=${shown.snapshot ?? ""}
          @change=${(event: Event) => this.#fire({ ...this.windows, snapshot: (event.target as HTMLInputElement).value || null })}
      /></label>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "windows-field": WindowsField;
  }
}

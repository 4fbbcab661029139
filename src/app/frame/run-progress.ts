import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { icon } from "../icons/icon.ts";
import { controls } from "../theme/controls.ts";
import { watch } from "../topics/watch.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** How much of the notebook has run while something runs, and the button that stops it. */
@customElement("run-progress")
export class RunProgress extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 0 8px;
        font-size: 12px;
        color: var(--ink-2);
        white-space: nowrap;
      }
      .track {
        width: 96px;
        height: 4px;
        border-radius: 2px;
        background: var(--hairline);
        overflow: hidden;
      }
      .track i {
        display: block;
        height: 100%;
        background: var(--accent);
      }
      .divider {
        width: 1px;
        height: 16px;
        margin: 0 0 0 8px;
        background: var(--rule);
      }
      @media (max-width: 900px) {
        .track {
          display: none;
        }
      }
      @media (max-width: 760px) {
        :host {
          gap: 4px;
          padding: 0;
        }
        .divider {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    watch(this, () => [this.workspace.runs.summaryTopic]);
  }

  protected override render() {
    const { done, total, fraction, busy } = this.workspace.runs.summary();
    if (!busy) return nothing;
    return html`<span>${done} of ${total} done</span>
      <span class="track" role="progressbar" aria-label="Cells done" aria-valuemin="0" aria-valuemax=${total} aria-valuenow=${done}>
        <i style=${`width: ${(fraction * 100).toFixed(1)}%`}></i>
      </span>
      <button class="button small" @click=${() => this.workspace.runs.stop()}>${icon("square", "small")}Stop</button>
      <span class="divider"></span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "run-progress": RunProgress;
  }
}

import { LitElement, css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { icon } from "../icons/icon.ts";
import { controls } from "../theme/controls.ts";
import { watch } from "../topics/watch.ts";
import type { Workspace } from "../workspace/workspace.ts";

const waiting = new Set(["stale", "fresh", "cancelled"]);

/** While cells run by hand: how many wait for that, and the button that runs them. */
@customElement("run-mode")
export class RunMode extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      .mode {
        font-size: 12px;
        color: var(--ink-3);
        white-space: nowrap;
      }
    `,
  ];

  constructor() {
    super();
    watch(this, () => [this.workspace.runs.modeTopic, this.workspace.runs.settledTopic]);
  }

  protected override render() {
    const { runs } = this.workspace;
    if (runs.auto) return html``;
    const open = runs.all().filter(({ state }) => waiting.has(state)).length;
    return html`<button class="button small" @click=${() => runs.runAll()}>
        ${icon("play", "small")}${open === 0 ? "Nothing to run" : `Run ${open} ${open === 1 ? "cell" : "cells"}`}
      </button>
      <button class="link mode" title="Run changes by themselves again" @click=${() => (runs.auto = true)}>by hand</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "run-mode": RunMode;
  }
}

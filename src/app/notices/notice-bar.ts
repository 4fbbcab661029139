import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { icon } from "../icons/icon.ts";
import { controls } from "../theme/controls.ts";
import { watch } from "../topics/watch.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** The sentence below the page, which makes room for it, with its one button; and the region that says it to screen readers. */
@customElement("notice-bar")
export class NoticeBar extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;

  static override styles = [
    controls,
    css`
      .notice {
        display: flex;
        gap: 12px;
        align-items: center;
        justify-content: center;
        padding: 6px 24px;
        background: var(--ink);
        color: var(--paper);
        text-wrap: pretty;
      }
      .act {
        font-weight: 500;
        text-decoration: underline;
        text-underline-offset: 2px;
        white-space: nowrap;
      }
      .notice :focus-visible {
        outline-color: var(--paper);
      }
      .square,
      .square:hover:not([aria-disabled="true"]) {
        color: var(--paper);
        background: none;
      }
    `,
  ];

  constructor() {
    super();
    watch(this, () => [this.workspace.notices.topic]);
  }

  protected override render() {
    const { notices } = this.workspace;
    const { current } = notices;
    return html`<div class="unseen" role="status" aria-live="polite">${notices.spoken}</div>
      ${
        current === null
          ? nothing
          : html`<div class="notice" role="region" aria-label="Message">
              <span>${current.text}</span>
              ${
                current.action === undefined
                  ? nothing
                  : html`<button
                      class="act"
                      @click=${() => {
                        notices.dismiss();
                        current.action?.run();
                      }}
                    >
                      ${current.action.label}
                    </button>`
              }
              <button class="square small" aria-label="Close this message" @click=${() => notices.dismiss()}>${icon("x", "small")}</button>
            </div>`
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "notice-bar": NoticeBar;
  }
}

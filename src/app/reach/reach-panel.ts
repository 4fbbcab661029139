import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "../theme/controls.ts";
import { watch } from "../topics/watch.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { isHosted, mayAskItsHost, policies } from "./policy.ts";
import { reachWords, type Standing } from "./reach-words.ts";

/** Says what this page can reach, where it stands now. */
@customElement("reach-panel")
export class ReachPanel extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;

  static override styles = [
    controls,
    css`
      dt {
        font-weight: 600;
      }
      dd {
        margin: 2px 0 12px;
        color: var(--ink-2);
        text-wrap: pretty;
      }
      summary {
        cursor: pointer;
        color: var(--ink-2);
      }
      .policy {
        margin: 8px 0 0;
        padding: 8px 10px;
        border-radius: var(--radius);
        background: var(--sunken);
        overflow-wrap: anywhere;
      }
    `,
  ];

  constructor() {
    super();
    watch(this, () => [this.workspace.topic]);
  }

  #standing(): Standing {
    const { from, isLocked } = this.workspace.sharing;
    const isPlain = from?.head.lock === undefined;
    return {
      host: isHosted() ? location.host : null,
      policies: policies(),
      asksHost: mayAskItsHost(),
      isKept: mayAskItsHost() && navigator.serviceWorker?.controller != null,
      shared: from === null ? null : isPlain ? "plain" : isLocked ? "locked" : "unlocked",
    };
  }

  protected override render() {
    const standing = this.#standing();
    return html`<dl>
        ${reachWords(standing).map(
          ({ about, text }) =>
            html`<dt>${about}</dt>
              <dd>${text}</dd>`,
        )}
      </dl>
      ${
        standing.policies.length === 0
          ? nothing
          : html`<details>
              <summary autofocus>The policy, as the browser reads it</summary>
              ${standing.policies.map((policy) => html`<p class="policy mono">${policy}</p>`)}
            </details>`
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "reach-panel": ReachPanel;
  }
}

import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { fieldStyles } from "../fields/field-styles.ts";
import { icon } from "../icons/icon.ts";
import { controls } from "../theme/controls.ts";
import { watch } from "../topics/watch.ts";
import { unlockShared } from "../workspace/sharing/open-shared.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { titleOf } from "./levels.ts";
import { removedList, removedStyles } from "./removed-list.ts";

/** Says at the top of a shared page what is in it, what was taken out, and asks for its passphrase. */
@customElement("shared-line")
export class SharedLine extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @state() private busy = false;
  @state() private problem: string | null = null;

  static override styles = [
    fieldStyles,
    controls,
    removedStyles,
    css`
      section {
        margin-top: 16px;
        padding: 8px 0;
        border-block: 1px solid var(--hairline);
        color: var(--ink-2);
      }
      summary {
        cursor: pointer;
      }
      p {
        display: flex;
        gap: 8px;
        text-wrap: pretty;
      }
      .reach {
        margin-left: 24px;
        font-size: 12px;
      }
      .removed {
        max-height: 320px;
        overflow: auto;
        padding-left: 24px;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 8px;
        margin: 8px 0 0 24px;
      }
      form label {
        flex: 0 1 280px;
        font-size: 12px;
      }
      .locked {
        padding-left: 24px;
      }
      .wrong {
        margin: 4px 0 0 24px;
        color: var(--danger);
      }
    `,
  ];

  constructor() {
    super();
    watch(this, () => [this.workspace.topic]);
  }

  async #unlock(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const field = this.renderRoot.querySelector("input")!;
    this.busy = true;
    this.problem = await unlockShared(this.workspace, field.value);
    this.busy = false;
    if (this.problem !== null) field.select();
  }

  #form(): TemplateResult {
    return html`<form @submit=${(event: SubmitEvent) => void this.#unlock(event)}>
        <label>Passphrase<input type="password" autocomplete="off" aria-invalid=${this.problem === null ? "false" : "true"} /></label>
        <button class="button primary" aria-disabled=${this.busy ? "true" : "false"}>${this.busy ? "Opening…" : "Open the data"}</button>
      </form>
      <p class="wrong" role="alert">${this.problem}</p>`;
  }

  protected override render() {
    const { from, isLocked } = this.workspace.sharing;
    if (from === null) return nothing;
    const { level, removed, k } = from.head;
    const said = html`Shared as a page: ${titleOf(level).toLowerCase()}${level === "results" ? `, no group of fewer than ${k} customers` : ""}.`;
    return html`<section aria-label="Shared page">
      ${
        removed.length === 0
          ? html`<p>${icon("shield-check")}<span>${said}</span></p>`
          : html`<details>
              <summary>
                ${icon("shield-check")} ${said} The privacy gate took out ${removed.length === 1 ? "one thing" : `${removed.length} things`}.
              </summary>
              ${removedList(removed)}
            </details>`
      }
      <button class="link reach" @click=${() => this.workspace.overlays.show("reach")}>What can this page reach?</button>
      ${
        isLocked
          ? html`<p class="locked">Its data is locked with a passphrase. The cells can be read without it.</p>
              ${this.#form()}`
          : nothing
      }
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "shared-line": SharedLine;
  }
}

import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { answered, asksOf, isOptional, type Ask } from "../../notebook/starter/asks.ts";
import { canLeaveOut, withoutFile } from "../../notebook/starter/without-file.ts";
import { sayRoles, wantsOf } from "../../notebook/starter/wants.ts";
import { icon } from "../icons/icon.ts";
import { controls } from "../theme/controls.ts";
import { watch } from "../topics/watch.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** Says at the top of a notebook which files it waits for, by what must be in them, and asks for the columns that could not be told. */
@customElement("starter-wants")
export class StarterWants extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  #asked = 0;
  #shown = false;

  static override styles = [
    controls,
    css`
      section {
        margin-top: 24px;
        padding: 16px 24px;
        border: 1.5px dashed var(--rule);
        border-radius: var(--radius);
      }
      h2 {
        font: 600 var(--text-lead) / var(--line-lead) var(--font-ui);
      }
      p,
      li {
        color: var(--ink-2);
        text-wrap: pretty;
      }
      ul {
        margin: 8px 0 12px;
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin: 8px 0;
      }
    `,
  ];

  constructor() {
    super();
    watch(this, () => [this.workspace.document.topic, this.workspace.runs.settledTopic]);
  }

  /** Brings what is asked into view when it is first asked: the reader looks at the file just dropped. */
  protected override updated(): void {
    if (this.#asked > 0 && !this.#shown) this.scrollIntoView({ block: "center" });
    this.#shown = this.#asked > 0;
  }

  #answer(ask: Ask, column: string | null): void {
    const journey = this.workspace.cellNamed(ask.journey);
    if (journey !== null) this.workspace.edits.setParams(journey.id, { [ask.param]: answered(journey, ask, column) });
  }

  /** A button that does without a file, where the journey has others. */
  #leaveOut(journey: string, table: string, called: string) {
    const { edits, document } = this.workspace;
    if (!canLeaveOut(document.notebook, journey, table)) return nothing;
    const label = `Leave out ${called}`;
    return html`<button class="link" @click=${() => edits.change(label, (notebook) => withoutFile(notebook, journey, table))}>${label}</button>`;
  }

  #ask(ask: Ask) {
    const { table, role, columns } = ask;
    const name = html`<span class="mono">${table}</span>`;
    const without = isOptional(role) ? html`<button class="link" @click=${() => this.#answer(ask, null)}>Do without ${role}</button>` : nothing;
    if (columns.length === 0)
      return html`<li>
        <b>No column of ${name} can be the ${role}.</b> Add one in a table cell, or drop another file.
        <div class="choices">${without}${this.#leaveOut(ask.journey, table, table)}</div>
      </li>`;
    return html`<li>
      <b>Which column of ${name} is the ${role}?</b>
      <div class="choices">
        ${columns.map(
          (column) => html`<button class="button small" @click=${() => this.#answer(ask, column)}><span class="mono">${column}</span></button>`,
        )}
        ${without}${this.#leaveOut(ask.journey, table, table)}
      </div>
    </li>`;
  }

  protected override render() {
    const { workspace } = this;
    const { notebook } = workspace.document;
    const wants = wantsOf(notebook);
    const asks = asksOf(notebook, (name) => workspace.runs.state(name).shape);
    this.#asked = asks.length;
    if (wants.length === 0 && asks.length === 0) return nothing;
    return html`<section aria-label="What this notebook needs">
      ${
        wants.length === 0
          ? nothing
          : html`<h2>${wants.length === 1 ? "Drop a file to begin" : "Drop your files to begin"}</h2>
              <ul>
                ${wants.map(
                  ({ source, roles, journey, table }) =>
                    html`<li><b class="mono">${source}</b>: ${sayRoles(roles)}. ${this.#leaveOut(journey, table, source)}</li>`,
                )}
              </ul>
              <p>Names do not matter: columns are recognised, shown in the journey, and yours to change. The files stay on this machine.</p>
              <div class="choices">
                <button class="button primary" @click=${() => void workspace.chooseFiles()}>${icon("folder-open")}Choose files</button>
              </div>`
      }
      ${
        asks.length === 0
          ? nothing
          : html`<h2>${asks.length === 1 ? "One thing could not be told" : `${asks.length} things could not be told`}</h2>
              <ul>
                ${asks.map((ask) => this.#ask(ask))}
              </ul>`
      }
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "starter-wants": StarterWants;
  }
}

import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { counted } from "../../figures/formats/counted.ts";
import { toProblem } from "../../schema/errors.ts";
import { saveBlob } from "../../share/export/save-blob.ts";
import { tableCsv } from "../../share/table-csv.ts";
import { fieldStyles } from "../fields/field-styles.ts";
import { icon } from "../icons/icon.ts";
import { controls } from "../theme/controls.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { findCustomer, type FoundCustomer } from "./find-customer.ts";
import { removeCustomer, type Removed } from "./remove-customer.ts";

/** Ids shorter than this are words and numbers of everyday too. */
const telling = 3;

const plural = (count: number, singular: string): string => counted(count, singular, navigator.language);

/** Finds a customer everywhere, shows where, and removes them after that was seen. */
@customElement("remove-dialog")
export class RemoveDialog extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @state() private wanted = "";
  @state() private found: FoundCustomer | null = null;
  @state() private chosen: ReadonlySet<string> = new Set();
  @state() private words = true;
  @state() private busy = false;
  @state() private removed: Removed | null = null;
  @state() private problem = "";

  static override styles = [
    controls,
    fieldStyles,
    css`
      form {
        display: flex;
        gap: 8px;
        margin: 12px 0;
      }
      form input {
        flex: 1;
      }
      h3 {
        margin-top: 16px;
        font: 600 13px/20px var(--font-ui);
      }
      li {
        padding: 6px 0;
        border-bottom: 1px solid var(--hairline);
      }
      label {
        display: flex;
        gap: 8px;
        align-items: center;
      }
      .quiet {
        color: var(--ink-3);
      }
      .buttons {
        display: flex;
        justify-content: flex-end;
        gap: 8px;
        margin-top: 20px;
      }
      .danger {
        border-color: var(--danger);
        color: var(--danger);
      }
      p {
        text-wrap: pretty;
      }
    `,
  ];

  async #do(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.problem = "";
    try {
      await work();
    } catch (error) {
      const { problem, remedy } = toProblem(error);
      this.problem = `${problem} ${remedy}`;
    }
    this.busy = false;
  }

  #find(event: Event): void {
    event.preventDefault();
    const id = this.wanted.trim();
    if (id === "" || this.busy) return;
    void this.#do(async () => {
      await this.workspace.runs.settled();
      this.found = await findCustomer(this.workspace, id);
      this.chosen = new Set([id, ...this.found.linked.flatMap((linked) => (linked.shared ? [] : [linked.id]))]);
      this.words = id.length >= telling;
    });
  }

  #remove(found: FoundCustomer): void {
    void this.#do(async () => {
      const rows = found.rows.filter(({ id }) => this.chosen.has(id));
      const removed = await removeCustomer(this.workspace, [...this.chosen], rows, this.words);
      await this.workspace.runs.settled();
      this.removed = removed;
    });
  }

  async #save(cell: string): Promise<void> {
    const { runs } = this.workspace;
    const rows = runs.state(cell).shape?.rows ?? 0;
    saveBlob(`${cell}-cleaned.csv`, tableCsv(await runs.rows(cell, "main", 0, rows)));
  }

  #choose(id: string, isChosen: boolean): void {
    this.chosen = new Set([...this.chosen].filter((other) => other !== id).concat(isChosen ? [id] : []));
  }

  #overview(found: FoundCustomer): TemplateResult {
    const { rows, linked, mentions } = found;
    const counts = rows.filter(({ id }) => this.chosen.has(id));
    const versions = this.workspace.versions.all.length;
    const isNothing = counts.length === 0 && (mentions.length === 0 || !this.words);
    return html`<h3>In the files</h3>
      ${
        counts.length === 0
          ? html`<p class="quiet">In no column that holds ids.</p>`
          : html`<ul>
              ${counts.map(
                ({ cell, column, id, rows: count }) =>
                  html`<li><span class="mono">${cell}.${column}</span> ${plural(count, "row")} with <span class="mono">${id}</span></li>`,
              )}
            </ul>`
      }
      ${
        linked.length === 0
          ? nothing
          : html`<h3>Other ids in the same rows</h3>
              <ul>
                ${linked.map(
                  ({ id, shared }) =>
                    html`<li>
                      <label
                        ><input
                          type="checkbox"
                          .checked=${this.chosen.has(id)}
                          @change=${(event: Event) => this.#choose(id, (event.target as HTMLInputElement).checked)}
                        /><span class="mono">${id}</span>
                        ${shared ? html`<span class="quiet">stands in rows of other customers too</span>` : nothing}</label
                      >
                    </li>`,
                )}
              </ul>`
      }
      <h3>In the notebook’s words</h3>
      ${
        mentions.length === 0
          ? html`<p class="quiet">Nowhere.</p>`
          : html`<label
              ><input
                type="checkbox"
                .checked=${this.words}
                @change=${(event: Event) => (this.words = (event.target as HTMLInputElement).checked)}
              />${plural(mentions.length, "place")}: put a mark there</label
            >`
      }
      <h3>On this machine</h3>
      <p>
        The notebook’s own change can be undone. For good are gone: ${versions === 0 ? "" : `its ${plural(versions, "earlier version")}, `}what other
        drafts and versions here say of them, and, once this page is closed, the steps of undo before. The files on your disk stay as they are.
      </p>
      <p class="quiet">
        The notebook keeps a hash of each id, not the id. Whoever has a list of ids can try each; so the hashes are left out of what is shared, except
        with everything.
      </p>
      <div class="buttons">
        <button class="button danger" ?disabled=${isNothing || this.busy} @click=${() => this.#remove(found)}>Remove</button>
      </div>`;
  }

  #done({ cells, versions, notebooks }: Removed): TemplateResult {
    return html`<p role="status">
        Removed. ${cells.length === 0 ? "No file had rows of them." : "Every result is without them."}
        ${versions === 0 ? nothing : `${plural(versions, "earlier version")} deleted.`}
        ${notebooks === 0 ? nothing : `${plural(notebooks, "other notebook")} on this machine changed.`}
      </p>
      ${
        cells.length === 0
          ? nothing
          : html`<p>Their rows are still in the files on your disk. Put these copies in their place; they are written anew as CSV:</p>
              <div class="buttons">
                ${cells.map(
                  (cell) =>
                    html`<button class="button" @click=${() => void this.#do(() => this.#save(cell))}>
                      ${icon("download")}<span><span class="mono">${cell}</span>, cleaned</span>
                    </button>`,
                )}
              </div>`
      }`;
  }

  protected override render() {
    if (this.removed !== null) return this.#done(this.removed);
    return html`<p>Looks in the rows of every file, in prose, comments, decisions and parameters. Nothing is changed before you have seen it.</p>
      <form @submit=${(event: Event) => this.#find(event)}>
        <input
          autofocus
          aria-label="Id or e-mail address of the customer"
          placeholder="Id or e-mail address of the customer"
          .value=${this.wanted}
          @input=${(event: Event) => {
            this.wanted = (event.target as HTMLInputElement).value;
            this.found = null;
          }}
        />
        <button class="button primary" ?disabled=${this.busy}>Find</button>
      </form>
      ${this.problem === "" ? nothing : html`<p role="alert">${this.problem}</p>`} ${this.found === null ? nothing : this.#overview(this.found)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "remove-dialog": RemoveDialog;
  }
}

import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { number } from "../../figures/formats/number.ts";
import { toProblem } from "../../schema/errors.ts";
import type { ColumnAction } from "../../share/gate/column-plan.ts";
import { kRange } from "../../share/gate/gate-results.ts";
import type { Level } from "../../share/gate/levels.ts";
import { fieldStyles } from "../fields/field-styles.ts";
import { icon } from "../icons/icon.ts";
import { controls } from "../theme/controls.ts";
import { fileSize } from "../workspace/file-size.ts";
import type { FilePlan } from "../workspace/sharing/gathered-data.ts";
import type { ShareOptions } from "../workspace/sharing/share-options.ts";
import type { SharedPage } from "../workspace/sharing/sharing.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { levelWords } from "./levels.ts";
import { removedList, removedStyles } from "./removed-list.ts";
import { columnStyles, shareColumns } from "./share-columns.ts";
import { shareStyles } from "./share-styles.ts";

/** Asks how much of the notebook leaves, shows what that is before anything is written, and saves the page. Fires `saved`. */
@customElement("share-dialog")
export class ShareDialog extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @state() private level: Level = "results";
  @state() private k: number = kRange.default;
  @state() private isReport = true;
  @state() private isLocked = false;
  @state() private passphrase = "";
  @state() private wishes: Record<string, Record<string, ColumnAction>> = {};
  @state() private plans: FilePlan[] | null = null;
  @state() private made: SharedPage | null = null;
  @state() private problem: string | null = null;
  @state() private saving = false;
  readonly #sizes = new Map<Level, number>();
  #turn = 0;

  static override styles = [fieldStyles, controls, removedStyles, columnStyles, shareStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    const { from } = this.workspace.sharing;
    if (from !== null) {
      this.level = from.head.level;
      this.k = from.head.k;
      this.isReport = from.head.view === "read";
      this.isLocked = from.head.lock !== undefined;
      this.wishes = structuredClone(from.head.columns);
    }
    void this.#look();
  }

  #options(): ShareOptions {
    const { level, k, wishes, isReport, isLocked, passphrase } = this;
    const view = isReport ? "read" : "edit";
    return { level, k, view, columns: wishes, ...(isLocked && passphrase !== "" ? { passphrase } : {}) };
  }

  /** Makes the page as it would be saved, without its lock, to show what is in it. */
  async #look(): Promise<void> {
    const turn = ++this.#turn;
    const { workspace, level } = this;
    this.made = null;
    this.problem = null;
    try {
      if (level === "pseudonymised") this.plans ??= await workspace.sharing.plan();
      const { passphrase: _later, ...options } = this.#options();
      const made = await workspace.sharing.make(options);
      if (turn !== this.#turn) return;
      this.made = made;
      this.#sizes.set(level, made.blob.size);
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    const { problem, remedy } = toProblem(error);
    this.problem = `${problem} ${remedy}`;
  }

  #choose(change: () => void): void {
    change();
    void this.#look();
  }

  async #save(): Promise<void> {
    if (this.saving || this.made === null || (this.isLocked && this.passphrase === "")) return;
    this.saving = true;
    try {
      const { blob } = this.isLocked ? await this.workspace.sharing.make(this.#options()) : this.made;
      const name = this.workspace.document.fileName.replace(/(\.journey)?\.md$/, ".html");
      const link = document.createElement("a");
      link.href = URL.createObjectURL(blob);
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      this.workspace.notices.show({ text: `${name} is in your downloads. Nothing was sent.` });
      this.workspace.versions.keep("shared");
      this.dispatchEvent(new CustomEvent("saved"));
    } catch (error) {
      this.#fail(error);
    }
    this.saving = false;
  }

  #levels(): TemplateResult {
    return html`<div role="radiogroup" aria-label="What goes in">
      ${levelWords.map(
        ({ level, title, about }) =>
          html`<label class="level">
            <input
              type="radio"
              name="level"
              ?autofocus=${level === this.level}
              .checked=${level === this.level}
              @change=${() => this.#choose(() => (this.level = level))}
            />
            <b>${title}</b>
            <span class="size">${this.#sizes.has(level) ? fileSize(this.#sizes.get(level)!) : ""}</span>
            <p>${about(this.k)}</p>
          </label>`,
      )}
    </div>`;
  }

  #reader(): TemplateResult {
    return html`<div class="reader">
      ${
        this.level === "results"
          ? html`<label
              >Smallest group, in customers
              <input
                type="number"
                min=${kRange.min}
                max=${kRange.max}
                .value=${String(this.k)}
                @change=${(event: Event) => this.#choose(() => (this.k = Math.min(kRange.max, Math.max(kRange.min, Math.round(Number((event.target as HTMLInputElement).value))))))}
            /></label>`
          : nothing
      }
      <h3>For the reader</h3>
      <label class="switch"
        ><input type="checkbox" role="switch" .checked=${this.isReport} @change=${() => this.#choose(() => (this.isReport = !this.isReport))} /><span
          >Open as a report</span
        ></label
      >
      ${
        this.level === "definitions"
          ? nothing
          : html`<label class="switch"
              ><input type="checkbox" role="switch" .checked=${this.isLocked} @change=${() => (this.isLocked = !this.isLocked)} /><span
                >Lock the data with a passphrase</span
              ></label
            >`
      }
      ${
        this.isLocked && this.level !== "definitions"
          ? html`<label
              >Passphrase, four words or more
              <input
                type="text"
                autocomplete="off"
                spellcheck="false"
                .value=${this.passphrase}
                @input=${(event: Event) => (this.passphrase = (event.target as HTMLInputElement).value)}
            /></label>`
          : nothing
      }
    </div>`;
  }

  #contents({ head }: SharedPage): TemplateResult {
    const cells = this.workspace.document.notebook.blocks.filter(({ type }) => type === "cell").length;
    const files = head.parts.filter(({ kind }) => kind === "file");
    return html`<div class="contents" aria-live="polite">
      ${number(cells, navigator.language)} cells, the words and parameters as text<br />
      ${
        files.length > 0
          ? files.map(({ name, packed }) => html`rows of <span class="mono">${name}</span>, ${fileSize(packed)}<br />`)
          : head.parts.length > 0
            ? html`what they found, ${fileSize(head.parts[0]!.packed)}; files by name only<br />`
            : html`no data and no results<br />`
      }
      the page itself, ${fileSize(this.made!.blob.size)} with all of it
    </div>`;
  }

  #gate(): TemplateResult {
    const { made, plans, level } = this;
    if (made === null) return html`<p class="quiet">${this.problem === null ? "Looking at what would leave…" : ""}</p>`;
    const { removed } = made.head;
    const told = level === "everything" && removed.length === 0 ? "Nothing is taken out at this level." : "Nothing had to be taken out.";
    return html`<h3>What the page holds</h3>
      ${this.#contents(made)}
      ${
        level === "pseudonymised" && plans !== null
          ? html`<h3>Columns</h3>
              ${shareColumns(
                plans.map((file) => ({
                  ...file,
                  plan: file.plan.map((one) => ({ ...one, action: this.wishes[file.cell]?.[one.column] ?? one.action })),
                })),
                (cell, column, action) => this.#choose(() => (this.wishes = { ...this.wishes, [cell]: { ...this.wishes[cell], [column]: action } })),
              )}`
          : nothing
      }
      <h3>Taken out by the privacy gate</h3>
      ${removed.length === 0 ? html`<p class="quiet">${told}</p>` : removedList(removed)}`;
  }

  protected override render() {
    const lacks = this.isLocked && this.passphrase === "" && this.level !== "definitions";
    const isReady = this.made !== null && !this.saving && !lacks;
    return html`<p class="lead">Makes one file on this computer. It opens anywhere, offline. Nothing is sent.</p>
      <div class="sides">
        <div>
          <h3>What goes in</h3>
          ${this.#levels()}${this.#reader()}
        </div>
        <div tabindex="0" role="region" aria-label="What would leave">${this.#gate()}</div>
      </div>
      <div class="foot">
        <p class="wrong" role="alert">${this.problem ?? (lacks ? "Write the passphrase first." : "")}</p>
        <button class="button primary" aria-disabled=${isReady ? "false" : "true"} @click=${() => void this.#save()}>
          ${icon("download")}${this.saving ? "Saving…" : "Save page"}
        </button>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "share-dialog": ShareDialog;
  }
}

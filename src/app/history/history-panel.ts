import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { diff } from "../../notebook/diff/diff.ts";
import { openNotebook } from "../../notebook/open.ts";
import { unchangedCells } from "../../notebook/versions/unchanged-cells.ts";
import type { Version } from "../../notebook/versions/version.ts";
import type { CellResult } from "../../schema/result.ts";
import { fieldStyles } from "../fields/field-styles.ts";
import { icon } from "../icons/icon.ts";
import { shareStyles } from "../share/share-styles.ts";
import { ago } from "../start/ago.ts";
import { keepsResults } from "../storage/versions.ts";
import { controls } from "../theme/controls.ts";
import { watch } from "../topics/watch.ts";
import { droppedFiles } from "../workspace/dropped-files.ts";
import type { ShelvedFile } from "../workspace/file-shelf.ts";
import { pickNotebook } from "../workspace/pick-files.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { changeList } from "./change-list.ts";
import { historyStyles, wordStyles } from "./history-styles.ts";
import { method } from "./news-line.ts";
import { resultsBeside } from "./results-beside.ts";
import { whenWords, whyWords } from "./version-words.ts";

/** A notebook to compare: its text, and what its cells found where that is known. */
interface Side {
  text: string;
  results: ReadonlyMap<string, CellResult>;
}

/** Earlier versions of the notebook: what changed between two of them, and the way back. Fires `done`. */
@customElement("history-panel")
export class HistoryPanel extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @state() private note = "";
  /** The version that is looked at, by id; the first where none is chosen. */
  @state() private earlier: string | null = null;
  /** The version it is compared with; the open notebook where none is chosen. */
  @state() private later: string | null = null;
  /** A notebook from a file, as if it were a version. */
  @state() private file: Version | null = null;

  static override styles = [fieldStyles, controls, shareStyles, wordStyles, historyStyles];

  constructor() {
    super();
    watch(this, () => [this.workspace.versions.topic, this.workspace.document.topic, this.workspace.runs.settledTopic]);
  }

  get #versions(): readonly Version[] {
    const { all } = this.workspace.versions;
    return this.file === null ? all : [this.file, ...all];
  }

  get #chosen(): Version | null {
    const { beforeData } = this.workspace.versions;
    return this.#versions.find(({ id }) => id === this.earlier) ?? beforeData ?? this.#versions[0] ?? null;
  }

  #keep(event: SubmitEvent): void {
    event.preventDefault();
    this.workspace.versions.keep("asked", this.note.trim());
    this.note = "";
    this.earlier = this.workspace.versions.all[0]?.id ?? null;
  }

  async #take([given]: readonly ShelvedFile[]): Promise<void> {
    if (given === undefined) return;
    const text = await given.file.text();
    this.file = {
      id: "file",
      document: "",
      fileName: given.name,
      at: given.file.lastModified,
      why: "asked",
      note: "",
      text,
      results: null,
      files: [],
    };
    this.earlier = this.file.id;
  }

  readonly #drop = (event: DragEvent): void => {
    if (event.dataTransfer === null) return;
    event.preventDefault();
    void droppedFiles(event.dataTransfer).then((files) => this.#take(files));
  };

  #restore(version: Version): void {
    const { versions, notices, edits } = this.workspace;
    if (!versions.restore(version)) return;
    notices.show({ text: `The notebook is as it was ${ago(version.at)}.`, action: { label: "Undo", run: () => edits.undo() } });
    this.dispatchEvent(new CustomEvent("done"));
  }

  #label(version: Version): string {
    return version === this.file ? (version.fileName ?? "") : `${whenWords(version.at)}, ${whyWords[version.why]}`;
  }

  #list(chosen: Version): TemplateResult {
    return html`<div class="list" role="radiogroup" aria-label="Versions">
      ${this.#versions.map(
        (version) =>
          html`<label class="level">
            <input
              type="radio"
              name="version"
              ?autofocus=${version === chosen}
              .checked=${version === chosen}
              @change=${() => (this.earlier = version.id)}
            />
            <b>${version === this.file ? version.fileName : whenWords(version.at)}</b>
            <span class="size">${version === this.file ? "a file" : ago(version.at)}</span>
            <p>
              ${version === this.file ? "Compared with, not kept." : whyWords[version.why]}${version.note === "" ? nothing : html`: ${version.note}`}
            </p>
          </label>`,
      )}
    </div>`;
  }

  #against(chosen: Version): TemplateResult {
    return html`<label class="heading"
      >Compared with
      <select @change=${(event: Event) => (this.later = (event.target as HTMLSelectElement).value || null)}>
        <option value="" ?selected=${this.later === null}>the notebook as it is open</option>
        ${this.#versions
          .filter((version) => version !== chosen)
          .map((version) => html`<option value=${version.id} ?selected=${version.id === this.later}>${this.#label(version)}</option>`)}
      </select></label
    >`;
  }

  #comparison(chosen: Version): TemplateResult {
    const { versions, document } = this.workspace;
    const other = this.#versions.find(({ id }) => id === this.later && id !== chosen.id) ?? null;
    const then: Side = { text: chosen.text, results: versions.resultsIn(chosen) };
    const now: Side = other === null ? { text: document.text(), results: versions.now } : { text: other.text, results: versions.resultsIn(other) };
    const [before, after] = [openNotebook(then.text).notebook, openNotebook(now.text).notebook];
    const hasBoth = then.results.size > 0 && now.results.size > 0;
    return html`${this.#against(chosen)}
      <h3>What changed</h3>
      ${changeList(diff(before, after))}
      <h3>What the cells found</h3>
      ${
        hasBoth
          ? html`${resultsBeside(then.results, now.results, unchangedCells(before, after))}
              <p class="note">${method} Of many numbers a few change clearly by chance.</p>`
          : html`<p class="quiet">No results are kept with one of the two.</p>`
      }`;
  }

  #foot(chosen: Version | null): TemplateResult {
    const { versions } = this.workspace;
    const keeps = keepsResults
      ? "Versions stay in this browser, with what the cells found and without data."
      : "Only the notebook's text stays in this browser, since pages on a disk share its storage; what the cells found is kept until this page is closed.";
    return html`<div class="foot">
      <p class="quiet">${keeps}</p>
      <button class="button" @click=${() => void pickNotebook().then((files) => this.#take(files))}>${icon("folder-open")}Compare with a file</button>
      ${
        chosen === null
          ? nothing
          : html`<button class="button" @click=${() => (chosen === this.file ? (this.file = null) : versions.drop(chosen))}>
                ${icon("trash-2")}${chosen === this.file ? "Leave out" : "Delete"}
              </button>
              <button class="button primary" @click=${() => this.#restore(chosen)}>${icon("undo-2")}Restore this version</button>`
      }
    </div>`;
  }

  protected override render() {
    const chosen = this.#chosen;
    return html`<div @drop=${this.#drop} @dragover=${(event: Event) => event.preventDefault()}>
      <div class="sides">
        <div>
          <form @submit=${(event: SubmitEvent) => this.#keep(event)}>
            <label
              >Note, if you like
              <input
                ?autofocus=${chosen === null}
                .value=${this.note}
                maxlength="200"
                @input=${(event: Event) => (this.note = (event.target as HTMLInputElement).value)}
            /></label>
            <button class="button">Keep this version</button>
          </form>
          ${
            chosen === null
              ? html`<p class="note">
                  No versions yet. One is kept whenever you save or share, before newer data comes in, and before large changes.
                </p>`
              : this.#list(chosen)
          }
        </div>
        <div tabindex="0" role="region" aria-label="What changed">
          ${chosen === null ? html`<p class="quiet">Drop another notebook here to compare it with this one.</p>` : this.#comparison(chosen)}
        </div>
      </div>
      ${this.#foot(chosen)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "history-panel": HistoryPanel;
  }
}

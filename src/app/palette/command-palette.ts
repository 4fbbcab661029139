import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { icon } from "../icons/icon.ts";
import { keyWords } from "../keys/chord.ts";
import { controls } from "../theme/controls.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { entriesOf } from "./entries.ts";
import type { Entry } from "./entry.ts";
import { paletteStyles } from "./palette-styles.ts";
import { ranked, type Found } from "./ranked.ts";
import { nameWriter } from "./writes-names.ts";

/** Latest first, for as long as the page is open. */
const recent: string[] = [];
const mostRecent = 5;

function remember(id: string): void {
  const at = recent.indexOf(id);
  if (at >= 0) recent.splice(at, 1);
  recent.unshift(id);
  recent.length = Math.min(recent.length, mostRecent);
}

/** A text with the letters that were typed made strong. */
function marked(text: string, places: readonly number[]): TemplateResult {
  const chosen = new Set(places);
  const parts: { text: string; on: boolean }[] = [];
  for (let at = 0; at < text.length; at++) {
    const on = chosen.has(at);
    const last = parts.at(-1);
    if (last?.on === on) last.text += text[at]!;
    else parts.push({ text: text[at]!, on });
  }
  return html`${parts.map((part) => (part.on ? html`<b>${part.text}</b>` : part.text))}`;
}

/** One field that finds everything: commands, cells, columns, kinds to add, and help. Fires `close`. */
@customElement("command-palette")
export class CommandPalette extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @state() private typed = "";
  @state() private at = 0;
  @query("dialog") private readonly dialog!: HTMLDialogElement;
  #entries: readonly Entry[] = [];

  static override styles = [controls, paletteStyles];

  protected override willUpdate(): void {
    if (!this.hasUpdated) this.#entries = entriesOf(this.workspace, nameWriter());
  }

  protected override firstUpdated(): void {
    this.dialog.showModal();
  }

  protected override updated(): void {
    this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }

  #run(entry: Entry): void {
    remember(entry.id);
    // Closing gives the keyboard back to where it was, so what comes next may take it from there.
    this.dialog.close();
    entry.run();
  }

  #onKey(event: KeyboardEvent, list: readonly Found[]): void {
    event.stopPropagation();
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const step = steps[event.key];
    if (step !== undefined && list.length > 0) {
      event.preventDefault();
      const next = this.at + step;
      const isFar = Math.abs(step) > 1;
      this.at = isFar ? Math.min(list.length - 1, Math.max(0, next)) : (next + list.length) % list.length;
    } else if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      const found = list[this.at];
      if (found !== undefined) this.#run(found.entry);
    } else if (event.key === "?" && this.typed === "") {
      event.preventDefault();
      this.dialog.close();
      this.workspace.overlays.show("keys");
    } else if (event.key === "k" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.dialog.close();
    }
  }

  #option({ entry, title, detail }: Found, index: number): TemplateResult {
    return html`<li
      id=${`option-${index}`}
      role="option"
      aria-selected=${index === this.at ? "true" : "false"}
      @click=${() => this.#run(entry)}
      @pointermove=${() => (this.at = index)}
    >
      ${icon(entry.icon)}<span class=${entry.mono ? "title mono" : "title"}>${marked(entry.title, title)}</span
      ><span class="detail">${marked(entry.detail, detail)}</span>${
        entry.keys === undefined ? nothing : html`<span class="keys">${keyWords(entry.keys).map((word) => html`<kbd>${word}</kbd>`)}</span>`
      }
    </li>`;
  }

  protected override render() {
    const groups = ranked(this.#entries, this.typed, recent);
    const list = groups.flatMap(({ found }) => found);
    let index = 0;
    return html`<dialog
      aria-label="Find anything"
      @close=${() => this.dispatchEvent(new CustomEvent("close"))}
      @pointerdown=${(event: Event) => event.target === this.dialog && this.dialog.close()}
      @keydown=${(event: KeyboardEvent) => this.#onKey(event, list)}
    >
      <div class="ask">
        ${icon("search")}
        <input
          role="combobox"
          aria-label="Find a command, cell, column or page of help"
          aria-expanded="true"
          aria-controls="found"
          aria-autocomplete="list"
          aria-activedescendant=${list.length > 0 ? `option-${this.at}` : nothing}
          autocomplete="off"
          spellcheck="false"
          placeholder="Commands, cells, columns, kinds, help"
          autofocus
          .value=${this.typed}
          @input=${(event: Event) => {
            this.typed = (event.target as HTMLInputElement).value;
            this.at = 0;
          }}
        />
        <kbd>Esc</kbd>
      </div>
      <div class="list" id="found" role="listbox" aria-label="Found">
        ${groups.map(
          ({ name, found }) =>
            html`<ul role="group" aria-label=${name}>
              <li role="presentation" class="group">${name}</li>
              ${found.map((one) => this.#option(one, index++))}
            </ul>`,
        )}
      </div>
      ${list.length === 0 ? html`<p class="none" role="status">Nothing here is called that.</p>` : nothing}
      <footer>
        <span><kbd>↑</kbd> <kbd>↓</kbd> choose</span><span><kbd>Enter</kbd> do it</span><span><kbd>?</kbd> all keys</span>
      </footer>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "command-palette": CommandPalette;
  }
}

import { LitElement, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { icon } from "../icons/icon.ts";
import type { KeptNotebook } from "../storage/kept-notebook.ts";
import { recentNotebooks } from "../storage/notebooks.ts";
import { storageFault } from "../storage/storage.ts";
import { controls } from "../theme/controls.ts";
import { starters, tour } from "../workspace/samples.ts";
import type { Workspace } from "../workspace/workspace.ts";
import "../frame/theme-button.ts";
import { ago } from "./ago.ts";
import { starterNeeds } from "./starter-needs.ts";
import { startStyles } from "./start-styles.ts";

/** The first minute: drop files, open the tour, open a notebook, or go on where one was left. */
@customElement("start-page")
export class StartPage extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @state() private recent: readonly KeptNotebook[] = [];

  static override styles = [controls, startStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.refresh();
  }

  /** Reads the recent notebooks again. */
  async refresh(): Promise<void> {
    this.recent = await recentNotebooks();
  }

  #way(glyph: string, name: string, what: unknown, key: string, act: () => void) {
    return html`<li>
      <button class="way" @click=${act}>
        <span class="accent">${icon(glyph)}</span><span class="text"><span class="name">${name}</span><span class="what">${what}</span></span
        ><kbd>${key}</kbd>
      </button>
    </li>`;
  }

  #starters() {
    if (starters.length === 0) return nothing;
    return html`<section aria-label="Start from a question">
      <h2>Start from a question</h2>
      <ul>
        ${starters.map(
          (starter) =>
            html`<li>
              <button class="recent" @click=${() => this.workspace.opening.openStarter(starter)}>
                <span class="text"><span class="title">${starter.title}</span><span class="file">${starterNeeds(starter)}</span></span>
              </button>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  #recents() {
    const fault = storageFault();
    return html`<section aria-label="Recent">
      <h2>Recent</h2>
      ${this.recent.length === 0 ? html`<p class="none">${fault ?? "Notebooks you open are listed here, on this machine only."}</p>` : nothing}
      <ul>
        ${this.recent.map(
          (kept) =>
            html`<li>
              <button class="recent" @click=${() => void this.workspace.opening.openKept(kept)}>
                <span class="text">
                  <span class="title">${kept.title === "" ? "Untitled notebook" : kept.title}</span>
                  <span class="file"
                    ><span class="mono">${kept.fileName}</span> · ${kept.cells}
                    ${kept.cells === 1 ? "cell" : "cells"}${
                      kept.text === kept.savedText ? nothing : html` · <span class="warn">not saved</span>`
                    }</span
                  >
                </span>
                <span class="when">${ago(kept.at)}</span>
              </button>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  protected override render() {
    const { opening } = this.workspace;
    return html`<main>
      <header>
        <div>
          <h1>Journeybook</h1>
          <p class="lead">Find out how your customers come, stay and leave, from the files you already have.</p>
        </div>
        <theme-button></theme-button>
      </header>
      <div class="columns">
        <div>
          <div class="drop">
            ${icon("upload")}
            <div>
              <div class="name">Drop your files here</div>
              <div class="what">
                Orders, web events, campaigns, tickets, surveys: one row per event. CSV, Excel, JSON, Parquet or Arrow, zipped or not.
              </div>
            </div>
            <button class="button primary" @click=${() => void this.workspace.chooseFiles()}>${icon("folder-open")}Choose files</button>
          </div>
          <ul class="ways">
            ${tour === null ? nothing : this.#way("compass", "Open the tour", tour.title, "T", () => void opening.openSample(tour!))}
            ${this.#way("book-open", "Open a notebook", html`A <span class="mono">.journey.md</span> file.`, "O", () => void opening.choose())}
            ${this.#way("plus", "Start empty", "Write first, add data later.", "N", () => opening.startEmpty())}
          </ul>
        </div>
        <div class="lists">${this.#starters()} ${this.#recents()}</div>
      </div>
      <footer>
        <span
          >${icon("shield-check", "small")} Nothing is uploaded.
          <button class="link" @click=${() => this.workspace.overlays.show("reach")}>What can this page reach?</button></span
        >
        <span class="space"></span>
        ${
          this.recent.length === 0
            ? nothing
            : html`<button class="link" @click=${() => this.workspace.overlays.show("forget")}>Forget everything on this machine</button>`
        }
      </footer>
    </main>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "start-page": StartPage;
  }
}

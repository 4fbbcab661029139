import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { icon } from "../icons/icon.ts";
import { controls } from "../theme/controls.ts";
import { PacedElement } from "../topics/paced-element.ts";
import { watch } from "../topics/watch.ts";
import type { Workspace } from "../workspace/workspace.ts";
import "./outline-row.ts";
import "./rail-data.ts";
import "./rail-library.ts";
import "./rail-outline.ts";

/** The slim rail at the left: search, outline, data, library. Folded it is a strip of buttons that open it. */
@customElement("side-rail")
export class SideRail extends PacedElement {
  @property({ attribute: false }) workspace!: Workspace;
  @state() private search = "";

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        background: var(--chrome);
        border-right: 1px solid var(--hairline);
        overflow: hidden auto;
        scrollbar-width: thin;
      }
      .open {
        display: flex;
        flex-direction: column;
        gap: 20px;
        width: calc(var(--rail) - 1px);
        padding: 12px 8px 24px;
      }
      .folded {
        display: flex;
        flex-direction: column;
        align-items: center;
        gap: 4px;
        width: 47px;
        padding: 12px 0;
      }
      .gap {
        height: 4px;
      }
      label {
        display: flex;
        align-items: center;
        gap: 8px;
        height: 32px;
        margin: 0 4px;
        padding: 0 8px;
        border: 1px solid var(--control);
        border-radius: var(--radius);
        background: var(--paper);
        color: var(--ink-3);
      }
      label:focus-within {
        outline: var(--focus-width) solid var(--focus-color);
        outline-offset: 1px;
      }
      input {
        flex: 1;
        min-width: 0;
        border: 0;
        padding: 0;
        background: none;
        color: var(--ink);
        outline: none;
      }
      input::placeholder {
        color: var(--ink-3);
        opacity: 1;
      }
    `,
  ];

  constructor() {
    super();
    watch(this, () => [this.workspace.layout.topic, this.workspace.document.topic, this.workspace.selection.topic]);
  }

  /** Opens the rail and goes to its search. */
  focusSearch(): void {
    this.workspace.layout.setRail(true);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLInputElement>("input")?.select());
  }

  #folded(): TemplateResult {
    const parts = [
      { name: "Search", icon: "search", selector: "input" },
      { name: "Outline", icon: "list", selector: "rail-outline" },
      { name: "Data", icon: "database", selector: "rail-data" },
      { name: "Add a cell", icon: "plus", selector: "rail-library" },
    ];
    const open = async (selector: string): Promise<void> => {
      this.workspace.layout.setRail(true);
      await this.updateComplete;
      const part = this.renderRoot.querySelector<HTMLElement>(selector);
      part?.scrollIntoView({ block: "nearest" });
      (part?.shadowRoot?.querySelector<HTMLElement>("button") ?? part)?.focus();
    };
    return html`<div class="folded">
      ${parts.map(
        (part) =>
          html`<button class="square" title=${part.name} aria-label=${part.name} @click=${() => void open(part.selector)}>
            ${icon(part.icon)}
          </button>`,
      )}
      <span class="gap"></span>
      ${this.workspace.document.notebook.blocks.map((block) =>
        block.type === "cell"
          ? html`<outline-row
              folded
              .workspace=${this.workspace}
              .block=${block}
              ?selected=${this.workspace.selection.id === block.id}
            ></outline-row>`
          : nothing,
      )}
    </div>`;
  }

  protected override render() {
    const { workspace } = this;
    if (!workspace.layout.railOpen) return this.#folded();
    return html`<div class="open">
      <label>
        ${icon("search", "small")}
        <input
          type="search"
          placeholder="Search cells, columns"
          aria-label="Search cells and columns"
          .value=${this.search}
          @input=${(event: Event) => (this.search = (event.target as HTMLInputElement).value)}
          @keydown=${(event: KeyboardEvent) => event.stopPropagation()}
        />
        <kbd>/</kbd>
      </label>
      <rail-outline .workspace=${workspace} .search=${this.search}></rail-outline>
      <rail-data .workspace=${workspace}></rail-data>
      <rail-library .workspace=${workspace}></rail-library>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "side-rail": SideRail;
  }
}

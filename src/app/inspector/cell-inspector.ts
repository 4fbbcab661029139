import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { catalog } from "../../cells/catalog.ts";
import { docs } from "../../cells/registry.ts";
import type { CellBlock } from "../../notebook/notebook.ts";
import type { Json } from "../../schema/json.ts";
import { icon } from "../icons/icon.ts";
import { markdown } from "../prose/markdown.ts";
import { proseStyles } from "../prose/prose-styles.ts";
import { accountStyles } from "../provenance/account-styles.ts";
import { accountView } from "../provenance/account-view.ts";
import { controls } from "../theme/controls.ts";
import { PacedElement } from "../topics/paced-element.ts";
import type { Topic } from "../topics/topic.ts";
import type { InspectorTab } from "../workspace/layout.ts";
import { pickFiles } from "../workspace/pick-files.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { inspectorStyles } from "./inspector-styles.ts";
import "./notebook-settings.ts";
import "./param-form.ts";

const tabs: readonly { id: InspectorTab; name: string }[] = [
  { id: "parameters", name: "Parameters" },
  { id: "method", name: "Method" },
  { id: "provenance", name: "Provenance" },
];

/** The selected cell from inside: its form, its method, and where its numbers come from; the notebook's settings while none is. */
@customElement("cell-inspector")
export class CellInspector extends PacedElement {
  @property({ attribute: false }) workspace!: Workspace;
  #stops: (() => void)[] = [];

  static override styles = [controls, proseStyles, inspectorStyles, accountStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    const { document, selection, layout, runs, files } = this.workspace;
    const topics: Topic[] = [document.topic, selection.topic, layout.topic, runs.settledTopic, files.topic];
    this.#stops = topics.map((topic) => topic.listen(() => this.requestUpdate()));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stops) stop();
  }

  readonly #onTabKey = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const at = tabs.findIndex((tab) => tab.id === this.workspace.layout.tab);
    this.workspace.layout.openInspector(tabs[(at + step + tabs.length) % tabs.length]!.id);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus());
  };

  async #chooseFile(block: CellBlock, event: Event): Promise<void> {
    event.stopPropagation();
    const files = await pickFiles();
    if (files.length > 0) this.workspace.intake.give(block, this.workspace.runs.state(block.name).missingFiles, files);
  }

  #panel(block: CellBlock): TemplateResult {
    const { workspace } = this;
    const { tab } = workspace.layout;
    const cell = workspace.runs.state(block.name);
    if (tab === "method") {
      const text = docs.get(block.kind);
      return html`<div class="prose method">${text === undefined ? html`<p>Nothing is written about this kind of cell.</p>` : markdown(text)}</div>`;
    }
    if (tab === "provenance") return accountView(block, workspace);
    const schema = catalog.get(block.kind)?.params ?? {};
    return html`<param-form
      .schema=${schema}
      .params=${block.params}
      .values=${workspace.choices.paramsOf(block)}
      .controls=${workspace.choices.controls()}
      .shapes=${workspace.runs.shapes()}
      .own=${cell.shape}
      .files=${workspace.files.names}
      .problem=${cell.problem}
      @param-change=${(event: CustomEvent<Record<string, Json | undefined>>) => workspace.edits.setParams(block.id, event.detail)}
      @choose-file=${(event: Event) => void this.#chooseFile(block, event)}
    ></param-form>`;
  }

  protected override render() {
    const { layout, selection } = this.workspace;
    const block = this.workspace.selectedCell();
    const leave = (): void => {
      layout.setInspector(false);
      if (block !== null) selection.focus(block.id);
    };
    const close = html`<button class="square small" title="Close" aria-label="Close the inspector" @click=${leave}>${icon("x")}</button>`;
    if (block === null) {
      return html`<div class="head">
          <span class="quiet">${icon("settings-2")}</span>
          <h2>Notebook</h2>
          <span class="space"></span>${close}
        </div>
        <div class="panel"><notebook-settings .workspace=${this.workspace}></notebook-settings></div>`;
    }
    return html`<div class="head">
        <span class="quiet">${icon(catalog.get(block.kind)?.kind.icon ?? "circle-dashed")}</span>
        <h2>${block.kind}</h2>
        <span class="mono name">${block.name}</span><span class="space"></span>${close}
      </div>
      <div class="tabs" role="tablist" aria-label="About this cell" @keydown=${this.#onTabKey}>
        ${tabs.map(
          ({ id, name }) =>
            html`<button
              role="tab"
              id=${`tab-${id}`}
              aria-selected=${layout.tab === id ? "true" : "false"}
              aria-controls="panel"
              tabindex=${layout.tab === id ? 0 : -1}
              @click=${() => layout.openInspector(id)}
            >
              ${name}
            </button>`,
        )}
      </div>
      <div id="panel" role="tabpanel" tabindex=${layout.tab === "parameters" ? nothing : 0} aria-labelledby=${`tab-${layout.tab}`}>
        ${this.#panel(block)}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cell-inspector": CellInspector;
  }
}

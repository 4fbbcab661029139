import { LitElement, css, html, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { NotebookColumn } from "../column/notebook-column.ts";
import "../column/notebook-column.ts";
import "../find/find-panel.ts";
import "../inspector/cell-inspector.ts";
import "../rail/side-rail.ts";
import type { SideRail } from "../rail/side-rail.ts";
import "../steps/first-steps.ts";
import "../table/table-view.ts";
import { controls } from "../theme/controls.ts";
import { watch } from "../topics/watch.ts";
import type { Verb } from "../../schema/verbs.ts";
import type { Workspace } from "../workspace/workspace.ts";
import "./top-bar.ts";

/** The page around an open notebook: top bar, rail, column, inspector. */
@customElement("notebook-frame")
export class NotebookFrame extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @query("notebook-column") readonly column!: NotebookColumn;
  @query("side-rail") readonly rail!: SideRail;

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        grid-template: var(--top) minmax(0, 1fr) / auto minmax(0, 1fr) auto;
        height: 100%;
      }
      top-bar {
        grid-column: 1 / -1;
        z-index: 5;
      }
      main {
        position: relative;
        min-width: 0;
        overflow: auto;
        background: var(--paper);
      }
      cell-inspector {
        width: var(--inspector);
        min-width: 0;
      }
      .drawer {
        position: fixed;
        inset: var(--top) 0 0 auto;
        z-index: 4;
        max-width: 100%;
        box-shadow: var(--shadow-float);
      }
      @media print {
        :host {
          display: block;
          height: auto;
        }
        main {
          overflow: visible;
        }
      }
    `,
  ];

  constructor() {
    super();
    watch(this, () => [this.workspace.layout.topic, this.workspace.topic]);
  }

  /** Brings a block into view, and gives it the keyboard where that is wanted. */
  async bring(id: number, focused: boolean): Promise<void> {
    await this.updateComplete;
    await this.column.updateComplete;
    const element = this.column.blockElement(id);
    element?.scrollIntoView({ block: "nearest" });
    if (focused) element?.focus({ preventScroll: true });
  }

  protected override render() {
    const { workspace } = this;
    const { layout, tableOf } = workspace;
    return html`
      <top-bar role="region" aria-label="Top bar" .workspace=${workspace}></top-bar>
      <side-rail role="navigation" aria-label="Notebook" .workspace=${workspace}></side-rail>
      <main aria-label="Notebook">
        ${layout.findOpen ? html`<find-panel .workspace=${workspace}></find-panel>` : nothing}
        <notebook-column ?hidden=${tableOf !== null} .workspace=${workspace}></notebook-column>
        ${
          tableOf === null
            ? nothing
            : html`<table-view
                .cell=${tableOf}
                .sources=${workspace.tablesOf(tableOf)}
                .timezone=${workspace.settings.timezone}
                @close-table=${() => workspace.openTable(null)}
                @make-cell=${({ detail }: CustomEvent<{ table: string; verbs: Verb[] }>) => workspace.makeTable(tableOf, detail.table, detail.verbs)}
              ></table-view>`
        }
      </main>
      ${
        layout.inspectorOpen
          ? html`<cell-inspector
              role="complementary"
              aria-label="Inspector"
              class=${layout.inspectorIsDrawer ? "drawer" : ""}
              .workspace=${workspace}
            ></cell-inspector>`
          : nothing
      }
      ${layout.stepsOpen ? html`<first-steps .workspace=${workspace}></first-steps>` : nothing}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "notebook-frame": NotebookFrame;
  }
}

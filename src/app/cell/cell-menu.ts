import "@awesome.me/webawesome/dist/components/dropdown/dropdown.js";
import "@awesome.me/webawesome/dist/components/dropdown-item/dropdown-item.js";
import { LitElement, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { CellBlock } from "../../notebook/notebook.ts";
import { icon } from "../icons/icon.ts";
import { menuStyles } from "../menus/menu-styles.ts";
import { controls } from "../theme/controls.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** What can be done with a cell as a whole. Fires `rename-cell` when its name is to be edited. */
@customElement("cell-menu")
export class CellMenu extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) block!: CellBlock;

  static override styles = [controls, menuStyles];

  readonly #chosen = (event: CustomEvent<{ item: { value: string } }>): void => {
    const { workspace, block } = this;
    const acts: Record<string, () => void> = {
      run: () => workspace.runs.run(block.name),
      duplicate: () => workspace.edits.duplicate(block.id),
      rename: () => this.dispatchEvent(new CustomEvent("rename-cell", { bubbles: true, composed: true })),
      up: () => workspace.edits.move(block.id, -1),
      down: () => workspace.edits.move(block.id, 1),
      remove: () => workspace.edits.remove(block.id),
    };
    acts[event.detail.item.value]?.();
  };

  protected override render() {
    return html`<wa-dropdown placement="bottom-end" @wa-select=${this.#chosen}>
      <button slot="trigger" class="square small" title="More" aria-label=${`More for ${this.block.name}`}>${icon("ellipsis", "small")}</button>
      <wa-dropdown-item value="run"><span slot="icon">${icon("play")}</span>Run<kbd slot="details">Ctrl Enter</kbd></wa-dropdown-item>
      <wa-dropdown-item value="duplicate"><span slot="icon">${icon("copy")}</span>Duplicate</wa-dropdown-item>
      <wa-dropdown-item value="rename"><span slot="icon">${icon("type")}</span>Rename<kbd slot="details">F2</kbd></wa-dropdown-item>
      <wa-dropdown-item value="up"><span slot="icon">${icon("arrow-up")}</span>Move up<kbd slot="details">Alt ↑</kbd></wa-dropdown-item>
      <wa-dropdown-item value="down"><span slot="icon">${icon("arrow-down")}</span>Move down<kbd slot="details">Alt ↓</kbd></wa-dropdown-item>
      <wa-dropdown-item value="remove" variant="danger"
        ><span slot="icon">${icon("trash-2")}</span>Delete<kbd slot="details">D D</kbd></wa-dropdown-item
      >
    </wa-dropdown>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cell-menu": CellMenu;
  }
}

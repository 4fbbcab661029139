import "@awesome.me/webawesome/dist/components/dropdown/dropdown.js";
import "@awesome.me/webawesome/dist/components/dropdown-item/dropdown-item.js";
import { LitElement, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { CellBlock } from "../../notebook/notebook.ts";
import { commandOf } from "../commands/commands.ts";
import { icon } from "../icons/icon.ts";
import { commandItem } from "../menus/command-item.ts";
import { menuStyles } from "../menus/menu-styles.ts";
import { controls } from "../theme/controls.ts";
import type { Workspace } from "../workspace/workspace.ts";

const offered = ["run", "rename", "fold", "export", "duplicate", "cut", "copy", "move-up", "move-down"] as const;

/** What can be done with a cell as a whole, and with those chosen with it. */
@customElement("cell-menu")
export class CellMenu extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) block!: CellBlock;

  static override styles = [controls, menuStyles];

  readonly #chosen = (event: CustomEvent<{ item: { value: string } }>): void => {
    const { workspace, block } = this;
    if (!workspace.selection.has(block.id)) workspace.selection.select(block.id);
    commandOf(event.detail.item.value).run(workspace);
  };

  protected override render() {
    return html`<wa-dropdown placement="bottom-end" @wa-select=${this.#chosen}>
      <button slot="trigger" class="square small" title="More" aria-label=${`More for ${this.block.name}`}>${icon("ellipsis", "small")}</button>
      ${offered.map((id) => commandItem(id))} ${commandItem("delete", true)}
    </wa-dropdown>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cell-menu": CellMenu;
  }
}

import "@awesome.me/webawesome/dist/components/dropdown/dropdown.js";
import "@awesome.me/webawesome/dist/components/dropdown-item/dropdown-item.js";
import { LitElement, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { commandOf } from "../commands/commands.ts";
import { icon } from "../icons/icon.ts";
import { commandItem } from "../menus/command-item.ts";
import { menuStyles } from "../menus/menu-styles.ts";
import { controls } from "../theme/controls.ts";
import { canSaveToFiles } from "../workspace/pick-files.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** Saving and opening, and what else is done with the notebook as a whole. */
@customElement("notebook-menu")
export class NotebookMenu extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;

  static override styles = [controls, menuStyles];

  protected override render() {
    const choose = (event: CustomEvent<{ item: { value: string } }>): void => commandOf(event.detail.item.value).run(this.workspace);
    const offered = [
      "save",
      ...(canSaveToFiles ? ["save-as"] : []),
      "open",
      "history",
      "copy-link",
      "print",
      "settings",
      "find",
      "leave-notebook",
      "keys",
      "reach",
    ];
    return html`<wa-dropdown placement="bottom-end" @wa-select=${choose}>
      <button slot="trigger" class="button">${icon("save")}Save${icon("chevron-down", "small")}</button>
      ${offered.map((id) => commandItem(id))} ${commandItem("forget", true)}
    </wa-dropdown>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "notebook-menu": NotebookMenu;
  }
}

import "@awesome.me/webawesome/dist/components/dropdown/dropdown.js";
import "@awesome.me/webawesome/dist/components/dropdown-item/dropdown-item.js";
import { LitElement, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { icon } from "../icons/icon.ts";
import { menuStyles } from "../menus/menu-styles.ts";
import { controls } from "../theme/controls.ts";
import { canSaveToFiles } from "../workspace/pick-files.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** Saving and opening, and what else is done with the notebook as a whole. Fires `show-help` and `ask-forget`. */
@customElement("notebook-menu")
export class NotebookMenu extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;

  static override styles = [controls, menuStyles];

  readonly #chosen = (event: CustomEvent<{ item: { value: string } }>): void => {
    const { workspace } = this;
    const tell = (name: string): void => void this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true }));
    const acts: Record<string, () => void> = {
      save: () => void workspace.saving.save(),
      saveAs: () => void workspace.saving.saveAs(),
      open: () => void workspace.opening.choose(),
      start: () => workspace.opening.leave(),
      help: () => tell("show-help"),
      forget: () => tell("ask-forget"),
    };
    acts[event.detail.item.value]?.();
  };

  protected override render() {
    return html`<wa-dropdown placement="bottom-end" @wa-select=${this.#chosen}>
      <button slot="trigger" class="button">${icon("save")}Save${icon("chevron-down", "small")}</button>
      <wa-dropdown-item value="save"><span slot="icon">${icon("save")}</span>Save<kbd slot="details">Ctrl S</kbd></wa-dropdown-item>
      ${canSaveToFiles ? html`<wa-dropdown-item value="saveAs"><span slot="icon">${icon("download")}</span>Save as a new file</wa-dropdown-item>` : ""}
      <wa-dropdown-item value="open"><span slot="icon">${icon("folder-open")}</span>Open a notebook<kbd slot="details">Ctrl O</kbd></wa-dropdown-item>
      <wa-dropdown-item value="start"><span slot="icon">${icon("book-open")}</span>Go to the start page</wa-dropdown-item>
      <wa-dropdown-item value="help"><span slot="icon">${icon("keyboard")}</span>Keys<kbd slot="details">?</kbd></wa-dropdown-item>
      <wa-dropdown-item value="forget" variant="danger"
        ><span slot="icon">${icon("trash-2")}</span>Forget everything on this machine</wa-dropdown-item
      >
    </wa-dropdown>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "notebook-menu": NotebookMenu;
  }
}

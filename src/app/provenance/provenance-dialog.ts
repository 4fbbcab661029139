import { LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "../theme/controls.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { accountStyles } from "./account-styles.ts";
import { accountView } from "./account-view.ts";

/** Where a cell's numbers come from, for who reads the report. */
@customElement("provenance-dialog")
export class ProvenanceDialog extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @property() name = "";

  static override styles = [controls, accountStyles];

  protected override render() {
    const block = this.workspace.cellNamed(this.name);
    return block === null ? nothing : accountView(block, this.workspace);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "provenance-dialog": ProvenanceDialog;
  }
}

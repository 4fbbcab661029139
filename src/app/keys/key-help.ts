import "@awesome.me/webawesome/dist/components/dialog/dialog.js";
import { LitElement, css, html } from "lit";
import { customElement, query } from "lit/decorators.js";
import { controls } from "../theme/controls.ts";
import { commands } from "./commands.ts";

/** Every key of the page at a glance. */
@customElement("key-help")
export class KeyHelp extends LitElement {
  @query("wa-dialog") private readonly dialog!: HTMLElement & { open: boolean };

  static override styles = [
    controls,
    css`
      wa-dialog {
        --width: 640px;
      }
      ul {
        columns: 2;
        column-gap: 40px;
      }
      li {
        display: flex;
        justify-content: space-between;
        gap: 16px;
        min-height: 32px;
        padding: 6px 0;
        border-bottom: 1px solid var(--hairline);
        break-inside: avoid;
      }
      kbd {
        flex: none;
        align-self: start;
      }
      p {
        margin-top: 16px;
        font-size: 12px;
        line-height: 16px;
        color: var(--ink-3);
      }
    `,
  ];

  show(): void {
    this.dialog.open = true;
  }

  protected override render() {
    return html`<wa-dialog label="Keys" light-dismiss>
      <ul>
        ${commands.map(({ keys, what }) => html`<li><span>${what}</span><kbd>${keys}</kbd></li>`)}
      </ul>
      <p>On a Mac, Cmd stands for Ctrl. Single letters work while a cell itself is chosen, not a field in it.</p>
    </wa-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "key-help": KeyHelp;
  }
}

import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import "./export/export-dialog.ts";
import "./frame/page-dialog.ts";
import "./history/history-panel.ts";
import "./keys/key-help.ts";
import "./library/cell-library.ts";
import "./notices/forget-dialog.ts";
import "./notices/link-dialog.ts";
import { followable } from "./notices/link-dialog.ts";
import "./palette/command-palette.ts";
import "./provenance/provenance-dialog.ts";
import "./provenance/verify-dialog.ts";
import "./reach/reach-panel.ts";
import "./remove/remove-dialog.ts";
import "./share/share-dialog.ts";
import { watch } from "./topics/watch.ts";
import type { Workspace } from "./workspace/workspace.ts";

/** What lies over the page: the palette, the library, the overview of keys, and questions. Fires `forget`. */
@customElement("page-overlays")
export class PageOverlays extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @state() private link: URL | null = null;

  static override styles = css`
    :host {
      display: contents;
    }
  `;

  constructor() {
    super();
    watch(this, () => [this.workspace.overlays.topic]);
  }

  /** Every link of words the reader did not write asks first. */
  readonly #onClick = (event: MouseEvent): void => {
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
    if (!(link instanceof HTMLAnchorElement) || link.hasAttribute("download") || !link.hasAttribute("href")) return;
    event.preventDefault();
    this.link = followable(link.href);
  };

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("click", this.#onClick);
    // The middle button.
    addEventListener("auxclick", this.#onClick);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("click", this.#onClick);
    removeEventListener("auxclick", this.#onClick);
  }

  #current(): TemplateResult | typeof nothing {
    const { workspace } = this;
    const { overlays } = workspace;
    switch (overlays.current) {
      case "palette":
        return html`<command-palette .workspace=${workspace} @close=${() => overlays.close("palette")}></command-palette>`;
      case "library":
        return html`<page-dialog label="Library" width="960px" @close=${() => overlays.close("library")}
          ><cell-library .workspace=${workspace} .about=${overlays.about}></cell-library
        ></page-dialog>`;
      case "keys":
        return html`<page-dialog label="Keys" width="760px" @close=${() => overlays.close("keys")}><key-help></key-help></page-dialog>`;
      case "share":
        return html`<page-dialog label="Share this notebook" width="960px" @close=${() => overlays.close("share")}
          ><share-dialog .workspace=${workspace} @saved=${() => overlays.close("share")}></share-dialog
        ></page-dialog>`;
      case "reach":
        return html`<page-dialog label="What can this page reach?" width="600px" @close=${() => overlays.close("reach")}
          ><reach-panel .workspace=${workspace}></reach-panel
        ></page-dialog>`;
      case "history":
        return html`<page-dialog label="History" width="1080px" @close=${() => overlays.close("history")}
          ><history-panel .workspace=${workspace} @done=${() => overlays.close("history")}></history-panel
        ></page-dialog>`;
      case "export":
        return html`<page-dialog label=${`Export from ${overlays.about}`} width="680px" @close=${() => overlays.close("export")}
          ><export-dialog .workspace=${workspace} .cell=${overlays.about ?? ""}></export-dialog
        ></page-dialog>`;
      case "provenance":
        return html`<page-dialog label=${`Where ${overlays.about} comes from`} @close=${() => overlays.close("provenance")}
          ><provenance-dialog .workspace=${workspace} .name=${overlays.about ?? ""}></provenance-dialog
        ></page-dialog>`;
      case "verify":
        return html`<page-dialog label=${overlays.about === null ? "Verify" : `Verify ${overlays.about}`} @close=${() => overlays.close("verify")}
          ><verify-dialog .workspace=${workspace} .only=${overlays.about}></verify-dialog
        ></page-dialog>`;
      case "remove":
        return html`<page-dialog label="Find and remove a customer" width="720px" @close=${() => overlays.close("remove")}
          ><remove-dialog .workspace=${workspace}></remove-dialog
        ></page-dialog>`;
      case "forget":
        return html`<page-dialog label="Forget everything on this machine?" width="440px" @close=${() => overlays.close("forget")}
          ><forget-dialog @keep=${() => overlays.close("forget")} @forget=${() => this.#forget()}></forget-dialog
        ></page-dialog>`;
      default:
        return nothing;
    }
  }

  #forget(): void {
    this.workspace.overlays.close("forget");
    this.dispatchEvent(new CustomEvent("forget"));
  }

  protected override render() {
    return html`${this.#current()}${
      this.link === null
        ? nothing
        : html`<page-dialog label="Follow this link?" width="480px" @close=${() => (this.link = null)}
            ><link-dialog .url=${this.link} @done=${() => (this.link = null)}></link-dialog
          ></page-dialog>`
    }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "page-overlays": PageOverlays;
  }
}

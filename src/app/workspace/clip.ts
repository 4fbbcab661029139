import { copyText } from "../../notebook/edit/copy-text.ts";
import type { Edits } from "./edits.ts";
import type { NotebookDocument } from "./notebook-document.ts";
import type { Notices } from "./notices.ts";
import type { Selection } from "./selection.ts";

/** Cutting, copying and pasting of blocks, as the text of a notebook: also from one notebook, tab or program to another. */
export class Clip {
  #text: string | null = null;

  constructor(
    private readonly document: NotebookDocument,
    private readonly selection: Selection,
    private readonly edits: Edits,
    private readonly notices: Notices,
  ) {}

  /** Takes the chosen blocks and gives their text, or null where none is chosen. */
  take(): string | null {
    const { ids } = this.selection;
    if (ids.length === 0) return null;
    this.#text = copyText(this.document.notebook, ids);
    return this.#text;
  }

  copy(): void {
    const text = this.take();
    if (text === null) return;
    // Where the browser keeps its clipboard from the page, pasting within the page still works.
    void globalThis.navigator?.clipboard?.writeText(text).catch(() => undefined);
    this.notices.say("Copied.");
  }

  cut(): void {
    const { ids } = this.selection;
    this.copy();
    this.edits.remove(ids, "cut");
  }

  paste(): void {
    if (this.#text === null) this.notices.show({ text: "Nothing was cut or copied here yet. What another program copied is pasted with Ctrl+V." });
    else this.edits.paste(this.#text);
  }
}

import { html, nothing, type TemplateResult } from "lit";
import { commandOf } from "../commands/commands.ts";
import { icon } from "../icons/icon.ts";
import { keyWords } from "../keys/chord.ts";

/** A command as a row of a menu, with its key. */
export function commandItem(id: string, danger = false): TemplateResult {
  const { title, icon: glyph, keys } = commandOf(id);
  return html`<wa-dropdown-item value=${id} variant=${danger ? "danger" : "default"}
    ><span slot="icon">${icon(glyph)}</span>${title}${
      keys === undefined ? nothing : html`<kbd slot="details">${keyWords(keys[0]!).join(" ")}</kbd>`
    }</wa-dropdown-item
  >`;
}

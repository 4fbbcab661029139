import { html, type TemplateResult } from "lit";
import { icon } from "../icons/icon.ts";

/** What a block is dragged by: the column follows presses on `data-handle`. The keyboard moves blocks with Alt and the arrows. */
export const blockHandle = (): TemplateResult =>
  html`<span class="handle" data-handle title="Drag to move (Alt+↑, Alt+↓)" aria-hidden="true">${icon("grip-vertical", "small")}</span>`;

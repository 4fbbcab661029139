import { html, nothing, type TemplateResult } from "lit";
import { windowRange } from "../../figures/formats/date.ts";
import { number } from "../../figures/formats/number.ts";
import { span } from "../../figures/formats/span.ts";
import type { CellState } from "../../notebook/cell-state.ts";
import type { CellResult } from "../../schema/result.ts";
import type { Settings } from "../../schema/settings.ts";

/** What `n` counts: what the result says, or rows, a journey's events, or customers. */
export function nounOf({ shape }: CellState, result: CellResult): string {
  if (result.counts !== undefined) return result.counts;
  if (result.tables["main"]?.unit === "event") return "rows";
  return shape?.provides === "journey" && result.n !== shape.customers ? "events" : "customers";
}

function excludedOf(result: CellResult, locale: string): TemplateResult | typeof nothing {
  const total = Object.values(result.excluded).reduce((sum, count) => sum + count, 0);
  if (total === 0) return nothing;
  const reasons = Object.entries(result.excluded)
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => `${number(count, locale)} ${reason}`);
  return html`<span title=${reasons.join(", ")}><b>excluded</b> ${number(total, locale)}</span>`;
}

/** The line below a result: what it is of, what was left out, and the ways to its table, method and origin. */
export function cellFooter(
  state: CellState,
  result: CellResult,
  settings: Settings,
  open: (what: "table" | "method" | "provenance") => void,
): TemplateResult {
  const locale = navigator.language;
  return html`<div class="footer">
    <div class="facts">
      <span><b>n</b> ${number(result.n, locale)} ${nounOf(state, result)}</span>
      ${excludedOf(result, locale)}
      ${result.window === undefined ? nothing : html`<span><b>window</b> ${windowRange(result.window, settings.timezone, locale)}</span>`}
      ${state.ms === null ? nothing : html`<span>${span(state.ms, locale)}</span>`}
      ${result.seed === undefined ? nothing : html`<span>seed ${result.seed}</span>`}
    </div>
    <div class="more">
      <button class="button small bare" @click=${() => open("table")}>Table</button>
      <button class="button small bare" @click=${() => open("method")}>Method</button>
      <button class="button small bare" @click=${() => open("provenance")}>Provenance</button>
    </div>
  </div>`;
}

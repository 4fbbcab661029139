import { html, svg, type TemplateResult } from "lit";
import type { Progress } from "../../engine/protocol.ts";
import type { RunState } from "../../notebook/cell-state.ts";
import { icon } from "../icons/icon.ts";

const glyphs: Record<Exclude<RunState, "running">, { icon: string; tone: "ok" | "warn" | "danger" | "quiet" }> = {
  fresh: { icon: "circle-dashed", tone: "quiet" },
  queued: { icon: "clock", tone: "quiet" },
  done: { icon: "check", tone: "ok" },
  cached: { icon: "circle-check", tone: "ok" },
  stale: { icon: "refresh-cw", tone: "warn" },
  blocked: { icon: "unlink", tone: "warn" },
  invalid: { icon: "circle-alert", tone: "danger" },
  cancelled: { icon: "ban", tone: "quiet" },
  error: { icon: "circle-x", tone: "danger" },
  missing: { icon: "file-question-mark", tone: "warn" },
  kept: { icon: "shield-check", tone: "ok" },
};

const round = 2 * Math.PI * 5.5;

function ring(fraction: number): TemplateResult {
  return html`<svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true" style="transform: rotate(-90deg)">
    ${svg`<circle cx="7" cy="7" r="5.5" fill="none" stroke="var(--accent-line)" stroke-width="2.5"></circle>
      <circle cx="7" cy="7" r="5.5" fill="none" stroke="var(--accent)" stroke-width="2.5" stroke-dasharray="${(fraction * round).toFixed(2)} 40"></circle>`}
  </svg>`;
}

/** Where a cell is, as words: "running 62%". */
export function runWord(state: RunState, progress: Progress | null): string {
  if (state === "running" && progress !== null) return `running ${Math.floor(progress.fraction * 100)}%`;
  if (state === "kept") return "as shared";
  return state === "missing" ? "file missing" : state;
}

/** Where a cell is, as a shape with its word for screen readers and as a tooltip. */
export function runGlyph(state: RunState, progress: Progress | null): TemplateResult {
  const word = runWord(state, progress);
  const shape = state === "running" ? ring(progress?.fraction ?? 0) : icon(glyphs[state].icon, "small");
  const tone = state === "running" ? "accent" : glyphs[state].tone;
  return html`<span class="glyph" style=${toneColor[tone]} role="img" aria-label=${word} title=${word}>${shape}</span>`;
}

const toneColor = {
  ok: "color: var(--ok)",
  warn: "color: var(--warn)",
  danger: "color: var(--danger)",
  quiet: "color: var(--ink-3)",
  accent: "color: var(--accent)",
};

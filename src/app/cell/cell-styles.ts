import { css } from "lit";

/** The anatomy of a cell: gutter, bar, kicker, title, figures, warnings, footer. */
export const cellStyles = css`
  :host {
    display: block;
    position: relative;
    isolation: isolate;
    scroll-margin: 72px 0 24px;
    outline: none;
  }
  section {
    outline: none;
  }
  .bar {
    position: absolute;
    inset: -8px auto -8px -16px;
    border-left: 3px solid transparent;
  }
  :host(:hover) .bar {
    border-color: var(--rule);
  }
  :host([selected]) .bar {
    border-color: var(--accent);
  }
  :host(:focus-visible) .bar {
    border-left-width: 5px;
  }
  .gutter {
    position: absolute;
    left: -46px;
    top: 0;
    width: 24px;
    padding-top: 4px;
    display: grid;
    justify-items: center;
    gap: 4px;
  }
  .glyph {
    width: 16px;
    height: 16px;
    display: inline-grid;
    place-items: center;
  }
  .gutter :is(.run, .handle),
  .actions {
    visibility: hidden;
  }
  .handle {
    display: inline-grid;
    place-items: center;
    width: 24px;
    height: 24px;
    color: var(--ink-3);
    cursor: grab;
    touch-action: none;
  }
  .handle:hover {
    color: var(--ink);
  }
  .folded {
    margin-top: 8px;
    font-size: 12px;
  }
  :host(:is(:hover, :focus-within, [selected])) :is(.run, .handle, .actions) {
    visibility: visible;
  }
  .kicker {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 24px;
    font-size: 12px;
    line-height: 16px;
    color: var(--ink-3);
  }
  .kicker .mono {
    color: var(--ink-2);
    font-size: 12px;
  }
  .actions {
    margin-left: auto;
    display: flex;
    gap: 2px;
  }
  .actions + .badge {
    margin-left: 0;
  }
  .badge {
    margin-left: auto;
    display: inline-flex;
    gap: 6px;
    align-items: center;
  }
  .badge.accent {
    color: var(--accent);
  }
  .badge.warn {
    color: var(--warn);
  }
  .badge.danger {
    color: var(--danger);
  }
  .title {
    font: 600 var(--text-title) / var(--line-title) var(--font-read);
    letter-spacing: -0.006em;
    margin-top: 4px;
    max-width: 42em;
    text-wrap: balance;
  }
  .title.question {
    font-weight: 400;
    color: var(--ink-2);
  }
  .title.message {
    font: 500 var(--text-lead) / var(--line-lead) var(--font-ui);
    letter-spacing: 0;
  }
  .title.dim {
    color: var(--ink-3);
  }
  .subtitle {
    color: var(--ink-2);
    max-width: 92ch;
    margin-top: 4px;
    text-wrap: pretty;
  }
  .news {
    display: flex;
    gap: 6px;
    margin-top: 4px;
    font-size: 12px;
    line-height: 16px;
    color: var(--ink-2);
  }
  .controls {
    margin-top: 16px;
  }
  .figures {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 24px 32px;
    margin-top: 16px;
  }
  .figures > :not(.half) {
    grid-column: 1 / -1;
  }
  @media (max-width: 760px) {
    .figures > .half {
      grid-column: 1 / -1;
    }
  }
  .figures.dim {
    filter: grayscale(1);
  }
  .warning {
    display: flex;
    gap: 8px;
    margin-top: 12px;
    max-width: 92ch;
    text-wrap: pretty;
  }
  .warning svg {
    color: var(--warn);
    margin-top: 2px;
  }
  .warning.danger svg {
    color: var(--danger);
  }
  .warning b {
    font-weight: 600;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 12px;
  }
  .progress {
    height: 4px;
    border-radius: 2px;
    background: var(--hairline);
    overflow: hidden;
    margin-top: 12px;
  }
  .progress i {
    display: block;
    height: 100%;
    background: var(--accent);
  }
  .ghost {
    height: 48px;
    margin-top: 16px;
    display: grid;
    gap: 12px;
    align-content: center;
  }
  .ghost i {
    display: block;
    height: 12px;
    background: var(--hairline);
    opacity: 0.7;
  }
  @media print {
    .kicker {
      display: none;
    }
    .title,
    .subtitle {
      break-after: avoid;
    }
  }
  input.rename {
    width: 16ch;
    height: 24px;
    padding: 0 6px;
    border: 1px solid var(--control);
    border-radius: var(--radius-s);
    background: var(--paper);
    font-family: var(--font-code);
  }
`;

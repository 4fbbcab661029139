import { css } from "lit";

/** What every element shares: the reset, buttons, icons, names in mono, and the focus ring. */
export const controls = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul {
    list-style: none;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  button {
    background: none;
    border: 0;
    padding: 0;
    text-align: left;
    cursor: pointer;
  }
  button[aria-disabled="true"] {
    color: var(--ink-3);
    cursor: default;
  }
  a {
    color: var(--accent);
    text-decoration-thickness: 1px;
    text-underline-offset: 2px;
  }
  :focus-visible {
    outline: var(--focus-width) solid var(--focus-color);
    outline-offset: var(--focus-offset);
    border-radius: var(--radius-s);
  }
  svg.lucide {
    flex: none;
    display: inline-block;
    vertical-align: -3px;
  }
  svg.lucide.small {
    vertical-align: -2px;
  }
  .mono {
    font-family: var(--font-code);
    font-size: 0.923em;
    font-variant-ligatures: none;
  }
  kbd {
    font: 500 11px/16px var(--font-ui);
    color: var(--ink-3);
    border: 1px solid var(--rule);
    border-radius: var(--radius-s);
    padding: 0 5px;
    background: var(--paper);
  }
  .square {
    width: 32px;
    height: 32px;
    display: inline-grid;
    place-items: center;
    flex: none;
    border-radius: var(--radius);
    color: var(--ink-2);
    transition: background var(--fast) var(--ease);
  }
  .square.small {
    width: 24px;
    height: 24px;
  }
  .square:hover:not([aria-disabled="true"]) {
    background: var(--hover);
    color: var(--ink);
  }
  .square[aria-disabled="true"] {
    opacity: 0.45;
  }
  .square[aria-pressed="true"] {
    background: var(--accent-tint-2);
    color: var(--accent);
  }
  .button {
    height: 32px;
    padding: 0 12px;
    display: inline-flex;
    align-items: center;
    gap: 8px;
    flex: none;
    border: 1px solid var(--rule);
    border-radius: var(--radius);
    background: var(--paper);
    color: var(--ink);
    font-weight: 500;
    white-space: nowrap;
    transition: background var(--fast) var(--ease);
  }
  .button:hover {
    background: var(--hover);
  }
  .button:focus-visible,
  .square:focus-visible {
    border-radius: var(--radius);
  }
  .button.primary {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--on-accent);
  }
  .button.primary:hover {
    background: var(--accent-hover);
  }
  .button.small {
    height: 24px;
    padding: 0 8px;
    gap: 6px;
    font-size: 12px;
  }
  .button.bare {
    border-color: transparent;
    background: none;
  }
  .button.bare:hover {
    background: var(--hover);
  }
  .link {
    color: var(--accent);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 2px;
  }
  /* On paper there is nothing to press. */
  @media print {
    :is(top-bar, side-rail, cell-inspector, find-panel, first-steps, insert-bar, starter-wants, missing-files, next-cells, notice-bar, cell-menu),
    :is(.bar, .gutter, .actions, .tools, .more, .buttons) {
      display: none !important;
    }
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

import { css } from "lit";

/** How a block of words stands in the column: its bar, its handle, its tools. */
export const proseBlockStyles = css`
  :host {
    display: block;
    position: relative;
    scroll-margin: 72px 0 24px;
    outline: none;
  }
  .bar {
    position: absolute;
    inset: -8px auto -8px -16px;
    border-left: 3px solid transparent;
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
    top: 2px;
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
  :host(:is(:hover, :focus-within, [selected])) .gutter {
    visibility: visible;
  }
  .tools {
    position: absolute;
    right: 0;
    top: 0;
    display: flex;
    gap: 2px;
    opacity: 0;
  }
  :host(:hover) .tools,
  :host(:focus-within) .tools,
  :host([selected]) .tools {
    opacity: 1;
  }
`;

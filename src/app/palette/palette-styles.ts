import { css } from "lit";

/** How the palette looks. */
export const paletteStyles = css`
  dialog {
    width: min(640px, 100vw - 32px);
    max-height: min(574px, 100vh - 140px);
    margin: 112px auto auto;
    padding: 0;
    border: 1px solid var(--hairline);
    border-radius: 10px;
    background: var(--raised);
    color: var(--ink);
    font: inherit;
    box-shadow: var(--shadow-float);
    overflow: hidden;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.32);
  }
  .ask {
    display: flex;
    align-items: center;
    gap: 12px;
    flex: none;
    height: 48px;
    padding: 0 20px;
    border-bottom: 1px solid var(--hairline);
  }
  input {
    flex: 1;
    min-width: 0;
    border: 0;
    padding: 0;
    background: none;
    font: 400 17px/24px var(--font-ui);
  }
  input:focus-visible {
    outline: none;
  }
  input::placeholder {
    color: var(--ink-3);
    opacity: 1;
  }
  .list {
    flex: 1;
    overflow: auto;
    padding: 8px;
  }
  .group {
    padding: 8px 12px 4px;
    font: 600 12px/16px var(--font-ui);
    color: var(--ink-2);
  }
  [role="option"] {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 36px;
    padding: 4px 12px;
    border-radius: var(--radius);
    cursor: pointer;
    scroll-margin: 32px 0 8px;
  }
  [role="option"] svg {
    color: var(--ink-2);
  }
  [aria-selected="true"] {
    background: var(--accent-tint-2);
  }
  .title {
    flex: none;
    max-width: 60%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .detail {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: 12px;
    color: var(--ink-2);
  }
  b {
    font-weight: 600;
    color: var(--accent);
  }
  .keys {
    display: flex;
    gap: 4px;
  }
  .none {
    padding: 16px 20px 24px;
    color: var(--ink-2);
  }
  footer {
    flex: none;
    display: flex;
    gap: 20px;
    padding: 10px 20px;
    border-top: 1px solid var(--hairline);
    font-size: 12px;
    line-height: 16px;
    color: var(--ink-2);
  }
`;

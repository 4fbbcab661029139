import { css, unsafeCSS, type CSSResult } from "lit";

/** The arrow of a list as an image: an image knows no variables, so its grey is one that reads on both themes' paper. */
const chevron = (colour: string): CSSResult =>
  unsafeCSS(
    `url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='14' height='14' viewBox='0 0 24 24' fill='none' stroke='%23${colour}' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='m6 9 6 6 6-6'/%3E%3C/svg%3E")`,
  );

/** How controls look: shared by the form and by every editor that is an element of its own. */
export const fieldStyles = css`
  :host {
    font: 400 var(--text-ui) / var(--line-ui) var(--font-ui);
    color: var(--ink);
    font-variant-numeric: tabular-nums;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  input:not([type="radio"], [type="checkbox"]),
  select,
  textarea {
    width: 100%;
    height: var(--control-height);
    padding: 0 10px;
    border: 1px solid var(--control);
    border-radius: var(--radius);
    background: var(--paper);
    color: var(--ink);
    font: inherit;
    min-width: 0;
  }
  textarea {
    height: auto;
    padding: 5px 10px;
    resize: vertical;
  }
  select {
    appearance: none;
    padding-right: 28px;
    background-image: ${chevron("7d818a")};
    background-position: right 8px center;
    background-repeat: no-repeat;
    text-overflow: ellipsis;
  }
  input::placeholder {
    color: var(--ink-3);
    opacity: 1;
  }
  .mono {
    font-family: var(--font-code);
    font-size: 12px;
  }
  :focus-visible {
    outline: var(--focus-width) solid var(--focus-color);
    outline-offset: 1px;
  }
  button {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    padding: 0;
    cursor: pointer;
  }
  .add {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 24px;
    padding: 0 4px;
    color: var(--accent);
    font-size: 12px;
    border-radius: var(--radius-s);
  }
  .add:hover {
    background: var(--hover);
  }
  .icon {
    display: inline-grid;
    place-items: center;
    width: 24px;
    height: 24px;
    flex: none;
    border-radius: var(--radius-s);
    color: var(--ink-3);
  }
  svg.lucide {
    flex: none;
    vertical-align: -2px;
  }
  svg.lucide.small {
    width: 12px;
    height: 12px;
  }
  .icon:hover {
    background: var(--hover);
    color: var(--ink);
  }
  .icon[aria-disabled="true"] {
    opacity: 0.4;
    cursor: default;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .row > .grow {
    flex: 1;
    min-width: 0;
  }
  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 8px;
  }
  .stack {
    display: grid;
    gap: 8px;
  }
  .hint {
    font-size: var(--text-small);
    line-height: var(--line-small);
    color: var(--ink-3);
    text-wrap: pretty;
  }
  .small {
    font: 500 var(--text-small) / var(--line-small) var(--font-ui);
    color: var(--ink-2);
  }
  .box {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 6px;
    align-items: center;
    min-height: var(--control-height);
    padding: 3px 4px;
    border: 1px solid var(--control);
    border-radius: var(--radius);
    background: var(--paper);
  }
  .part {
    display: grid;
    gap: 8px;
    padding: 10px 0;
    border-top: 1px solid var(--hairline);
  }
  .part:first-of-type {
    border-top: 0;
    padding-top: 0;
  }
  .segments {
    display: flex;
    height: var(--control-height);
    border: 1px solid var(--control);
    border-radius: var(--radius);
    background: var(--paper);
    overflow: hidden;
  }
  .segments label {
    position: relative;
    flex: 1 1 auto;
    display: grid;
    place-items: center;
    padding: 0 4px;
    border-left: 1px solid var(--hairline);
    color: var(--ink-2);
    cursor: pointer;
  }
  .segments label:first-child {
    border-left: 0;
  }
  .segments label:hover {
    background: var(--hover);
  }
  .segments label:has(:checked) {
    background: var(--accent-tint-2);
    color: var(--ink);
    font-weight: 500;
    box-shadow: inset 0 -2px var(--accent);
  }
  .segments label:has(:focus-visible) {
    outline: var(--focus-width) solid var(--focus-color);
    outline-offset: -2px;
  }
  .segments input {
    position: absolute;
    inset: 0;
    opacity: 0;
    margin: 0;
    cursor: pointer;
  }
  .switch {
    display: flex;
    gap: 8px;
    align-items: flex-start;
    cursor: pointer;
  }
  .switch input {
    appearance: none;
    flex: none;
    width: 28px;
    height: 16px;
    margin: 2px 0 0;
    border: 1px solid var(--control);
    border-radius: 8px;
    background: var(--paper);
    position: relative;
    cursor: pointer;
  }
  .switch input::after {
    content: "";
    position: absolute;
    top: 1px;
    left: 1px;
    width: 12px;
    height: 12px;
    border-radius: 50%;
    background: var(--control);
    transition: transform var(--fast) var(--ease);
  }
  .switch input:checked {
    background: var(--accent);
    border-color: var(--accent);
  }
  .switch input:checked::after {
    background: var(--on-accent);
    transform: translateX(12px);
  }
  .unit {
    position: relative;
  }
  .unit > span {
    position: absolute;
    right: 10px;
    top: 6px;
    color: var(--ink-3);
    pointer-events: none;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

import { css } from "lit";

/** How the table view is set. */
export const tableStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    height: 100%;
    background: var(--paper);
  }
  .head {
    display: flex;
    align-items: center;
    gap: 8px;
    height: 48px;
    padding: 0 16px;
    border-bottom: 1px solid var(--hairline);
  }
  .head > svg {
    color: var(--ink-3);
  }
  h1 {
    font: 600 14px/24px var(--font-code);
  }
  .size {
    color: var(--ink-2);
    white-space: nowrap;
  }
  .space {
    flex: 1;
  }
  .choice {
    display: flex;
    gap: 4px;
    overflow: auto hidden;
  }
  .choice [aria-pressed="true"] {
    background: var(--accent-tint-2);
    border-color: var(--accent-line);
  }
  .rows {
    overflow: auto;
    outline-offset: -2px !important;
  }
  table {
    border-collapse: separate;
    border-spacing: 0;
    min-width: 100%;
    font-variant-numeric: tabular-nums;
  }
  th {
    position: sticky;
    top: 0;
    z-index: 1;
    padding: 8px 10px;
    text-align: left;
    vertical-align: bottom;
    background: var(--chrome);
    border-bottom: 1px solid var(--rule);
    border-right: 1px solid var(--hairline);
    font: 400 12px/16px var(--font-ui);
  }
  th button {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    white-space: nowrap;
  }
  th svg {
    color: var(--ink-3);
  }
  th .unit {
    display: block;
    color: var(--ink-3);
  }
  td {
    height: 28px;
    padding: 3px 10px;
    max-width: 360px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    border-bottom: 1px solid var(--hairline);
    border-right: 1px solid var(--hairline);
  }
  .number {
    text-align: right;
  }
  .number button {
    flex-direction: row;
  }
  tr:hover td {
    background: var(--hover);
  }
  .count {
    position: sticky;
    left: 0;
    text-align: right;
    color: var(--ink-3);
    background: var(--chrome);
  }
  th.count {
    z-index: 2;
  }
  em {
    color: var(--ink-3);
    font-style: italic;
  }
  .none {
    padding: 24px;
    color: var(--ink-2);
  }
  .foot {
    display: flex;
    align-items: center;
    gap: 8px;
    height: 32px;
    padding: 0 16px;
    border-top: 1px solid var(--hairline);
    background: var(--chrome);
    font-size: 12px;
    color: var(--ink-3);
    white-space: nowrap;
  }
`;

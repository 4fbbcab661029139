import { css } from "lit";

/** How the table view is set. */
export const tableStyles = css`
  :host {
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
    height: 100%;
    background: var(--paper);
  }
  .head {
    display: flex;
    align-items: center;
    gap: 0 8px;
    min-height: 48px;
    padding: 0 16px;
    border-bottom: 1px solid var(--hairline);
  }
  @media (max-width: 760px) {
    .head {
      flex-wrap: wrap;
    }
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
    min-width: 0;
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
  .all {
    position: relative;
    min-width: 100%;
  }
  table {
    position: sticky;
    top: 0;
    table-layout: fixed;
    border-collapse: separate;
    border-spacing: 0;
    font-variant-numeric: tabular-nums;
  }
  thead {
    position: relative;
    z-index: 2;
  }
  th {
    box-sizing: border-box;
    height: 88px;
    padding: 6px 10px;
    text-align: left;
    vertical-align: top;
    background: var(--chrome);
    border-bottom: 1px solid var(--rule);
    border-right: 1px solid var(--hairline);
    font: 400 12px/16px var(--font-ui);
    overflow: hidden;
  }
  th button {
    display: flex;
    align-items: center;
    gap: 6px;
    max-width: 100%;
    white-space: nowrap;
  }
  .name {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  th button svg {
    flex: none;
    color: var(--ink-3);
  }
  .histogram {
    display: block;
    margin-top: 2px;
    fill: var(--accent-line);
  }
  .head-note {
    display: block;
    overflow: hidden;
    color: var(--ink-3);
    font-size: 11px;
    line-height: 14px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .much {
    color: var(--warn);
  }
  .find {
    width: 176px;
    min-width: 96px;
    height: 28px;
    padding: 0 8px;
    border: 1px solid var(--control);
    border-radius: 6px;
    background: var(--paper);
    color: var(--ink);
    font: inherit;
  }
  td {
    box-sizing: border-box;
    height: 28px;
    padding: 3px 10px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    border-bottom: 1px solid var(--hairline);
    border-right: 1px solid var(--hairline);
    cursor: cell;
    user-select: none;
  }
  td.number {
    text-align: right;
  }
  .rate {
    float: left;
    width: calc(100% - 60px);
    height: 6px;
    margin-top: 8px;
    background: var(--sunken);
  }
  .rate i {
    display: block;
    height: 100%;
    background: var(--cat-3);
    opacity: 0.75;
  }
  tr:hover td {
    background: var(--hover);
  }
  td.chosen,
  tr:hover td.chosen {
    background: var(--accent-tint-2);
  }
  td.at {
    outline: 2px solid var(--accent);
    outline-offset: -2px;
  }
  .count {
    position: sticky;
    left: 0;
    z-index: 1;
    text-align: right;
    color: var(--ink-3);
    background: var(--chrome);
    cursor: default;
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

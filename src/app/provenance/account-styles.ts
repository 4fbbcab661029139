import { css } from "lit";

/** How an account of a result looks. */
export const accountStyles = css`
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin: 12px 0;
  }
  .group {
    padding: 16px 0;
    border-bottom: 1px solid var(--hairline);
  }
  .group:last-child {
    border: 0;
  }
  .group h3 {
    font: 600 13px/20px var(--font-ui);
    margin-bottom: 8px;
  }
  dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 4px 16px;
    font-size: 12px;
    line-height: 16px;
  }
  dt {
    color: var(--ink-3);
  }
  dd {
    text-align: right;
    overflow-wrap: anywhere;
  }
  pre {
    margin: 0;
    padding: 8px 10px;
    font: 12px/20px var(--font-code);
    color: var(--ink-2);
    background: var(--sunken);
    border-radius: var(--radius);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`;

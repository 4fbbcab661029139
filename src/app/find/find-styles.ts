import { css } from "lit";

/** How finding and replacing looks. */
export const findStyles = css`
  :host {
    position: sticky;
    top: 12px;
    z-index: 3;
    display: block;
    width: min(480px, 100% - 32px);
    height: 0;
    margin: 0 16px 0 auto;
  }
  search {
    display: block;
    border: 1px solid var(--hairline);
    border-radius: var(--radius);
    background: var(--raised);
    box-shadow: var(--shadow-menu);
  }
  .line {
    display: flex;
    align-items: center;
    gap: 4px;
    padding: 8px;
  }
  .second {
    padding: 0 8px 8px 36px;
    gap: 8px;
  }
  input {
    flex: 1;
    min-width: 0;
    height: 28px;
    padding: 0 8px;
    border: 1px solid var(--control);
    border-radius: var(--radius-s);
    background: var(--paper);
  }
  .count,
  .label {
    font-size: 12px;
    line-height: 16px;
    color: var(--ink-3);
    white-space: nowrap;
  }
  .case {
    font-size: 12px;
    text-align: center;
  }
  ul {
    max-height: min(320px, 50vh);
    overflow: auto;
    padding: 4px;
    border-top: 1px solid var(--hairline);
  }
  li {
    display: flex;
    align-items: center;
    gap: 8px;
    padding-right: 8px;
    border-radius: var(--radius-s);
  }
  li[aria-current="true"] {
    background: var(--accent-tint-2);
  }
  .place {
    flex: 1;
    min-width: 0;
    display: grid;
    padding: 4px 8px;
    border-radius: var(--radius-s);
  }
  .place:focus-visible {
    outline-offset: -2px;
  }
  .place:hover {
    background: var(--hover);
  }
  .text {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  mark {
    background: none;
    color: var(--accent);
    font-weight: 600;
  }
  del {
    color: var(--danger);
  }
  ins {
    color: var(--ok);
    font-weight: 600;
    text-decoration: none;
  }
`;

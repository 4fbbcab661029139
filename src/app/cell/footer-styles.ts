import { css } from "lit";

/** How a cell's footer is set: one line, what is least needed goes first. */
export const footerStyles = css`
  .footer {
    display: flex;
    align-items: center;
    gap: 16px;
    border-top: 1px solid var(--hairline);
    margin-top: 16px;
    padding-top: 8px;
    font-size: 12px;
    line-height: 24px;
    color: var(--ink-3);
    white-space: nowrap;
  }
  .footer .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    height: 24px;
    overflow: hidden;
  }
  .footer b {
    font-weight: 500;
    color: var(--ink-2);
  }
  .footer .more {
    margin-left: auto;
    display: flex;
    gap: 4px;
  }
  .footer .button {
    color: var(--ink-2);
  }
  :host([selected]) .footer {
    border-color: var(--accent-line);
  }
`;

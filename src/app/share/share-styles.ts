import { css } from "lit";

/** How the share dialog looks: what goes in at the left, what the privacy gate does at the right. */
export const shareStyles = css`
  :host {
    display: block;
  }
  .lead {
    margin: 0 0 16px;
    color: var(--ink-2);
  }
  .sides {
    display: grid;
    grid-template-columns: minmax(0, 5fr) minmax(0, 7fr);
    border-top: 1px solid var(--hairline);
  }
  .sides > div {
    min-width: 0;
    padding: 16px 0;
  }
  .sides > div:first-child {
    padding-right: 24px;
  }
  .sides > div:last-child {
    max-height: 460px;
    overflow: auto;
    padding-left: 24px;
    border-left: 1px solid var(--hairline);
  }
  h3 {
    margin: 0 0 8px;
    font: 600 var(--text-ui) / var(--line-ui) var(--font-ui);
  }
  .level {
    display: grid;
    grid-template-columns: 20px minmax(0, 1fr) auto;
    gap: 0 8px;
    padding: 8px 12px;
    border-left: 3px solid transparent;
    cursor: pointer;
  }
  .level:has(:checked) {
    background: var(--accent-tint);
    border-left-color: var(--accent);
  }
  .level b {
    font-weight: 500;
  }
  .level p {
    grid-column: 2 / -1;
    font-size: 12px;
    line-height: 16px;
    color: var(--ink-2);
  }
  .level .size {
    font-size: 12px;
    color: var(--ink-3);
  }
  .reader {
    display: grid;
    gap: 8px;
    margin-top: 16px;
  }
  .reader h3 {
    margin: 8px 0 0;
  }
  .reader label:not(.switch) {
    font-size: 12px;
  }
  .contents {
    margin-bottom: 16px;
    padding: 8px 12px;
    border-radius: var(--radius);
    background: var(--sunken);
    font-size: 12px;
    line-height: 20px;
  }
  .quiet {
    color: var(--ink-3);
  }
  .foot {
    display: flex;
    align-items: center;
    gap: 8px;
    padding-top: 16px;
    border-top: 1px solid var(--hairline);
  }
  .foot p {
    flex: 1;
  }
  .wrong {
    color: var(--danger);
  }
  @media (max-width: 760px) {
    .sides {
      grid-template-columns: minmax(0, 1fr);
    }
    .sides > div:last-child {
      padding-left: 0;
      border-left: 0;
    }
  }
`;

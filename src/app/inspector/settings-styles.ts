import { css } from "lit";

/** How the settings of a notebook look. */
export const settingsStyles = css`
  :host {
    display: block;
  }
  .field {
    min-width: 0;
    margin-bottom: 16px;
  }
  .label {
    display: block;
    margin-bottom: 4px;
    font-size: 12px;
    line-height: 16px;
    color: var(--ink-2);
  }
  .hint {
    margin: 4px 0 16px;
    font-size: 12px;
    line-height: 16px;
    color: var(--ink-3);
  }
  .field .hint {
    margin-bottom: 0;
  }
  .wrong {
    display: flex;
    gap: 6px;
    color: var(--danger);
  }
  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 12px;
  }
  .pair + .hint {
    margin-top: -12px;
  }
  section {
    margin-top: 24px;
    padding-top: 16px;
    border-top: 1px solid var(--hairline);
  }
  h3 {
    margin: 0;
    font: 600 13px/20px var(--font-ui);
  }
  .event {
    display: grid;
    grid-template-columns: 1fr 1fr 24px;
    gap: 4px;
    margin-bottom: 12px;
  }
  .event > input:first-child {
    grid-column: 1 / 3;
  }
`;

import { css } from "lit";

/** Chips: small rounded statements with a way to take them out. */
export const chipStyles = css`
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    align-items: center;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-height: 24px;
    max-width: 100%;
    padding: 0 2px 0 8px;
    border: 1px solid var(--rule);
    border-radius: 12px;
    background: var(--paper);
    font-size: 12px;
  }
  .chip > button:not(.icon) {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    line-height: 22px;
  }
  .chip > button:last-child {
    display: grid;
    place-items: center;
    width: 20px;
    height: 20px;
    border-radius: 50%;
    color: var(--ink-3);
  }
  .chip > button:last-child:hover {
    background: var(--hover);
    color: var(--ink);
  }
  .chip[data-open] {
    border-color: var(--accent-line);
    background: var(--accent-tint-2);
  }
`;

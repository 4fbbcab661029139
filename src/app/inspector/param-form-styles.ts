import { css } from "lit";

/** The form of a cell: groups divided by hairlines, labels above, hints below. */
export const paramFormStyles = css`
  .group {
    display: grid;
    gap: 14px;
    padding: 16px 0;
    border-bottom: 1px solid var(--hairline);
  }
  .group:last-child {
    border-bottom: 0;
  }
  .group > h3 {
    margin: 0;
    font: 600 var(--text-ui) / var(--line-ui) var(--font-ui);
  }
  .field {
    position: relative;
    min-width: 0;
  }
  .field > .follow {
    position: absolute;
    right: -4px;
    top: -4px;
    opacity: 0.6;
  }
  .field:is(:hover, :focus-within) > .follow {
    opacity: 1;
  }
  .label:has(+ .follow) {
    padding-right: 24px;
  }
  .label {
    display: flex;
    gap: 6px;
    margin-bottom: 4px;
    font: 500 var(--text-small) / var(--line-small) var(--font-ui);
    color: var(--ink-2);
  }
  .label > span {
    margin-left: auto;
    font-weight: 400;
    color: var(--ink-3);
  }
  .field > .hint {
    margin: 4px 0 0;
  }
  .wrong {
    display: flex;
    gap: 6px;
    color: var(--danger);
  }
  [data-wrong] input,
  [data-wrong] select {
    border-color: var(--danger);
  }
  details:not([open]) {
    display: block;
  }
  details[open] {
    display: grid;
  }
  summary {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 24px;
    cursor: pointer;
    list-style: none;
    border-radius: var(--radius-s);
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary b {
    font-weight: 600;
  }
  summary span {
    margin-left: auto;
    overflow: hidden;
    color: var(--ink-3);
    font-size: 12px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  details[open] > summary svg {
    transform: rotate(90deg);
  }
`;

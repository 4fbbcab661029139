import { css } from "lit";

/** Headings and rows of the rail. */
export const railStyles = css`
  :host {
    display: block;
  }
  h2 {
    display: flex;
    justify-content: space-between;
    align-items: center;
    min-height: 24px;
    padding: 0 8px;
    font: 600 12px/16px var(--font-ui);
    color: var(--ink-2);
  }
  .row {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr) auto;
    gap: 8px;
    align-items: center;
    width: 100%;
    min-height: 28px;
    padding: 2px 8px;
    border-radius: var(--radius);
  }
  .row:hover {
    background: var(--hover);
  }
  .row[aria-current="true"] {
    background: var(--accent-tint-2);
    font-weight: 500;
  }
  .row:focus-visible {
    outline-offset: -2px;
    border-radius: var(--radius);
  }
  .heading {
    display: block;
    font: 600 13px/20px var(--font-read);
    margin-top: 4px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .text {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .kind,
  .measure {
    font-size: 12px;
    font-weight: 400;
    color: var(--ink-3);
    white-space: nowrap;
  }
  .row[aria-current="true"] :is(.kind, .measure) {
    color: var(--ink-2);
  }
  .quiet {
    color: var(--ink-3);
  }
  .glyph {
    width: 16px;
    height: 16px;
    display: inline-grid;
    place-items: center;
  }
  .square[aria-current="true"] {
    background: var(--accent-tint-2);
  }
  .none {
    padding: 2px 8px;
    font-size: 12px;
    line-height: 16px;
    color: var(--ink-3);
  }
`;

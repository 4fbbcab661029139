import { css } from "lit";

/** A report: contents at the left, the text in the middle, room for notes at the right; a page of paper has the text alone. */
export const readerViewStyles = css`
  :host {
    display: block;
    height: 100%;
    overflow: auto;
    background: var(--paper);
  }
  .bar {
    position: sticky;
    top: 0;
    z-index: 3;
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: var(--top);
    padding: 4px 24px;
    border-bottom: 1px solid var(--hairline);
    background: var(--paper);
  }
  .file {
    display: flex;
    align-items: center;
    gap: 8px;
    min-width: 0;
    font-size: 12px;
    color: var(--ink-3);
  }
  .file span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .space {
    flex: 1;
  }
  .page {
    display: grid;
    grid-template-columns: 200px minmax(0, var(--column)) 200px;
    gap: 0 64px;
    justify-content: center;
    padding: 56px 24px 96px;
  }
  nav {
    position: sticky;
    top: calc(var(--top) + 56px);
    align-self: start;
    border-left: 1px solid var(--hairline);
  }
  nav button {
    display: block;
    width: 100%;
    padding: 4px 0 4px 16px;
    font-size: 13px;
    line-height: 20px;
    color: var(--ink-3);
  }
  nav button:hover {
    color: var(--ink);
  }
  nav button[aria-current="true"] {
    color: var(--ink);
    font-weight: 500;
    box-shadow: inset 2px 0 var(--accent);
  }
  h1 {
    font: 600 var(--text-head) / var(--line-head) var(--font-read);
    letter-spacing: -0.012em;
    text-wrap: balance;
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    margin-top: 8px;
    font-size: 12px;
    line-height: 16px;
    color: var(--ink-3);
  }
  .prose {
    margin-top: 24px;
    scroll-margin-top: 72px;
  }
  .prose:has(> :is(h1, h2):first-child) {
    margin-top: 48px;
  }
  .said {
    margin-top: 24px;
  }
  .said .prose {
    margin-top: 4px;
  }
  control-panel.own {
    margin-top: 32px;
    padding: 16px 0;
    border: solid var(--rule);
    border-width: 1px 0;
  }
  .wanted {
    display: flex;
    align-items: center;
    gap: 16px;
    margin-top: 24px;
    padding: 16px 24px;
    border: 1.5px dashed var(--rule);
    border-radius: var(--radius);
    color: var(--ink-2);
  }
  .wanted p {
    flex: 1;
  }
  .made {
    margin-top: 64px;
    padding-top: 16px;
    border-top: 1px solid var(--hairline);
    scroll-margin-top: 72px;
    color: var(--ink-2);
  }
  .made h2 {
    font: 600 19px/28px var(--font-read);
    color: var(--ink);
  }
  .made ul {
    margin-top: 8px;
  }
  .made li {
    padding: 4px 0;
    border-bottom: 1px solid var(--hairline);
    font-size: 12px;
    line-height: 16px;
    break-inside: avoid;
  }
  .made .mono {
    color: var(--ink);
  }
  @media (max-width: 1329px) {
    .page {
      grid-template-columns: 160px minmax(0, var(--column));
      gap: 0 40px;
    }
  }
  @media (max-width: 959px) {
    .page {
      display: block;
      max-width: calc(var(--column) + 48px);
      margin: 0 auto;
      padding: 32px 24px 64px;
    }
    nav {
      display: none;
    }
  }
  @media print {
    :host {
      height: auto;
      overflow: visible;
    }
    .bar,
    nav,
    .wanted {
      display: none;
    }
    .page {
      display: block;
      padding: 0;
    }
    h1 {
      font-size: 27px;
      line-height: 36px;
    }
    .prose {
      max-width: none;
      margin-top: 16px;
      font-size: 14px;
      line-height: 22px;
      orphans: 3;
      widows: 3;
    }
    .prose :is(h1, h2, h3, h4) {
      break-after: avoid;
    }
    .prose:has(+ :is(reader-cell, control-panel)) {
      break-after: avoid;
    }
    .prose:has(> :is(h1, h2):first-child) {
      margin-top: 32px;
    }
    control-panel.own {
      break-inside: avoid;
      break-after: avoid;
    }
    .made {
      margin-top: 40px;
    }
  }
`;
